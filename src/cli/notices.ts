import type {Diagnostic} from "../core/diagnostics.ts";
import {count} from "../core/text.ts";
import type {GlobalFlags} from "./command.ts";
import type {Context} from "./context.ts";
import {writeNotice} from "./streams.ts";

const most = 5;

/** Says on stderr which files have errors; warnings cost nothing and wait for `check`. */
export async function noticeDiagnostics(
  diagnostics: Diagnostic[],
  global: GlobalFlags,
  context: Context,
): Promise<void> {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
  if (global.quiet || errors.length === 0) return;
  const {formatDiagnostic} = await import("../notes/report-faults.ts");
  for (const diagnostic of errors.slice(0, most))
    await writeNotice(context, formatDiagnostic(diagnostic));
  if (errors.length > most)
    await writeNotice(
      context,
      `... and ${count(errors.length - most, "more error")}: pm-talk check`,
    );
}
