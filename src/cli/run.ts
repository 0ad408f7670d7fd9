import {sep} from "node:path";
import {exitCodeOf, exitCodes, PmTalkError} from "../core/errors.ts";
import {isShellAsking} from "./completion/shells.ts";
import type {Context} from "./context.ts";
import {findCommand} from "./find-command.ts";
import {groupHelp, topHelp} from "./help.ts";
import {parseFlags} from "./parse-flags.ts";
import {writeNotice, writeResult} from "./streams.ts";
import {version} from "./version.ts";

/** Runs one command line and returns its exit code; every error of the user's ends here as one message. */
export async function run(argv: string[], context: Context): Promise<number> {
  if (isShellAsking(argv)) {
    const {complete} = await import("./completion/complete.ts");
    return await complete(argv.slice(1), context);
  }
  try {
    return await dispatch(argv, context);
  } catch (error) {
    return await report(error, argv.includes("--json"), context);
  }
}

async function dispatch(argv: string[], context: Context): Promise<number> {
  const found = findCommand(argv);
  if (found.kind === "top") return await runTop(found.rest, context);
  if (found.kind === "group") return await runGroup(found.group, found.rest, context);
  const definition = await found.entry.load();
  const parsed = parseFlags(found.entry, definition, found.rest, helpColumns(context));
  if (parsed.kind === "text") {
    await writeResult(context, parsed.text);
    return exitCodes.done;
  }
  if (!definition.reads && parsed.input.global.asOf !== null) {
    throw new PmTalkError(
      "usage",
      `pm-talk ${found.entry.name} writes, and writes as of today: --as-of does not apply.`,
      "For the day of a talk use --date.",
    );
  }
  return await definition.run(parsed.input, context);
}

async function runTop(rest: string[], context: Context): Promise<number> {
  const {answer} = readAlone("", rest, context);
  await writeResult(context, answer ?? topHelp(helpColumns(context)));
  return exitCodes.done;
}

async function runGroup(group: string, rest: string[], context: Context): Promise<number> {
  const {answer, wantsHelp} = readAlone(group, rest, context);
  if (answer === null && !wantsHelp) {
    throw new PmTalkError("usage", `pm-talk ${group} what?`, `pm-talk ${group} --help`);
  }
  await writeResult(context, answer ?? groupHelp(group, helpColumns(context)));
  return exitCodes.done;
}

/** Reads what stands where no command does: only global flags may; `answer` is the version, when asked for. */
function readAlone(
  name: string,
  rest: string[],
  context: Context,
): {answer: string | null; wantsHelp: boolean} {
  const isHelp = (token: string): boolean => token === "--help" || token === "-h";
  const flags = rest.filter((token) => !isHelp(token));
  const parsed = parseFlags({name, summary: ""}, noCommand, flags, helpColumns(context));
  return {answer: parsed.kind === "text" ? parsed.text : null, wantsHelp: rest.some(isHelp)};
}

const noCommand = {args: [], flags: [], writes: "nothing.", examples: []};

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
  if (json) {
    const {renderJson} = await import("../render/json.ts");
    await writeResult(context, renderJson({schemaVersion: 1, kind: "error", code, message, hint}));
  } else {
    const lines = [message, ...(hint === null ? [] : hint.split("\n").map((line) => `  ${line}`))];
    await writeNotice(context, lines.join("\n"));
  }
  return known === null ? exitCodes.bug : exitCodeOf(known.code);
}

/** Paths below the current folder are shown as one would type them here. */
function fromHere({code, message, hint}: PmTalkError, {cwd}: Context): PmTalkError {
  const folder = cwd.endsWith(sep) ? cwd : cwd + sep;
  // Below the top of the file system every path is as short as it gets.
  const shown = (text: string): string => (folder === sep ? text : text.replaceAll(folder, ""));
  return new PmTalkError(code, shown(message), hint === null ? null : shown(hint));
}

function helpColumns(context: Context): number {
  return context.stdoutIsTTY ? context.columns : 80;
}
