/** A command of an example block: what is typed, what it ends with, and what stands below it. */
export interface Typed {
  /** As it stands on the page, over several lines where they end in a backslash. */
  lines: string[];
  words: string[];
  /** The exit code that a comment at the end states; 0 without one. */
  exits: number;
  output: string[];
}

/** What a page tells its test to do, in the order of the page. */
export type Instruction =
  | {do: "section"; title: string}
  | {do: "continue"; title: string}
  | {do: "save"; file: string; text: string}
  | {do: "change"; file: string; from: string; to: string}
  | {do: "run"; commands: Typed[]; first: number; last: number};

/**
 * The instructions of a page. Commands are those of ```console blocks; comments of the form
 * `<!-- changes: FILE: A => B -->`, `<!-- saves: FILE -->` (the next block) and `<!-- continues: SECTION -->`
 * prepare the files. `first` and `last` are the indexes of the lines between the fences of a block.
 */
export function instructionsOf(page: string): Instruction[] {
  const lines = page.split("\n");
  const instructions: Instruction[] = [];
  let saves: string | null = null;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const comment = /^<!-- (changes|saves|continues): (.*) -->$/.exec(line);
    if (line.startsWith("## ")) instructions.push({do: "section", title: line.slice(3)});
    else if (comment?.[1] === "saves") saves = comment[2] ?? "";
    else if (comment?.[1] === "continues")
      instructions.push({do: "continue", title: comment[2] ?? ""});
    else if (comment !== null) instructions.push(changeOf(comment[2] ?? ""));
    else if (line.startsWith("```")) {
      const end = lines.indexOf("```", at + 1);
      const block = lines.slice(at + 1, end);
      if (saves !== null)
        instructions.push({do: "save", file: saves, text: block.join("\n") + "\n"});
      else if (line === "```console")
        instructions.push({do: "run", commands: commandsOf(block), first: at + 1, last: end});
      saves = null;
      at = end;
    }
  }
  return instructions;
}

function changeOf(text: string): Instruction {
  const [, file, from, to] = /^(\S+): (.*) => (.*)$/.exec(text) ?? [];
  if (file === undefined || from === undefined || to === undefined)
    throw new Error(`no change: ${text}`);
  return {do: "change", file, from, to};
}

function commandsOf(block: string[]): Typed[] {
  const commands: Typed[] = [];
  for (let at = 0; at < block.length; at++) {
    const line = block[at] ?? "";
    if (line.startsWith("$ ")) {
      const start = at;
      while (block[at]?.endsWith("\\") === true) at++;
      const lines = block.slice(start, at + 1);
      commands.push({lines, ...typed(lines), output: []});
    } else {
      const last = commands.at(-1);
      if (last === undefined) throw new Error(`a block that begins with no command: ${line}`);
      last.output.push(line);
    }
  }
  for (const {output} of commands) while (output.at(-1) === "") output.pop();
  return commands;
}

function typed(lines: string[]): {words: string[]; exits: number} {
  const text = lines.map((line) => line.replace(/\\$/, "")).join(" ");
  const comment = /\s# exits (\d+)$/.exec(text);
  return {
    words: wordsOf(text.slice(2, comment?.index)),
    exits: comment === null ? 0 : Number(comment[1]),
  };
}

/** The words of a command line with quotes, as a POSIX shell splits them. */
export function wordsOf(line: string): string[] {
  const pieces = line.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g);
  return [...pieces].map(([piece]) =>
    piece.replace(/'([^']*)'|"([^"]*)"/g, (_, single?: string, double?: string) => {
      return single ?? double ?? "";
    }),
  );
}

/** The lines that a page shows of an output; a line `...` on the page stands for what it leaves out. */
export function shownOf(output: string[], onPage: string[]): string[] {
  const gap = onPage.indexOf("...");
  if (gap === -1) return output;
  const tail = onPage.length - gap - 1;
  if (gap + tail >= output.length) throw new Error(`nothing to leave out: ${onPage.join("\n")}`);
  return [...output.slice(0, gap), "...", ...output.slice(output.length - tail)];
}
