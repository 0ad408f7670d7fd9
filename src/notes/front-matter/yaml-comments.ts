import type {Fault} from "../../core/diagnostics.ts";
import {lineFault} from "./front-matter-faults.ts";
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

/**
 * An error for a bullet that stands further in than the one above it: to YAML `- ana` and ` - ben` are one text,
 * "ana - ben", and two members would be nobody.
 */
export function findJoinedBullets(block: string, firstLine: number): Fault[] {
  const lines = block.split(/\r?\n/);
  let inList = false;
  return lines.flatMap((line, index) => {
    // Behind `key: |` bullets are text.
    if (/^[^\s-]/.test(line)) inList = /^[^\s:]+:\s*(?:#.*)?$/.test(line);
    const above = /^( *)- +(?!["'[{|>])\S/.exec(lines[index - 1] ?? "")?.[1];
    const own = /^( *)-(?: |$)/.exec(line)?.[1];
    if (!inList || above === undefined || own === undefined) return [];
    if (own.length <= above.length) return [];
    const message = "this line is not indented as the one above it";
    const hint = "Begin all lines of a list in the same column.";
    return [lineFault("yaml-indent", firstLine + index, message, hint, 1, own.length)];
  });
}
