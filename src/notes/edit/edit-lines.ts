import {PmTalkError} from "../../core/errors.ts";
import type {LineSection} from "../body.ts";
import {bodyBlocks, findSectionPlace, itemAt, sectionsAfter} from "./edit-body.ts";
import {joinLines, linesOf, type TextLine} from "./edit-text.ts";
import {sectionOf} from "../sections.ts";
import type {Synonyms} from "../body/sections-match.ts";
import type {Kind} from "../vocabulary.ts";

/**
 * The text with the source of one bullet changed, on all the lines that it has: what belongs to a row but not
 * what is nested below it. `line` is the row's, from 1 in the file. Line ends in the source stay as they are.
 */
export function setBullet(text: string, line: number, change: (source: string) => string): string {
  const lines = linesOf(text);
  const {start, own} = itemAt(text, line);
  const from = start - 1;
  const source = lines.slice(from, own - 1);
  const last = source.at(-1);
  if (last === undefined) throw new Error(`no bullet in line ${String(line)}`);
  const put = change(joinLines(source).slice(0, joinLines(source).length - last.end.length));
  return joinLines(lines.slice(0, from)) + put + last.end + joinLines(lines.slice(own - 1));
}

/**
 * The text with lines added at the end of a section, before the blank lines behind it, with the bullets and
 * line ends that the section has. `added` are bullets as writeLine gives them. A missing heading is made, in
 * the order in which sections stand; `headings` are the config's.
 */
export function addLines(
  text: string,
  kind: Kind,
  section: LineSection,
  added: readonly string[],
  headings: Synonyms,
): string {
  if (added.length === 0) return text;
  const lines = linesOf(text);
  const blocks = bodyBlocks(text);
  const place = findSectionPlace(blocks, section, headings);
  if (place !== null) {
    const at = lastFilled(lines, place.end - 1);
    return insertLines(lines, at, alike(added, lines, place.bullets));
  }
  const next = sectionsAfter(blocks, section, kind, headings);
  const heading = `## ${sectionOf(section).heading}`;
  const isBlank = (index: number): boolean => (lines[index]?.text ?? "").trim() === "";
  if (next === null)
    return insertLines(lines, lastFilled(lines, lines.length), ["", heading, ...added]);
  const before = isBlank(next - 2) ? [] : [""];
  return insertLines(lines, next - 1, [...before, heading, ...added, ""]);
}

/** Index behind the last line before `end` that is not blank. */
function lastFilled(lines: readonly TextLine[], end: number): number {
  let at = end;
  while (at > 0 && (lines[at - 1]?.text ?? "").trim() === "") at--;
  return at;
}

/** A text that ends without a line end still does so afterwards. */
function insertLines(lines: readonly TextLine[], at: number, added: readonly string[]): string {
  const end = lines.slice(0, at).findLast((line) => line.end !== "")?.end ?? "\n";
  const before = lines.slice(0, at);
  const behind = lines.slice(at);
  const last = before.at(-1);
  const isOpen = last !== undefined && last.end === "";
  const put = added.map((text) => ({text, end}));
  if (!isOpen) return joinLines([...before, ...put, ...behind]);
  const opened = [...before.slice(0, -1), {...last, end}];
  return joinLines([...opened, ...put.slice(0, -1), {text: added.at(-1) ?? "", end: ""}]);
}

/** The bullets with the sign, indentation and space of those that are there; numbers go on. */
function alike(
  added: readonly string[],
  lines: readonly TextLine[],
  bullets: readonly number[],
): string[] {
  const model = /^(\s*)([-*+]|(\d{1,9})([.)]))(\s+)/.exec(
    lines[(bullets.at(-1) ?? 0) - 1]?.text ?? "",
  );
  if (model === null) return [...added];
  const [, indent = "", sign = "-", number, point = "", space = " "] = model;
  return added.map((line, index) => {
    if (!line.startsWith("- "))
      throw new PmTalkError("not-written", `Not written: no bullet: ${line}`);
    const mark = number === undefined ? sign : `${String(Number(number) + 1 + index)}${point}`;
    return `${indent}${mark}${space}${line.slice(2)}`;
  });
}
