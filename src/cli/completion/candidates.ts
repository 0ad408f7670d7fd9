import {foldName} from "../../core/text.ts";
import type {Offer, Source} from "./offers.ts";
import type {Outline} from "./outline.ts";
import {flagsHere, readTypedLine, type TypedLine} from "./typed-line.ts";

/** A word that may stand where the cursor is. */
export interface Candidate {
  value: string;
  /** What it is, for shells that show it; empty where there is nothing to say. */
  about: string;
}

/** What completes a word. `value` leaves off the `--flag=` that it stands behind. */
export interface Completions {
  candidates: Candidate[];
  /** What the shell itself is to complete. */
  paths: "files" | "dirs" | null;
  /** The `--flag=` that is typed already. */
  behind: string;
}

/** Gives the names that a source holds; `dir` is the value of --dir. */
export type Lookup = (source: Source, typed: string, dir: string | null) => Promise<Candidate[]>;

/** What may be typed after `words`, beginning with `typed`. */
export async function candidatesFor(
  words: readonly string[],
  typed: string,
  outline: Outline,
  lookup: Lookup,
): Promise<Completions> {
  const line = readTypedLine(words, outline);
  const offered = (offer: Offer, behind = ""): Promise<Completions> =>
    completionsOf(offer, typed.slice(behind.length), behind, (source, text) =>
      lookup(source, text, line.dir),
    );
  if (line.pending !== null) return await offered(line.pending);
  const behind = line.onlyArgs ? "" : (/^--[a-z][a-z-]*=/.exec(typed)?.[0] ?? "");
  if (behind !== "") {
    const flag = flagsHere(line, outline).find(({long}) => `${long}=` === behind);
    return flag === undefined ? none(behind) : await offered(flag, behind);
  }
  if (typed.startsWith("-") && !line.onlyArgs) return flagCandidates(line, typed, outline);
  if (line.command === null) return commandCandidates(line, typed, outline);
  const {args} = line.command;
  const last = args.at(-1);
  const argument = args[line.args.length] ?? (last?.many === true ? last : undefined);
  if (argument !== undefined) return await offered(argument);
  return typed === "" && !line.onlyArgs ? flagCandidates(line, typed, outline) : none("");
}

async function completionsOf(
  offer: Offer,
  typed: string,
  behind: string,
  lookup: (source: Source, typed: string) => Promise<Candidate[]>,
): Promise<Completions> {
  const found: Candidate[] = offer.words.map((value) => ({value, about: ""}));
  for (const source of offer.from) {
    if (source !== "files" && source !== "dirs") found.push(...(await lookup(source, typed)));
  }
  const paths = offer.from.includes("files")
    ? "files"
    : offer.from.includes("dirs")
      ? "dirs"
      : null;
  return {candidates: beginning(found, typed), paths, behind};
}

function flagCandidates(line: TypedLine, typed: string, outline: Outline): Completions {
  const flags = flagsHere(line, outline).filter(
    ({long, repeatable}) => repeatable || !line.given.has(long),
  );
  const found = flags.map(({long, about}) => ({value: long, about}));
  return {...none(""), candidates: beginning(found, typed)};
}

function commandCandidates(line: TypedLine, typed: string, outline: Outline): Completions {
  const {group} = line;
  const found =
    group === null
      ? firstWords(outline)
      : outline.commands
          .filter(({name}) => name.startsWith(`${group} `))
          .map(({name, summary}) => ({value: name.slice(group.length + 1), about: summary}));
  return {...none(""), candidates: beginning(found, typed)};
}

/** In the order of the help. */
function firstWords({commands, groups}: Outline): Candidate[] {
  const found = new Map<string, string>();
  for (const {name, summary} of commands) {
    const [first = name] = name.split(" ");
    const group = groups.find((one) => one.name === first);
    if (!found.has(first)) found.set(first, group?.summary ?? summary);
  }
  return [...found].map(([value, about]) => ({value, about}));
}

/** Those that begin with what is typed, in any case, each once. */
function beginning(found: readonly Candidate[], typed: string): Candidate[] {
  const wanted = foldName(typed);
  const seen = new Set<string>();
  return found.filter(({value}) => {
    if (!foldName(value).startsWith(wanted) || seen.has(value)) return false;
    seen.add(value);
    return true;
  });
}

function none(behind: string): Completions {
  return {candidates: [], paths: null, behind};
}
