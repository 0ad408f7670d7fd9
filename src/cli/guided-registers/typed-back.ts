import {PmTalkError} from "../../core/errors.ts";
import type {Kind} from "../../notes/vocabulary.ts";
import {quote} from "../../workspace/shell-words.ts";
import {type Flags, type Input, listOf} from "../command.ts";
import {lineFlags} from "../register/line-flags.ts";
import {fieldFlags} from "../register/register-flags.ts";

/** The command that would write what was answered so far, so that none of it has to be thought up again. */
export function typedBack(kind: Kind, flags: Flags, {global}: Input): string | null {
  const flagged = [...fieldFlags(kind), ...lineFlags(kind)];
  const names = [...flagged.map(({flag}) => flag), "id"];
  const words = names.flatMap((name) =>
    listOf(flags, name).flatMap((value) => [
      `--${name}${value.startsWith("-") ? "=" : " "}${quote(value)}`,
    ]),
  );
  if (words.length === 0) return null;
  const dir = global.dir === null ? [] : [`--dir ${quote(global.dir)}`];
  return `What you said so far:\n${["pm-talk", kind, "add", ...dir, ...words].join(" ")}`;
}

/** Does the writing; an error of the user's or the disk's brings back what was answered. */
export async function orTypedBack<Result>(
  kind: Kind,
  flags: Flags,
  input: Input,
  write: () => Promise<Result>,
): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof PmTalkError)) throw error;
    const hints = [error.hint, typedBack(kind, flags, input)].filter((hint) => hint !== null);
    throw new PmTalkError(error.code, error.message, hints.join("\n"));
  }
}
