import {PmTalkError} from "../../core/errors.ts";

/** The value of a flag. Throws for NUL, which a text file cannot hold, and for half of a surrogate pair. */
export function refuseUnwritable(typed: string, flag: string): string {
  if (typed.includes("\0"))
    throw new PmTalkError(
      "usage",
      `--${flag} holds a NUL character, which no text file can.`,
      null,
    );
  if (!typed.isWellFormed())
    throw new PmTalkError("usage", `--${flag} holds half a character (a lone surrogate).`, null);
  return typed;
}
