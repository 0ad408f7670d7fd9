import {sep} from "node:path";
import {exitCodeOf, exitCodes, PmTalkError} from "../core/errors.ts";
import {isShellAsking} from "./completion/shells.ts";
import type {Context} from "./context.ts";
import {writeNotice, writeResult} from "./streams.ts";
import {version} from "./version.ts";

/** Runs one command line and returns its exit code; every error of the user's ends here as one message. */
export async function run(argv: string[], context: Context): Promise<number> {
  if (isShellAsking(argv)) {
    const {complete} = await import("./completion/complete.ts");
    return await complete(argv.slice(1), context);
  }
  try {
    // Read now only: a shell that asks does not wait for what reads flags.
    const {dispatch} = await import("./dispatch.ts");
    return await dispatch(argv, context);
  } catch (error) {
    return await report(error, argv.includes("--json"), context);
  }
}

/** One message, one hint; with --json as JSON on stdout. Anything that is not ours to explain is a bug. */
async function report(error: unknown, json: boolean, context: Context): Promise<number> {
  const known = error instanceof PmTalkError ? fromHere(error, context) : null;
  const code = known?.code ?? "bug";
  const message =
    known?.message ??
    `This is a bug in pm-talk ${version}, not your mistake: ${error instanceof Error ? error.message : String(error)}`;
  const hint =
    known === null
      ? "Please report it where you got pm-talk from, with the command and the lines above."
      : known.hint;
  if (known === null && error instanceof Error)
    await writeNotice(context, error.stack ?? error.message);
  if (!json || !(await wasTaken(context, {code, message, hint}))) {
    const lines = [message, ...(hint === null ? [] : hint.split("\n").map((line) => `  ${line}`))];
    await writeNotice(context, lines.join("\n"));
  }
  return known === null ? exitCodes.bug : exitCodeOf(known.code);
}

/** Whether stdout took the error as JSON: that it takes nothing may be the very error. */
async function wasTaken(
  context: Context,
  error: {code: string; message: string; hint: string | null},
): Promise<boolean> {
  const {renderJson} = await import("../render/json.ts");
  try {
    await writeResult(context, renderJson({schemaVersion: 1, kind: "error", ...error}));
    return true;
  } catch {
    return false;
  }
}

/** Paths below the current folder are shown as one would type them here. */
function fromHere({code, message, hint}: PmTalkError, {cwd}: Context): PmTalkError {
  const folder = cwd.endsWith(sep) ? cwd : cwd + sep;
  // Below the top of the file system every path is as short as it gets.
  const shown = (text: string): string => (folder === sep ? text : text.replaceAll(folder, ""));
  return new PmTalkError(code, shown(message), hint === null ? null : shown(hint));
}
