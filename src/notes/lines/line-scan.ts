import {flattenSpace} from "../../core/text.ts";
import {findRanges, type Range} from "./line-scan-ranges.ts";

/**
 * One line of source, and the same line with everything hidden that is text by its place: what stands in
 * links, `[[ ]]` and code, and every sign behind a backslash. Both have the same length, so whatever is
 * found in the mask is cut from the source. Full-width structure is plain structure in the mask.
 */
export interface Scanned {
  source: string;
  mask: string;
  /** Links, wiki links and code, in order and not nested. */
  spans: readonly Range[];
}

/** A part of a source line: from `start` up to but not including `end`. */
export interface Cut {
  start: number;
  end: number;
}

const hidden = "\u0001";
const backslash = "\u0002";
const escaped = backslash + hidden;
const fullWidth: Record<string, string> = {"（": "(", "）": ")", "：": ":", "，": ","};

/** Scans a line once, in linear time. Comments in it become spaces in both source and mask. */
export function scanLine(source: string): Scanned {
  const ranges = /[\\`[<]/.test(source) ? findRanges(source) : [];
  let mask = "";
  let text = "";
  let at = 0;
  for (const range of ranges) {
    const inside = source.slice(range.start, range.end);
    const before = source.slice(at, range.start);
    mask += before + maskOf(range);
    text += before + (range.kind === "comment" ? " ".repeat(inside.length) : inside);
    at = range.end;
  }
  mask += source.slice(at);
  text += source.slice(at);
  return {
    source: text,
    mask: mask.replace(/[（）：，]/g, (sign) => fullWidth[sign] ?? sign),
    spans: ranges.filter((range) => range.kind !== "escape" && range.kind !== "comment"),
  };
}

/** The value of a part of a line: white space flattened, backslashes that made a sign plain taken away. */
export function valueOf(line: Scanned, cut: Cut): string {
  const text = line.source.slice(cut.start, cut.end);
  if (!text.includes("\\")) return flattenSpace(text);
  const pieces: string[] = [];
  let at = cut.start;
  let sign = line.source.indexOf("\\", at);
  while (sign >= 0 && sign < cut.end) {
    if (line.mask[sign] === backslash) {
      pieces.push(line.source.slice(at, sign));
      at = sign + 1;
      sign = line.source.indexOf("\\", sign + 2);
    } else {
      sign = line.source.indexOf("\\", sign + 1);
    }
  }
  pieces.push(line.source.slice(at, cut.end));
  return flattenSpace(pieces.join(""));
}

/** The part without the white space around it. */
export function trimCut(line: Scanned, cut: Cut): Cut {
  const text = line.source.slice(cut.start, cut.end);
  const start = cut.start + (text.length - text.trimStart().length);
  return {start, end: Math.max(start, cut.start + text.trimEnd().length)};
}

/** Whether `<!--` stands open in a paragraph: not in code, not behind a backslash, never closed. */
export function findOpenComment(line: Scanned): number {
  return line.source.includes("<!--") ? line.mask.indexOf("<!--") : -1;
}

function maskOf(range: Range): string {
  const length = range.end - range.start;
  if (range.kind === "comment") return " ".repeat(length);
  return range.kind === "escape" ? escaped.repeat(length / 2) : hidden.repeat(length);
}
