import {quoted, quoteHint} from "./yaml-quote.ts";
import type {YamlRefusal} from "./yaml.ts";

/** A usual slip found in a line; line and column count from 0. */
export interface Slip {
  code: string;
  line: number;
  column: number;
  length: number;
  message: string;
  hint: string;
}

/** A line as `key: value`, with where the value begins. */
interface Entry {
  line: number;
  text: string;
  /** Key, colon and blanks. */
  lead: string;
  value: string;
}

type Finder = (entry: Entry, refusal: YamlRefusal, lines: string[]) => Slip | null;

/** Long lines are cut before they are looked at: a slip is near the beginning of a value. */
const lookedAt = 2_000;

/**
 * The usual slip behind a syntax error. The parser stops at or just behind the line with the slip, so
 * that line is looked at first, then the one before it; a quotation mark left open it notices only at the
 * very end.
 */
export function findSlip(refusal: YamlRefusal, lines: string[]): Slip | null {
  if (refusal.reason.startsWith("duplicated mapping key")) return duplicate(refusal, lines);
  if (refusal.reason.includes("within a")) return openQuotes(lines);
  const last = lines.length - 1;
  for (const line of [refusal.line, refusal.line - 1]) {
    if (line < 0 || line > last) continue;
    const entry = entryOf(lines, line);
    for (const find of finders) {
      const slip = find(entry, refusal, lines);
      if (slip !== null) return slip;
    }
  }
  return unclosedBrackets(lines, refusal);
}

