import type {Form} from "./line-forms.ts";
import {type Scanned, trimCut} from "./line-scan.ts";
import {type BracketReading, isComplete, readBracket} from "./read-line-bracket-words.ts";
import {exampleProblem, type Problem} from "./read-line-problem.ts";

/** Why no brackets of a line are those of its grammar: they stand in the wrong place, or are not there. */
export function missingBracket(form: Form, line: Scanned, from: number): Problem {
  const slot = form.slots.find((one) => one.required);
  const part = slot?.code.slice(form.name.length + 1) ?? "word";
  const misplaced = findComplete(form, line, from);
  if (misplaced === null) {
    const cut = trimCut(line, {start: from, end: line.mask.length});
    return exampleProblem(form, part, cut, `no brackets say ${slot?.tells ?? "more"}`);
  }
  const signs = {start: misplaced.cut.start - 1, end: misplaced.cut.end + 1};
  const brackets = line.source.slice(signs.start, signs.end);
  // A full-width bracket carries its own space.
  const narrow = line.source[signs.start] === "(";
  if (narrow && signs.start > from && /\S/.test(line.mask[signs.start - 1] ?? " ")) {
    return exampleProblem(form, part, signs, `a space is missing in front of ${brackets}`);
  }
  if (form.rest) {
    return exampleProblem(form, part, signs, `a colon is missing behind ${brackets}`);
  }
  const behind = trimCut(line, {start: signs.end, end: line.mask.length});
  return exampleProblem(form, "rest", behind, `nothing may follow ${brackets} in this section`);
}

/** More brackets than this are no slip of somebody's. */
const lookedAt = 20;

/** The last brackets whose words would complete the line if they stood in the right place. */
function findComplete(form: Form, line: Scanned, from: number): BracketReading | null {
  let found: BracketReading | null = null;
  const pairs = /\(([^()]{1,200})\)/g;
  pairs.lastIndex = from;
  for (let tries = 0; tries < lookedAt; tries++) {
    const match = pairs.exec(line.mask);
    if (match === null) break;
    const signs = {open: match.index, close: match.index + match[0].length - 1};
    const reading = readBracket(form, line, signs, null);
    if (isComplete(form, reading)) found = reading;
  }
  return found;
}
