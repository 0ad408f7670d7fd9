import {exitCodes, PmTalkError} from "../core/errors.ts";
import type {Context} from "./context.ts";
import {findCommand} from "./find-command.ts";
import {groupHelp, topHelp} from "./help/help.ts";
import {parseFlags} from "./flags/parse-flags.ts";
import {writesToday} from "./flags/writes-today.ts";
import {writeResult} from "./streams.ts";

/** Finds the command that argv names, reads its flags and runs it; returns its exit code. */
export async function dispatch(argv: string[], context: Context): Promise<number> {
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
    const hasDate = definition.flags.some(({flags}) => flags.startsWith("--date "));
    throw writesToday(found.entry.name, hasDate ? "For another day use --date." : "Leave it out.");
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

function helpColumns(context: Context): number {
  return context.stdoutIsTTY ? context.columns : 80;
}
