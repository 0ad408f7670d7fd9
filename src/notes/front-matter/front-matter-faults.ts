import type {Fault} from "../../core/diagnostics.ts";

/** An error that leaves the whole file out and has no better place than its first line. */
export function fileFault(code: string, message: string, hint: string | null): Fault {
  return {code, severity: "error", place: {at: "file"}, message, hint, dropped: "file"};
}

/** An error that leaves the whole file out, at a line (from 1) and a stretch of it (columns from 1). */
export function lineFault(
  code: string,
  line: number,
  message: string,
  hint: string | null,
  column = 1,
  length = 1,
): Fault {
  const place = {at: "line", line, column, length} as const;
  return {code, severity: "error", place, message, hint, dropped: "file"};
}
