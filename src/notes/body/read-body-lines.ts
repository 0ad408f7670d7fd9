import {foldId} from "../../core/identity.ts";
import type {LineSection, LineSections} from "../body.ts";
import {forms} from "../lines/line-forms.ts";
import {proseOf} from "../lines/line-scan-prose.ts";
import type {Block} from "./markdown.ts";
import {pieceOf, readOther} from "./read-body-blocks.ts";
import {isName} from "./read-body-names.ts";
import {beginsAsEvidence, warnOfEvidence, warnOfQuote} from "./read-body-prose.ts";
import {
  addWords,
  fileLine,
  note,
  type Piece,
  placeIn,
  type Reading,
  wholeLine,
} from "./read-body-state.ts";
import {readLine, toFault} from "../lines/read-line.ts";
import type {Problem} from "../lines/read-line-problem.ts";

/** Reads one block of a section whose bullets are lines with fields. */
export function readLineBlock(reading: Reading, section: LineSection, block: Block): void {
  const right = forms[section].example;
  switch (block.type) {
    case "item":
      return readBullet(reading, section, block.blocks);
    case "paragraph":
      return readStrayText(reading, block, () => {
        if (isName(reading, block.text, block.line)) return;
        note(reading, "line-paragraph", wholeLine(reading, block.line), {right});
      });
    case "quote":
      return note(reading, "line-quote", wholeLine(reading, block.line), {right});
    case "heading":
      return;
    case "table":
    case "code":
    case "html":
      return readOther(reading, block);
  }
}

function readBullet(reading: Reading, section: LineSection, blocks: readonly Block[]): void {
  const own = blocks.find((block) => block.type === "paragraph" || block.type === "heading");
  if (own !== undefined) {
    const text = withoutContinuations(reading, own);
    const piece = pieceOf(reading, {line: own.line, text});
    if (piece !== null) readRow(reading, section, piece, own.line);
  }
  for (const block of blocks) if (block !== own) readNested(reading, section, block);
}

/** Lines that go on at the margin are no part of the bullet: each is an error, the bullet stands. */
function withoutContinuations(reading: Reading, own: {line: number; text: string}): string {
  if (!own.text.includes("\n")) return own.text;
  const texts = own.text.split("\n");
  const isLoose = (index: number) => /^\S/.test(reading.lines[own.line + index] ?? "");
  const loose = texts.findIndex((_, index) => index > 0 && isLoose(index));
  if (loose < 0) return own.text;
  for (let index = loose; index < texts.length; index++) {
    const text = texts[index] ?? "";
    const heading = /^#{2,6}[^\s#]/.test(text) || isName(reading, text, own.line + index);
    if (heading) pieceOf(reading, {line: own.line + index, text});
    else note(reading, "line-continued", wholeLine(reading, own.line + index));
  }
  return texts.slice(0, loose).join("\n");
}

function readRow(reading: Reading, section: LineSection, piece: Piece, line: number): void {
  const result = readLine(section, piece.scanned);
  const read = "row" in result ? onlyOne(reading, section, result, piece, line) : result;
  if ("problem" in read) {
    const {problem} = read;
    reading.faults.push(toFault(problem, placeIn(reading, piece, problem.cut.start)));
  } else {
    const rows = reading.body.lines[section] as LineSections[LineSection][number][];
    rows.push({...read.row, line: fileLine(reading, line)} as LineSections[LineSection][number]);
    // In claims only references stand behind the bracket.
    if (read.rest !== null && section !== "claims") {
      addWords(reading, proseOf(piece.scanned, read.rest.start));
    }
  }
  if (section !== "evidence") return warnOfEvidence(reading, piece);
  if ("row" in read && read.rest !== null && "quote" in read.row && read.row.quote === null) {
    warnOfQuote(reading, piece, read.rest.start);
  }
}

/** What may stand in a section once: of two lines with one id of a person, or one criterion, the second is left out. */
function onlyOne<Read extends {row: object}>(
  reading: Reading,
  section: LineSection,
  read: Read,
  {scanned}: Piece,
  line: number,
): Read | {problem: Problem} {
  const {row} = read;
  const name =
    section === "people" && "id" in row
      ? String(row.id)
      : section === "criteria" && "criterion" in row
        ? String(row.criterion)
        : null;
  if (name === null) return read;
  const first = reading.once.get(foldId(name));
  if (first === undefined) {
    reading.once.set(foldId(name), fileLine(reading, line));
    return read;
  }
  const start = Math.max(0, scanned.source.toLowerCase().indexOf(name.toLowerCase()));
  const cut = {start, end: start + name.length};
  return {problem: {...secondOf(section, name, first), cut}};
}

function secondOf(section: LineSection, name: string, first: number): Omit<Problem, "cut"> {
  const known = `"${name.slice(0, 60)}" is already`;
  return section === "people"
    ? {
        code: "person-duplicate",
        message: `${known} the person in line ${String(first)}`,
        hint: "Give this one another id.",
      }
    : {
        code: "criterion-duplicate",
        message: `${known} set in line ${String(first)}`,
        hint: "Keep one of the two.",
      };
}

function readNested(reading: Reading, section: LineSection, block: Block): void {
  if (block.type === "table" || block.type === "code" || block.type === "html") {
    return readOther(reading, block);
  }
  if (block.type !== "item") return readStrayText(reading, block, () => warnNested(reading, block));
  const own = block.blocks.find((inner) => inner.type === "paragraph");
  if (own === undefined) return;
  readStrayText(reading, own, (piece) => {
    const evidence =
      beginsAsEvidence(piece.scanned) &&
      (section === "evidence" || /^[*_]{2}/.test(piece.scanned.source));
    if (evidence) note(reading, "evidence-nested", wholeLine(reading, own.line));
    else warnNested(reading, own);
  });
  for (const inner of block.blocks) if (inner !== own) readNested(reading, section, inner);
}

function warnNested(reading: Reading, block: {line: number}): void {
  note(reading, "line-nested", wholeLine(reading, block.line));
}

/** Text that is not read as a line is still written up, so its words count. */
function readStrayText(reading: Reading, block: Block, warn: (piece: Piece) => void): void {
  if (block.type !== "paragraph" && block.type !== "heading") {
    if (block.type === "quote") warnNested(reading, block);
    return;
  }
  const piece = pieceOf(reading, block);
  if (piece === null) return;
  addWords(reading, proseOf(piece.scanned, 0));
  warn(piece);
}