function entryOf(lines: string[], line: number): Entry {
  const text = (lines[line] ?? "").slice(0, lookedAt).trimEnd();
  const lead = /^\s*(?:- +)?(?:[^\s:"'[{]+:[ \t]+)?(?:- +)?/.exec(text)?.[0] ?? "";
  return {line, text, lead, value: text.slice(lead.length)};
}

const tab: Finder = ({line, text}, refusal) => {
  const column = /^[ \t]*/.exec(text)?.[0].indexOf("\t") ?? -1;
  if (column === -1 && !refusal.reason.includes("tab")) return null;
  return {
    code: "yaml-tab",
    line,
    column: Math.max(0, column),
    length: 1,
    message: "a tab cannot indent a line in YAML",
    hint: "Use spaces.",
  };
};

/** `## What works` is a comment in YAML, so that a missing closing fence shows only further down. */
const missingFence: Finder = ({line}, _refusal, lines) => {
  const heading = lines.findIndex((row, index) => index <= line && /^#{1,6} \S/.test(row));
  if (heading === -1) return null;
  return {
    code: "fence-close",
    line: heading,
    column: 0,
    length: Math.min(lines[heading]?.length ?? 1, 40),
    message: "a heading stands in the front matter",
    hint: "Write --- on a line of its own above it, to close the front matter.",
  };
};

const signs: Finder = ({line, lead, value, text}, refusal) => {
  const sign = /^(?:[@`%*&!|>?,\]}]|- )/.exec(value)?.[0].trim();
  if (sign === undefined || refusal.column < lead.length) return null;
  if (/^[|>][+-]?\d?$/.test(value)) return null;
  const code = sign === "!" ? "yaml-tag" : sign === "*" ? "yaml-anchor" : "yaml-sign";
  return {
    code,
    line,
    column: lead.length,
    length: sign.length,
    message: `a value cannot begin with ${sign} unless it is in quotes`,
    hint: quoteHint(text),
  };
};

const textBehindQuotes: Finder = ({line, lead, value}) => {
  const mark = value[0];
  if (mark !== '"' && mark !== "'") return null;
  const close = value.indexOf(mark, 1);
  if (close === -1) return null;
  const rest = value.slice(close + 1);
  if (rest.trim() === "" || /^\s*(#|:\s)/.test(rest)) return null;
  const whole = value.length > 1 && value.endsWith(mark) && value.length > close + 1;
  const meant = whole ? value.slice(1, -1) : value;
  return {
    code: "yaml-quotes",
    line,
    column: lead.length + close,
    length: 1,
    message: `this ${mark} ends the value, and more text follows`,
    hint: `Use the other quotation marks around it:  ${lead.trimStart()}${quoted(meant)}`,
  };
};

const secondColon: Finder = ({line, lead, value}) => {
  if (!/^[^\s:]+:[ \t]/.test(lead.trimStart()) || /^["'[{]/.test(value)) return null;
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

const missingSpace: Finder = ({line, text}) => {
  const match = /^(\s*)([A-Za-z]+):(?=[^\s:/])(.+)$/.exec(text);
  if (match === null) return null;
  const [, indent = "", key = "", value = ""] = match;
  return {
    code: "yaml-space",
    line,
    column: indent.length + key.length,
    length: 1,
    message: "there is no space behind this colon",
    hint: `Write  ${key}: ${value}`,
  };
};

const missingColon: Finder = ({line, text}) => {
  const match = /^([A-Za-z]+)(?:[ \t]+(.*))?$/.exec(text);
  if (match === null) return null;
  const [, key = "", value = ""] = match;
  return {
    code: "yaml-space",
    line,
    column: 0,
    length: key.length,
    message: "there is no colon in this line",
    hint: value === "" ? "Write it as key: value." : `Write  ${key}: ${value}`,
  };
};

const indented: Finder = ({line, text}, refusal) => {
  const indent = /^ +(?=[A-Za-z]+:(\s|$))/.exec(text)?.[0].length;
  if (indent === undefined || !refusal.reason.startsWith("bad indentation")) return null;
  return {
    code: "yaml-indent",
    line,
    column: 0,
    length: indent,
    message: "this line is indented, so it belongs to the value above",
    hint: `Begin it in the first column:  ${text.trim()}`,
  };
};

const character: Finder = ({line}, refusal) => {
  if (!refusal.reason.includes("non-printable")) return null;
  return {
    code: "yaml-character",
    line,
    column: refusal.column,
    length: 1,
    message: "there is a control character in the front matter",
    hint: "Delete it.",
  };
};

const escape: Finder = ({line, text}, refusal) => {
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

const finders: Finder[] = [
  character,
  tab,
  escape,
  missingFence,
  indented,
  textBehindQuotes,
  signs,
  secondColon,
  missingSpace,
  missingColon,
];

function duplicate(refusal: YamlRefusal, lines: string[]): Slip {
  const text = lines[refusal.line] ?? "";
  const key = /^\s*([^:]{1,60}?)\s*:/.exec(text)?.[1] ?? "key";
  const first = lines.findIndex((row) => row.trimStart().startsWith(`${key}:`));
  const column = Math.max(0, text.indexOf(key));
  return {
    code: "yaml-duplicate",
    line: refusal.line,
    column,
    length: key.length,
    message: `"${key}" stands here a second time`,
    hint:
      first === -1 || first === refusal.line
        ? "Keep one of the two."
        : `Keep one of the two; the first is  ${(lines[first] ?? "").slice(0, 80).trim()}`,
  };
}

/** The parser reads on to the end; the slip is in the first line with an odd number of marks. */
function openQuotes(lines: string[]): Slip | null {
  for (let line = 0; line < lines.length; line++) {
    const {lead, value} = entryOf(lines, line);
    const mark = value[0];
    if (mark !== '"' && mark !== "'") continue;
    if (value.split(mark).length % 2 === 1) continue;
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

function unclosedBrackets(lines: string[], refusal: YamlRefusal): Slip | null {
  if (!/flow|unexpected end/.test(refusal.reason)) return null;
  for (let line = Math.min(refusal.line, lines.length - 1); line >= 0; line--) {
    const {lead, value} = entryOf(lines, line);
    const open = /^[[{]/.exec(value)?.[0];
    if (open === undefined) continue;
    const close = open === "[" ? "]" : "}";
    if (value.includes(close)) return null;
    return {
      code: "yaml-bracket",
      line,
      column: lead.length,
      length: 1,
      message: `this ${open} is not closed`,
      hint: `Close it:  ${lead.trimStart()}${value}${close}`,
    };
  }
  return null;
}
