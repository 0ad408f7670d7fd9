import {PmTalkError} from "../core/errors.ts";
import {foldId, idOfFile} from "../core/identity.ts";
import type {Collection} from "../notes/collection.ts";
import type {Kind} from "../notes/vocabulary.ts";
import {quote} from "../workspace/shell-words.ts";

/** Throws a usage error where a file of that id is there and cannot be read: it is not unknown, as its absence would be. */
export function refuseLeftOut(kind: Kind, typed: string, {leftOut}: Collection): void {
  const found = leftOut.find(
    (one) => one.kind === kind && foldId(idOfFile(one.file)) === foldId(typed),
  );
  if (found === undefined) return;
  const {file} = found;
  throw new PmTalkError("usage", `${file} cannot be read.`, `pm-talk check ${quote(file)}`);
}
