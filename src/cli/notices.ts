import {relative, resolve, sep} from "node:path";
import type {Diagnostic} from "../core/diagnostics.ts";
import {count} from "../core/text.ts";
import type {GlobalFlags} from "./command.ts";
import type {Context} from "./context.ts";
import type {Opened} from "./open.ts";
import {writeNotice} from "./streams.ts";

/** Errors that are printed whole; `check` prints them all. */
const most = 5;

/** Says on stderr which files have errors; warnings cost nothing and wait for `check`. */
export async function noticeDiagnostics(
  opened: Opened,
  global: GlobalFlags,
  context: Context,
): Promise<void> {
  const errors = opened.workspace.diagnostics.filter(
    (diagnostic) => diagnostic.severity === "error",
  );
  if (global.quiet || errors.length === 0) return;
  const {formatDiagnostic} = await import("../render/diagnostic.ts");
  for (const diagnostic of errors.slice(0, most)) {
    await writeNotice(context, formatDiagnostic(fromHere(diagnostic, opened, context)));
  }
  if (errors.length > most)
    await writeNotice(
      context,
      `... and ${count(errors.length - most, "more error")}: pm-talk check`,
    );
}

/** An empty workspace is no error: it wants a first talk. */
export async function noticeEmpty(
  opened: Opened,
  global: GlobalFlags,
  context: Context,
): Promise<void> {
  const {counts} = opened.workspace.collection;
  if (global.quiet || counts.read > 0 || counts.skipped > 0) return;
  await writeNotice(
    context,
    "No conversations yet. Today is a good day for the first.\n  After a call:  pm-talk log       With sample data:  pm-talk demo",
  );
}

/** The diagnostic with its path as one would type it here, so that an editor or terminal can follow it. */
export function fromHere(diagnostic: Diagnostic, opened: Opened, context: Context): Diagnostic {
  return {...diagnostic, file: pathFromHere(diagnostic.file, opened, context)};
}

/** A path of the workspace relative to the current folder, with `/`. */
export function pathFromHere(file: string, {workspace}: Opened, context: Context): string {
  return relative(context.cwd, resolve(workspace.root, file)).split(sep).join("/");
}
