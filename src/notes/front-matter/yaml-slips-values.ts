import {quoted, quoteHint} from "./yaml-quote.ts";
import {entryOf, type Finder, type Slip} from "./yaml-slips-entry.ts";

/** Slips in what stands behind `key:`, nearly all mended by quotation marks. */

function codeOfSign(sign: string): string {
  if (sign === "!") return "yaml-tag";
  return sign === "*" || sign === "&" ? "yaml-anchor" : "yaml-sign";
}

/** `via: @ana`, `reason: *very* late`, `firm: & Co`. */
export const sign: Finder = ({line, lead, value, text}, refusal) => {
  const found = /^(?:[@`%*&!|>?,\]}]|- )/.exec(value)?.[0].trim();
  if (found === undefined || refusal.column < lead.length) return null;
  if (/^[|>][+-]?\d?$/.test(value)) return null;
  const bullet = /^\s*\* +(.+)$/.exec(text)?.[1];
  return {
    code: codeOfSign(found),
    line,
    column: lead.length,
    length: found.length,
    message:
      bullet === undefined
        ? `a value cannot begin with ${found} unless it is in quotes`
        : "a line of a list begins with - here, not with *",
    hint: bullet === undefined ? quoteHint(text) : `Begin it so:  - ${bullet}`,
  };
};

/** `contacts: [tom, @ana]`. */
export const signInList: Finder = ({line, lead, value}) => {
  if (!value.startsWith("[")) return null;
  const match = /[[,]\s*([@`%*&!|>][^,\]]{0,200})/.exec(value);
  const element = match?.[1]?.trimEnd();
  if (element === undefined || match === null) return null;
  const at = match.index + match[0].indexOf(element);
  const mended = value.slice(0, at) + quoted(element) + value.slice(at + element.length);
  return {
    code: codeOfSign(element.charAt(0)),
    line,
    column: lead.length + at,
    length: 1,
    message: `a value cannot begin with ${element.charAt(0)} unless it is in quotes`,
    hint: `Put it in quotes:  ${lead.trimStart()}${mended}`,
  };
};

/** `reason: "He said "no" to me"`, `title: 'don't'`. */
export const textBehindQuotes: Finder = ({line, lead, value}) => {
  const mark = value.charAt(0);
  if (mark !== '"' && mark !== "'") return null;
  const close = value.indexOf(mark, 1);
  if (close === -1) return null;
  const rest = value.slice(close + 1);
  if (rest.trim() === "" || /^\s*(#|:\s)/.test(rest)) return null;
  const meant = value.endsWith(mark) ? value.slice(1, -1) : value;
  return {
    code: "yaml-quotes",
    line,
    column: lead.length + close,
    length: 1,
    message: `this ${mark} ends the value, and more text follows`,
    hint: `Use the other quotation marks around it:  ${lead.trimStart()}${quoted(meant)}`,
  };
};

/** `reason: budget: not before March`. */
export const secondColon: Finder = ({line, lead, value}) => {
  if (!lead.includes(":") || /^["'[{]/.test(value)) return null;
  const at = value.search(/:(?=\s|$)/);
  if (at === -1) return null;
  return {
    code: "yaml-colon",
    line,
    column: lead.length + at,
    length: 1,
    message: 'a second ": " in this value ends it',
    hint: `Put it in quotes:  ${lead.trimStart()}${quoted(value)}`,
  };
};

/** `path: "C:\pilot"`. */
export const badEscape: Finder = ({line, text}, refusal) => {
  if (!/escape|hexadecimal/.test(refusal.reason)) return null;
  return {
    code: "yaml-quotes",
    line,
    column: Math.max(0, text.lastIndexOf("\\", refusal.column)),
    length: 2,
    message: "a backslash in double quotes begins an escape, and this is none",
    hint: "Use single quotes around the value.",
  };
};

/** The parser reads on to the end; the slip is in the first line with an odd number of marks. */
export function openQuotes(lines: readonly string[]): Slip | null {
  for (let line = 0; line < lines.length; line++) {
    const {lead, value} = entryOf(lines, line);
    const mark = value.charAt(0);
    if ((mark !== '"' && mark !== "'") || value.split(mark).length % 2 === 1) continue;
    return {
      code: "yaml-quotes",
      line,
      column: lead.length,
      length: 1,
      message: `this ${mark} is not closed`,
      hint: `Close it:  ${lead.trimStart()}${value}${mark}`,
    };
  }
  return null;
}

/**
 * The last line up to which the parser came that opens a bracket which nothing closes: it may notice only
 * in a later line, whose own brackets are closed.
 */
export function openBracket(lines: readonly string[], upTo: number): Slip | null {
  const left = {"[": 0, "{": 0};
  for (let line = Math.min(upTo, lines.length - 1); line >= 0; line--) {
    const {lead, value} = entryOf(lines, line);
    left["["] += value.split("[").length - value.split("]").length;
    left["{"] += value.split("{").length - value.split("}").length;
    const open = value.charAt(0);
    if ((open !== "[" && open !== "{") || left[open] <= 0) continue;
    const close = open === "[" ? "]" : "}";
    return {
      code: "yaml-bracket",
      line,
      column: lead.length,
      length: 1,
      message: `this ${open} is not closed`,
      hint: value.endsWith(",")
        ? `Write ${close} behind its last element.`
        : `Close it:  ${lead.trimStart()}${value}${close}`,
    };
  }
  return null;
}

/** `team: [ana]]`, `contacts: [tom] and [eva]`. */
export const textBehindBracket: Finder = ({line, lead, value}) => {
  const open = value.charAt(0);
  if (open !== "[" && open !== "{") return null;
  const close = value.indexOf(open === "[" ? "]" : "}");
  const rest = close === -1 ? "" : value.slice(close + 1);
  if (rest.trim() === "" || /^\s+#/.test(rest) || /["'[{]/.test(value.slice(1, close))) return null;
  return {
    code: "yaml-bracket",
    line,
    column: lead.length + close,
    length: 1,
    message: `this ${value.charAt(close)} ends the list, and more text follows`,
    hint: "Take away what follows it, or put the whole value in quotes.",
  };
};
