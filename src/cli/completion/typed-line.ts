import type {Outline, OutlinedCommand, OutlinedFlag} from "./outline.ts";

/** What the words before the cursor amount to. */
export interface TypedLine {
  /** The command; null while its words are not all there. */
  command: OutlinedCommand | null;
  /** The first of two words, when the second is still to come. */
  group: string | null;
  /** Arguments so far. */
  args: string[];
  /** Long names of the flags so far. */
  given: Set<string>;
  /** The flag whose value comes next. */
  pending: OutlinedFlag | null;
  /** Value of --dir. */
  dir: string | null;
  /** Behind `--` nothing is a flag. */
  onlyArgs: boolean;
}

/** Reads the words that stand before the one to complete, as far as they make sense. */
export function readTypedLine(words: readonly string[], outline: Outline): TypedLine {
  const line: TypedLine = {
    command: null,
    group: null,
    args: [],
    given: new Set(),
    pending: null,
    dir: null,
    onlyArgs: false,
  };
  for (const word of words[0] === "help" ? words.slice(1) : words) take(word, line, outline);
  return line;
}

/** The flags that may stand where the line is: of the command, or of the one that a group is without more. */
export function flagsHere(line: TypedLine, outline: Outline): readonly OutlinedFlag[] {
  const command = line.command ?? aloneOf(line.group, outline);
  return [...(command?.flags ?? []), ...outline.global];
}

function take(word: string, line: TypedLine, outline: Outline): void {
  if (line.pending !== null) {
    if (line.pending.long === "--dir") line.dir = word;
    line.pending = null;
    return;
  }
  if (word === "--" && !line.onlyArgs) {
    line.onlyArgs = true;
    return;
  }
  if (word.startsWith("-") && word !== "-" && !line.onlyArgs) takeFlag(word, line, outline);
  else if (line.command === null) takeCommandWord(word, line, outline);
  else line.args.push(word);
}

function takeFlag(word: string, line: TypedLine, outline: Outline): void {
  const [name = "", ...value] = word.split("=");
  const flag = flagsHere(line, outline).find(({long, short}) => long === name || short === name);
  if (flag === undefined) return;
  line.given.add(flag.long);
  if (value.length === 0) line.pending = flag.takesValue ? flag : null;
  else if (flag.long === "--dir") line.dir = value.join("=");
}

function takeCommandWord(word: string, line: TypedLine, outline: Outline): void {
  const name = line.group === null ? word : `${line.group} ${word}`;
  const isGroup = line.group === null && outline.groups.some((one) => one.name === word);
  if (isGroup) line.group = word;
  else line.command = outline.commands.find((one) => one.name === name) ?? unknown(name);
}

/** Of a command that there is not, so that what follows is completed by nothing. */
function unknown(name: string): OutlinedCommand {
  return {name, summary: "", args: [], flags: []};
}

function aloneOf(group: string | null, {groups, commands}: Outline): OutlinedCommand | undefined {
  const alone = groups.find(({name}) => name === group)?.alone;
  return commands.find(({name}) => name === alone);
}
