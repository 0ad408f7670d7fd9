import {Command, CommanderError, InvalidArgumentError, Option} from "commander";
import {PmTalkError} from "../../core/errors.ts";
import {nearest} from "../../core/text.ts";
import type {CommandDefinition, CommandEntry, Flag, Flags, GlobalFlags, Input} from "../command.ts";
import {didYouMean} from "../did-you-mean.ts";
import {globalFlags, versionFlag} from "./flags.ts";
import {version} from "../version.ts";

/** What a command line asked for: to run the command, or to read its help or the version. */
export type Parsed = {kind: "run"; input: Input} | {kind: "text"; text: string};

/** What parsing wants to know of a command. */
type Takes = Pick<CommandDefinition, "args" | "flags" | "writes" | "notes" | "examples">;

const twice = "It is given twice.";

/** Reads the flags of one command. Throws a usage error that says what would be right. */
export function parseFlags(
  entry: Pick<CommandEntry, "name" | "summary">,
  definition: Takes,
  rest: string[],
  columns: number,
): Parsed {
  const command = commandOf(entry, definition, columns);
  refuseFlagsAsValues(command, rest);
  let shown = "";
  command.configureOutput({writeOut: (text) => (shown += text), writeErr: () => undefined});
  try {
    command.parse(rest, {from: "user"});
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.helpDisplayed" || error.code === "commander.version")
      return {kind: "text", text: shown};
    throw usageError(error, command, nameOf(entry));
  }
  const flags: Flags = command.opts();
  return {kind: "run", input: {args: command.args, flags, global: globalOf(flags)}};
}

/** The commander command of an entry, as the help shows it. */
function commandOf(
  entry: Pick<CommandEntry, "name" | "summary">,
  definition: Takes,
  columns: number,
): Command {
  const command = new Command(nameOf(entry))
    .description(`${entry.summary}${/[.?]$/.test(entry.summary) ? "" : "."}`)
    .exitOverride()
    .configureHelp({helpWidth: columns})
    .helpOption("-h, --help", "this help");
  for (const {name, about} of definition.args) command.argument(name, about);
  for (const flag of definition.flags) command.addOption(optionOf(flag));
  for (const flag of globalFlags) command.addOption(optionOf(flag).helpGroup("Global flags:"));
  command.version(version, versionFlag.flags, versionFlag.about);
  command.options.at(-1)?.helpGroup("Global flags:");
  const examples = definition.examples.map((example) => `  pm-talk ${example}`).join("\n");
  const wrap = wrapperOf(command, columns);
  const notes = definition.notes === undefined ? "" : `${wrap(definition.notes)}\n\n`;
  const writes = wrap(`Writes: ${definition.writes}`);
  command.addHelpText("after", `\n${writes}\n\n${notes}Examples:\n${examples}`);
  return command;
}

/** Wraps sentences at the width; lines that are moved in are commands, which stay whole to be pasted. */
function wrapperOf(command: Command, columns: number): (text: string) => string {
  const help = command.createHelp();
  return (text) =>
    text
      .split("\n")
      .map((line) => (line.startsWith(" ") ? line : help.boxWrap(line, columns)))
      .join("\n");
}

function optionOf(flag: Flag): Option {
  const option = new Option(flag.flags, flag.about);
  if (flag.repeatable === true) {
    return option.argParser((value: string, previous: string[] | undefined) => [
      ...(previous ?? []),
      value,
    ]);
  }
  if (!flag.flags.includes("<")) return option;
  return option.argParser((value: string, previous: string | undefined) => {
    if (previous !== undefined) throw new InvalidArgumentError(twice);
    return value;
  });
}

function globalOf(flags: Flags): GlobalFlags {
  const color = flags["color"] ?? "auto";
  if (color !== "auto" && color !== "always" && color !== "never") {
    throw new PmTalkError(
      "usage",
      `--color cannot be "${String(color)}".`,
      "It can be auto, always or never.",
    );
  }
  if (flags["dir"] === "")
    throw new PmTalkError("usage", "--dir is empty.", "Leave it out, or name a folder.");
  const value = (name: string): string | null => {
    const given = flags[name];
    return typeof given === "string" ? given : null;
  };
  return {
    dir: value("dir"),
    asOf: value("asOf"),
    json: flags["json"] === true || value("format") === "json" || isJsonFile(flags),
    color,
    quiet: flags["quiet"] === true,
    input: flags["input"] !== false,
    cache: flags["cache"] !== false,
  };
}

/** `--pain --edit` would take a forgotten value from the next flag: refused, since both would be lost. */
function refuseFlagsAsValues(command: Command, rest: string[]): void {
  for (const [index, token] of rest.entries()) {
    const option = command.options.find((known) => known.long === token || known.short === token);
    const next = rest[index + 1];
    if (option === undefined || !option.required || next === undefined) continue;
    if (/^--[a-z][a-z-]*(=|$)/.test(next) || /^-[a-z]$/i.test(next)) {
      const hint = `Is that its value?  write ${option.long ?? token}=${next}`;
      throw new PmTalkError("usage", `${token} has no value: ${next} comes next.`, hint);
    }
  }
}

function nameOf({name}: Pick<CommandEntry, "name">): string {
  return name === "" ? "pm-talk" : `pm-talk ${name}`;
}

function usageError(error: CommanderError, command: Command, name: string): PmTalkError {
  const help = `${name} --help`;
  const named = /'([^']*)'/.exec(error.message)?.[1] ?? "";
  switch (error.code) {
    case "commander.unknownOption": {
      const flag = named.split("=")[0] ?? named;
      const near = nearest(flag.replace(/^-+/, ""), longNames(command));
      const meant = didYouMean(near.map((long) => `--${long}`));
      return new PmTalkError(
        "usage",
        `${name} has no flag ${flag}.`,
        `${meant}All of them: ${help}`,
      );
    }
    case "commander.optionMissingArgument":
      return new PmTalkError("usage", `${longName(named)} needs a value.`, help);
    case "commander.missingArgument":
      return new PmTalkError("usage", `${name} needs <${named}>.`, help);
    case "commander.excessArguments":
      return new PmTalkError(
        "usage",
        `${name} was given more words than it takes: ${command.args.join(" ")}.`,
        `A text of several words wants quotes.  ${help}`,
      );
    case "commander.invalidArgument":
      if (error.message.endsWith(twice))
        return new PmTalkError("usage", `${longName(named)} is given twice.`, "Give it once.");
      return new PmTalkError("usage", sentence(error.message), help);
    default:
      return new PmTalkError("usage", sentence(error.message), help);
  }
}

/** `--output` of `-o, --output <file>`. */
function longName(flags: string): string {
  return flags.split(/[ ,]+/).find((word) => word.startsWith("--")) ?? flags;
}

function longNames(command: Command): string[] {
  return command.options.flatMap((option) =>
    option.long === undefined ? [] : [option.long.replace(/^--/, "")],
  );
}

function sentence(message: string): string {
  const text = message
    .replace(/^error: /, "")
    .replace(/^option '(\S+)[^']*' argument '(.*)' is invalid\. /s, "$1: ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A report goes to a JSON file when its name says so and no format says otherwise. */
function isJsonFile(flags: Flags): boolean {
  const {format, output} = flags;
  return format === undefined && typeof output === "string" && /\.json$/i.test(output);
}
