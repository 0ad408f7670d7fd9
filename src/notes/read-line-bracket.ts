import {type Form} from "./line-forms.ts";
import type {DateReader} from "./line-forms-dates.ts";
import {
  isComplete,
  type BracketReading,
  readBracket,
  wordProblem,
} from "./read-line-bracket-words.ts";
import {type Problem, exampleProblem} from "./read-line-problem.ts";
import {type Cut, type Scanned, trimCut} from "./line-scan.ts";

/** Where TEXT ends, what the bracket says, and where REST stands. */
export interface Divided {
  text: Cut;
  values: ReadonlyMap<string, string>;
  rest: Cut | null;
}

/** A bracket that may be the one of the line: the signs themselves, and what stands behind it. */
interface Candidate {
  open: number;
  close: number;
  /** Where REST starts; null where the line ends behind the bracket. */
  rest: number | null;
}

/**
 * Finds the bracket of a line from `from` on. In a section without REST it is the last one; in the others
 * the first whose words all fit and complete the line.
 */
export function divideLine(
  form: Form,
  line: Scanned,
  from: number,
  dates: DateReader | null,
): Divided | Problem {
  if (form.bracket === "none") return divideAtColon(line, from, findColon(line, from));
  const candidates = findCandidates(line, from, form.rest);
  const tried = form.rest ? candidates : candidates.slice(-1);
  const readings: BracketReading[] = [];
  for (const candidate of tried) {
    const reading = readBracket(form, line, candidate, dates);
    if (isComplete(form, reading)) {
      return {
        text: {start: from, end: candidate.open},
        values: reading.values,
        rest: candidate.rest === null ? null : {start: candidate.rest, end: line.mask.length},
      };
    }
    readings.push(reading);
  }
  return form.bracket === "optional"
    ? divideWithoutBracket(form, line, from, tried, readings)
    : bracketProblem(form, line, from, readings);
}

function divideWithoutBracket(
  form: Form,
  line: Scanned,
  from: number,
  candidates: readonly Candidate[],
  readings: readonly BracketReading[],
): Divided | Problem {
  const known = readings.find((reading) => reading.values.size > 0);
  if (known !== undefined) return wordProblem(form, line, known);
  const colon = findColon(line, from);
  const first = candidates[0];
  const reading = readings[0];
  if (first !== undefined && reading !== undefined && first.open < (colon ?? Infinity)) {
    const text = line.source.slice(first.open, first.close + 1);
    const escaped = `\\${text.slice(0, -1)}\\${text.slice(-1)}`;
    const problem = wordProblem(form, line, reading);
    return {...problem, hint: `As plain text:  ${escaped}  ${problem.hint}`};
  }
  return divideAtColon(line, from, colon);
}

function divideAtColon(line: Scanned, from: number, colon: number | undefined): Divided {
  const values = new Map<string, string>();
  const end = line.mask.length;
  if (colon === undefined) return {text: {start: from, end}, values, rest: null};
  return {text: {start: from, end: colon}, values, rest: {start: colon + 1, end}};
}

function bracketProblem(
  form: Form,
  line: Scanned,
  from: number,
  readings: readonly BracketReading[],
): Problem {
  const meant = readings.find((reading) => reading.values.size > 0) ?? readings[0];
  if (meant !== undefined) return wordProblem(form, line, meant);
  const behind = form.rest ? null : textBehind(form, line, from);
  if (behind !== null) return behind;
  const slot = form.slots.find((one) => one.required);
  return exampleProblem(
    form,
    slot?.code.slice(form.name.length + 1) ?? "word",
    trimCut(line, {start: from, end: line.mask.length}),
    `the brackets at the end that say ${slot?.tells ?? "more"} are missing`,
  );
}

/** In a section without REST the brackets stand at the end: what follows them is named. */
function textBehind(form: Form, line: Scanned, from: number): Problem | null {
  const found = findCandidates(line, from, true).at(-1);
  if (found === undefined || found.rest === null) return null;
  if (!isComplete(form, readBracket(form, line, found, null))) return null;
  const cut = trimCut(line, {start: found.close + 1, end: line.mask.length});
  return exampleProblem(form, "rest", cut, "nothing stands behind the brackets in this section");
}

/** Brackets behind a space at the end of the line or, where REST may follow, before a colon. */
function findCandidates(line: Scanned, from: number, rest: boolean): Candidate[] {
  const candidates: Candidate[] = [];
  const opens: number[] = [];
  const signs = /[()]/g;
  signs.lastIndex = from;
  for (let match = signs.exec(line.mask); match !== null; match = signs.exec(line.mask)) {
    const at = match.index;
    if (match[0] === "(") opens.push(at);
    else {
      const open = opens.pop();
      const end = open === undefined ? null : candidateEnd(line.mask, at);
      if (open === undefined || end === null || !mayOpen(line, open, from)) continue;
      if (end === "line") candidates.push({open, close: at, rest: null});
      else if (rest) candidates.push({open, close: at, rest: end});
    }
  }
  return candidates.sort((a, b) => a.open - b.open);
}

const lineEnd = /\.?\s*$/y;
const colonBehind = /\s?:/y;

/** `line` where the line ends behind the bracket, else where REST starts, else null. */
function candidateEnd(mask: string, close: number): "line" | number | null {
  colonBehind.lastIndex = close + 1;
  if (colonBehind.test(mask)) return colonBehind.lastIndex;
  lineEnd.lastIndex = close + 1;
  return lineEnd.test(mask) ? "line" : null;
}

/** A full-width bracket carries its own space. */
function mayOpen(line: Scanned, open: number, from: number): boolean {
  if (open === from || line.source[open] === "（") return true;
  return /\s/.test(line.mask[open - 1] ?? " ");
}

/** The first colon that may end TEXT: before a space, at the end or full-width; not inside brackets. */
function findColon(line: Scanned, from: number): number | undefined {
  const opens: number[] = [];
  const colons: number[] = [];
  const signs = /[():]/g;
  signs.lastIndex = from;
  for (let match = signs.exec(line.mask); match !== null; match = signs.exec(line.mask)) {
    const at = match.index;
    if (match[0] === "(") opens.push(colons.length);
    else if (match[0] === ")") colons.length = opens.pop() ?? colons.length;
    else if (endsText(line, at)) colons.push(at);
  }
  return colons[0];
}

function endsText(line: Scanned, colon: number): boolean {
  return line.source[colon] === "：" || /\s/.test(line.mask[colon + 1] ?? " ");
}
