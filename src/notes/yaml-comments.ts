import type {Fault} from "../core/diagnostics.ts";
import {quoteHint} from "./yaml-quote.ts";

/**
 * A warning for every value that YAML cuts off at a `#`: in `reason: see issue #4` the file says more than
 * is read, and nobody would notice. A comment with a space behind its `#` was meant as one. `firstLine` is
 * the line of the file, from 1, on which the block begins.
 */
export function findCutValues(block: string, firstLine: number): Fault[] {
  if (!block.includes("#")) return [];
  return block.split(/\r?\n/).flatMap((line, index) => {
    const column = cutAt(line);
    return column === -1 ? [] : [cutValue(line, firstLine + index, column)];
  });
}

/** Where the comment begins; -1 where there is none, or the value ends before it on its own. */
function cutAt(line: string): number {
  const lead = /^(?:[^\s#:"'][^\s:]{0,80}:|\s*-)(?=[ \t])/.exec(line)?.[0];
  if (lead === undefined) return -1;
  const at = line.search(/[ \t]#[^\s#]/);
  if (at === -1) return -1;
  return /^["'[{|>]/.test(line.slice(lead.length).trimStart()) ? -1 : at + 1;
}

function cutValue(line: string, number: number, column: number): Fault {
  const length = Math.min(line.length - column, 40);
  return {
    code: "yaml-comment",
    severity: "warning",
    place: {at: "line", line: number, column: column + 1, length},
    message: "# begins a comment here, so that the rest of the line is not read",
    hint: quoteHint(line),
    dropped: null,
  };
}
