import {cpSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import fastGlob from "fast-glob";
import {expect} from "vitest";
import {git, runCli, temporaryFolder} from "../cli/harness.ts";
import {instructionsOf, shownOf, type Instruction, type Typed} from "./examples.ts";

const sample = join(import.meta.dirname, "../../templates/demo");

/**
 * Runs every example of a page and returns the page with the output that each really prints. The commands of
 * a section share a folder: a copy of the sample workspace, or an empty repository when the first is `init`.
 */
export async function runPage(page: string): Promise<string> {
  const lines = page.split("\n");
  const instructions = instructionsOf(page);
  const folders = new Map<string, string>();
  let title = "";
  const replaced: {first: number; last: number; by: string[]}[] = [];
  for (const instruction of instructions) {
    if (instruction.do === "section" || instruction.do === "continue") title = instruction.title;
    else {
      const folder = folders.get(title) ?? startFolder(instruction);
      folders.set(title, folder);
      if (instruction.do === "run") {
        const {first, last, commands} = instruction;
        replaced.push({first, last, by: await printedBy(commands, folder)});
      } else prepare(instruction, folder);
    }
  }
  for (const {first, last, by} of replaced.reverse()) lines.splice(first, last - first, ...by);
  return lines.join("\n");
}

function startFolder(instruction: Instruction): string {
  const folder = temporaryFolder();
  if (instruction.do === "run" && instruction.commands[0]?.words[1] === "init") {
    git(folder, "init", "-q");
    git(folder, "config", "user.email", "ana@example.com");
  } else cpSync(sample, folder, {recursive: true});
  return folder;
}

function prepare(instruction: Instruction, folder: string): void {
  if (instruction.do === "save") {
    const path = join(folder, instruction.file);
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, instruction.text);
  } else if (instruction.do === "change") {
    const path = join(folder, instruction.file);
    const before = readFileSync(path, "utf8");
    expect(before).toContain(instruction.from);
    writeFileSync(path, before.replace(instruction.from, instruction.to));
  }
}

async function printedBy(commands: Typed[], folder: string): Promise<string[]> {
  const blocks: string[][] = [];
  for (const command of commands) {
    const output = (await outputOf(command, folder)).replace(/\n+$/, "").split("\n");
    blocks.push([...command.lines, ...shownOf(output, command.output)]);
  }
  return blocks.flatMap((block, index) => (index === 0 ? block : ["", ...block]));
}

async function outputOf({words, exits, lines}: Typed, folder: string): Promise<string> {
  const [program, ...argv] = words;
  if (program === "cat") {
    const [file] = fastGlob.sync(argv[0] ?? "", {cwd: folder});
    return readFileSync(join(folder, file ?? ""), "utf8");
  }
  expect(program, lines.join("\n")).toBe("pm-talk");
  const ran = await runCli(argv, {cwd: folder, today: "2026-11-20", seed: 7});
  expect({command: lines.join("\n"), code: ran.code, ...(ran.code === exits ? {} : ran)}).toEqual({
    command: lines.join("\n"),
    code: exits,
  });
  return ran.printed;
}
