import {PmTalkError} from "../core/errors.ts";
import {nearest} from "../core/text.ts";
import {didYouMean} from "./did-you-mean.ts";
import {globalFlags} from "./flags/flags.ts";
import {commands, groups} from "./registry.ts";
import type {CommandEntry} from "./command.ts";

/** What the words of a command line name: a command, or a place in the help. */
export type Found =
  | {kind: "command"; entry: CommandEntry; rest: string[]}
  | {kind: "group"; group: string; rest: string[]}
  | {kind: "top"; rest: string[]};

/**
 * Finds the command that argv names and takes its words out, so that global flags may stand before, between
 * or behind them. Throws a usage error with the nearest name for a word that is no command.
 */
export function findCommand(argv: string[]): Found {
  if (argv[0] === "help") return findCommand([...argv.slice(1), "--help"]);
  const first = nextWord(argv, 0);
  if (first === null) return {kind: "top", rest: argv};
  const name = argv[first] ?? "";
  const group = Object.hasOwn(groups, name) ? groups[name] : undefined;
  if (group === undefined) return single(argv, first, name);
  const second = nextWord(argv, first + 1);
  if (second === null) {
    const rest = without(argv, first);
    const wantsHelp = rest.includes("--help") || rest.includes("-h");
    if (group.alone === null || wantsHelp) return {kind: "group", group: name, rest};
    return {kind: "command", entry: entryOf(group.alone), rest};
  }
  const words = `${name} ${argv[second] ?? ""}`;
  const entry = commands.find((command) => command.name === words);
  if (entry === undefined) throw unknownSecond(name, argv[second] ?? "");
  return {kind: "command", entry, rest: without(without(argv, second), first)};
}

function single(argv: string[], at: number, name: string): Found {
  const entry = commands.find((command) => command.name === name);
  if (entry === undefined) throw unknownFirst(name);
  return {kind: "command", entry, rest: without(argv, at)};
}

/** Index of the next word that is neither a global flag nor a value of one; null before any other flag. */
function nextWord(argv: string[], from: number): number | null {
  for (let index = from; index < argv.length; index++) {
    const token = argv[index] ?? "";
    if (!token.startsWith("-")) return index;
    const flag = globalFlags.find((known) => known.flags.split(" ")[0] === token.split("=")[0]);
    if (flag === undefined) return null;
    if (flag.flags.includes("<") && !token.includes("=")) index++;
  }
  return null;
}

function entryOf(name: string): CommandEntry {
  const entry = commands.find((command) => command.name === name);
  if (entry === undefined) throw new Error(`no command ${name}`);
  return entry;
}

function unknownFirst(name: string): PmTalkError {
  const all = [...new Set(commands.map((command) => command.name.split(" ")[0] ?? ""))];
  return unknown(`No command "${name}".`, nearest(name, all), "All of them: pm-talk --help");
}

function unknownSecond(group: string, word: string): PmTalkError {
  const all = commands.flatMap((command) => {
    const [first, second] = command.name.split(" ");
    return first === group && second !== undefined ? [second] : [];
  });
  const what = group === "report" ? `No report "${word}".` : `pm-talk ${group} has no "${word}".`;
  return unknown(what, nearest(word, all), `There are: ${all.join(", ")}`);
}

function unknown(message: string, near: string[], all: string): PmTalkError {
  return new PmTalkError("usage", message, `${didYouMean(near)}${all}`);
}

function without(argv: string[], at: number): string[] {
  return argv.filter((_, index) => index !== at);
}
