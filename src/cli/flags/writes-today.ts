import {PmTalkError} from "../../core/errors.ts";

/** The refusal of --as-of by a command that writes: what it writes down happens today, or on its own --date. */
export function writesToday(command: string, hint: string): PmTalkError {
  return new PmTalkError(
    "usage",
    `pm-talk ${command} writes, and writes as of today: --as-of does not apply.`,
    hint,
  );
}
