import {PmTalkError} from "../../core/errors.ts";
import {foldId} from "../../core/identity.ts";
import type {Kind} from "../../notes/vocabulary.ts";
import {quote} from "../../workspace/shell-words.ts";
import type {GlobalFlags} from "../command.ts";
import type {Context} from "../context.ts";
import {pathFromHere} from "../notices.ts";
import type {Opened} from "../open.ts";
import {writeNotice} from "../streams.ts";

/** Throws where a file of that id is there and cannot be read: it is not unknown, as its absence would be. */
export function refuseUnread(kind: Kind, id: string, opened: Opened, context: Context): void {
  const file = unreadFile(kind, id, opened, context);
  if (file !== null) {
    throw new PmTalkError("usage", `${file} cannot be read.`, `pm-talk check ${quote(file)}`);
  }
}

/** Says that what is shown comes from the notes alone, where the file itself cannot be read. */
export async function noticeUnread(
  kind: Kind,
  id: string,
  opened: Opened,
  global: GlobalFlags,
  context: Context,
): Promise<void> {
  const file = unreadFile(kind, id, opened, context);
  if (file === null || global.quiet || global.json) return;
  await writeNotice(
    context,
    `${file} cannot be read, so this is what the notes say.\n  pm-talk check ${quote(file)}`,
  );
}

/** The path, from the current folder, of the file of that id that is left out; null where none is. */
function unreadFile(kind: Kind, id: string, opened: Opened, context: Context): string | null {
  const left = opened.workspace.results.find(
    ({place, result}) =>
      place.kind === kind && result.parsed === null && foldId(place.id) === foldId(id),
  );
  return left === undefined ? null : pathFromHere(left.place.file, opened, context);
}
