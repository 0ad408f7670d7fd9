import {isDeepStrictEqual} from "node:util";
import {PmTalkError} from "../../core/errors.ts";
import type {ParsedFile} from "../../notes/files.ts";
import {type SectionKey, sectionOf} from "../../notes/sections.ts";
import type {LogValues} from "./read-log.ts";

/** What a section holds, so that two can be compared: texts of items, or lines without their place. */
type Said = Map<SectionKey, unknown[]>;

/**
 * Compares a note as it reads back with what the flags said. A difference is a bug of ours, and the user's words
 * are worth more than a saved file; but for a --body that leaves a code block or HTML open: it would take the
 * lines behind it along, so it throws `usage`.
 */
export function assertSaid(parsed: ParsedFile<"conversation">, {fields, content}: LogValues): void {
  const meant = saidIn(content.items, content.lines);
  const read = saidIn(textsOf(parsed), parsed.body.lines);
  if (content.body !== null) refuseSwallowed(meant, read);
  const same =
    isDeepStrictEqual({...parsed.fields}, {...fields}) &&
    (content.body !== null || isDeepStrictEqual(read, meant));
  if (!same) throw new Error("the note does not read back as what was said; nothing was written");
}

function textsOf({body}: ParsedFile<"conversation">): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(body.items).map(([key, list]) => [key, list.map(({text}) => text)]),
  );
}

function saidIn(items: Record<string, string[]>, lines: object): Said {
  const placeless = Object.entries(lines).map(
    ([key, list]: [string, object[]]): [string, unknown[]] => [
      key,
      list.map((line) => ({...line, line: 0})),
    ],
  );
  const all = [...Object.entries(items), ...placeless].filter(([, list]) => list.length > 0);
  return new Map(all as [SectionKey, unknown[]][]);
}

/** A body has sections of its own, so what the flags said need not be all. */
function refuseSwallowed(meant: Said, read: Said): void {
  for (const [key, list] of meant) {
    const left = [...(read.get(key) ?? [])];
    for (const one of list) {
      const at = left.findIndex((other) => isDeepStrictEqual(other, one));
      if (at >= 0) left.splice(at, 1);
      else throw swallowed(key);
    }
  }
}

function swallowed(key: SectionKey): PmTalkError {
  return new PmTalkError(
    "usage",
    `Nothing written: what stands behind the text of --body, such as "${sectionOf(key).heading}", would not be read.`,
    "A code block (```) or HTML in it is never closed: close it.",
  );
}
