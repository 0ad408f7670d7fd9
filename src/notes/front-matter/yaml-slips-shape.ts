import type {Finder, Slip} from "./yaml-slips-entry.ts";
import type {YamlRefusal} from "./yaml.ts";

/** Slips in how lines are built and indented. */

export const controlCharacter: Finder = ({line, text}, refusal) => {
  // Bare it is "non-printable", inside quotes "no valid JSON character".
  if (!/non-printable|JSON character/.test(refusal.reason)) return null;
  const column = text.search(/[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/);
  return {
    code: "yaml-character",
    line,
    column: column === -1 ? refusal.column : column,
    length: 1,
    message: "there is a control character in the front matter",
    hint: "Delete it.",
  };
};

export const tab: Finder = ({line, text}, refusal) => {
  const column = /^[ \t]*/.exec(text)?.[0].indexOf("\t") ?? -1;
  if (column === -1 && !(refusal.reason.includes("tab") && text.includes("\t"))) return null;
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
export const missingFence: Finder = ({line}, _refusal, lines) => {
  const heading = lines.findIndex((row, index) => index <= line && /^#{2,6} \S/.test(row));
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

export const documentEnd: Finder = ({line, text}) => {
  if (!/^\.\.\.(\s|$)/.test(text)) return null;
  return {
    code: "fence-close",
    line,
    column: 0,
    length: 3,
    message: "... does not close the front matter",
    hint: "Write --- here, or delete the line.",
  };
};

export const indent: Finder = ({line, text}, refusal) => {
  const length = /^ +(?=(?:[A-Za-z]+:|-)(\s|$))/.exec(text)?.[0].length;
  if (length === undefined || !refusal.reason.startsWith("bad indentation")) return null;
  const bullet = text.trimStart().startsWith("-");
  return {
    code: "yaml-indent",
    line,
    column: 0,
    length,
    message: bullet
      ? "this line is not indented as the one above it"
      : "this line is indented, so it belongs to the value above",
    hint: bullet
      ? "Begin all lines of a list in the same column."
      : `Begin it in the first column:  ${text.trim()}`,
  };
};

/** `%duration: 30`, `@team: ana`. */
export const keySign: Finder = ({line, text}) => {
  const match = /^([%@`*&!|>?,\]}])\s*([A-Za-z]+:(?:\s.*)?)$/.exec(text);
  if (match === null) return null;
  const [, sign = "", entry = ""] = match;
  return {
    code: "yaml-sign",
    line,
    column: 0,
    length: 1,
    message: `a line cannot begin with ${sign}`,
    hint: `Write  ${entry}`,
  };
};

/** `: sales-call`. */
export const missingKey: Finder = ({line, text}) => {
  const column = /^\s*(?=:\s)/.exec(text)?.[0].length;
  if (column === undefined) return null;
  const message = "there is nothing in front of this colon";
  return {code: "yaml-space", line, column, length: 1, message, hint: "Write it as key: value."};
};

/** `type:interview`. */
export const missingSpace: Finder = ({line, text}) => {
  const match = /^(\s*)([A-Za-z]+):(?=[^\s:/])(.+)$/.exec(text);
  if (match === null) return null;
  const [, blanks = "", key = "", value = ""] = match;
  return {
    code: "yaml-space",
    line,
    column: blanks.length + key.length,
    length: 1,
    message: "there is no space behind this colon",
    hint: `Write  ${key}: ${value}`,
  };
};

/** `type interview`. */
export const missingColon: Finder = ({line, text}) => {
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

/** One key twice: neither the first nor the last is taken, because which one is meant is a guess. */
export function duplicateKey(refusal: YamlRefusal, lines: readonly string[]): Slip {
  const text = lines[refusal.line] ?? "";
  const key = /^\s*(?:- +)?([^\s:][^:]{0,59}?)\s*:/.exec(text)?.[1] ?? "key";
  const first = lines.findIndex((row) => row.trimStart().startsWith(`${key}:`));
  const elsewhere = first !== -1 && first < refusal.line;
  return {
    code: "yaml-duplicate",
    line: refusal.line,
    column: Math.max(0, text.indexOf(key)),
    length: key.length,
    message: `"${key}" stands here a second time`,
    hint: elsewhere
      ? `Keep one of the two; the first is  ${(lines[first] ?? "").trim().slice(0, 80)}`
      : "Keep one of the two.",
  };
}
