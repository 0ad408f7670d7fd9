import {type Form} from "./line-forms.ts";
import type {DateReader} from "./line-forms-dates.ts";
import {isComplete, type BracketReading, readBracket} from "./read-line-bracket-words.ts";
import {missingBracket} from "./read-line-bracket-missing.ts";
import {plainProblem, wordProblem} from "./read-line-bracket-problem.ts";
import type {Problem} from "./read-line-problem.ts";
import type {Cut, Scanned} from "./line-scan.ts";

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
  const tried: Tried = {first: null, known: null};
  const useless = new Set<string>();
  for (const candidate of form.rest ? candidates : candidates.slice(-1)) {
    const inside = line.source.slice(candidate.open + 1, candidate.close);
    if (useless.has(inside)) continue;
    const reading = readBracket(form, line, candidate, dates);
    if (isComplete(form, reading)) {
      return {
        text: {start: from, end: candidate.open},
        values: reading.values,
        rest: candidate.rest === null ? null : {start: candidate.rest, end: line.mask.length},
      };
    }
    tried.first ??= reading;
    if (reading.values.size > 0) tried.known ??= reading;
    // A line may hold the same bracket thousands of times.
    if (inside.length < 40) useless.add(inside);
  }
  if (form.bracket === "optional") return divideWithoutBracket(form, line, from, tried);
  const meant = tried.known ?? tried.first;
  return meant === null ? missingBracket(form, line, from) : wordProblem(form, line, meant);
}

/** Of the brackets that do not complete a line the first, and the first with a known word. */
interface Tried {
  first: BracketReading | null;
  known: BracketReading | null;
}

function divideWithoutBracket(
  form: Form,
  line: Scanned,
  from: number,
  tried: Tried,
): Divided | Problem {
  if (tried.known !== null) return wordProblem(form, line, tried.known);
  const colon = findColon(line, from);
  const {first} = tried;
  return first !== null && first.cut.start <= (colon ?? Infinity)
    ? plainProblem(form, line, first)
    : divideAtColon(line, from, colon);
}

function divideAtColon(line: Scanned, from: number, colon: number | undefined): Divided {
  const values = new Map<string, string>();
  const end = line.mask.length;
  if (colon === undefined) return {text: {start: from, end}, values, rest: null};
  return {text: {start: from, end: colon}, values, rest: {start: colon + 1, end}};
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

const lineEnd = /[.。]?\s*$/y;
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
