/** Exit codes, the same for every command. */
export const exitCodes = {
  done: 0,
  findings: 1,
  usage: 2,
  notWritten: 3,
  bug: 70,
  cancelled: 130,
} as const;

/** What an error does to the exit code: usage 2, not-written 3, cancelled 130. */
export type ErrorCode = "usage" | "not-written" | "cancelled";

/**
 * A reason to stop a command, written for the person at the keyboard: one message, one hint, never a
 * stack. Faults in the team's files are not errors but diagnostics. Anything else thrown is a bug.
 */
export class PmTalkError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | null;

  constructor(code: ErrorCode, message: string, hint: string | null = null) {
    super(message);
    this.name = "PmTalkError";
    this.code = code;
    this.hint = hint;
  }
}

/** The exit code that an error of this kind ends a command with. */
export function exitCodeOf(code: ErrorCode): number {
  switch (code) {
    case "usage":
      return exitCodes.usage;
    case "not-written":
      return exitCodes.notWritten;
    case "cancelled":
      return exitCodes.cancelled;
  }
}
