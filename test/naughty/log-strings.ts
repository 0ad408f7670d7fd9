import {expect} from "vitest";
import {flattenSpace} from "../../src/core/text.ts";
import {escapable} from "../../src/notes/lines/line-scan-ranges.ts";

/** One string said in every place that `log` has for one. */
export interface Said {
  flags: string[];
  /** Front matter that is expected of the note. */
  fields: Record<string, unknown>;
  /** Texts that are expected of its sections, by section. */
  sections: Record<string, unknown[]>;
}

/** The text with a backslash before every sign that one makes plain: what a careful person types in a line. */
export function escaped(text: string): string {
  return text.replace(new RegExp(escapable, "g"), "\\$&");
}

const items = [
  "works",
  "not-working",
  "wish",
  "pain",
  "surprise",
  "insight",
  "lean-in",
  "tune-out",
  "objection",
  "must-change",
] as const;
const sectionOfFlag: Record<string, string> = {
  pain: "pains",
  surprise: "surprises",
  insight: "insights",
  objection: "objections",
};

/** Flags of `log` that say the string everywhere but as the customer, and what has to come back. */
export function saidEverywhere(text: string): Said {
  const flat = flattenSpace(text);
  const line = escaped(text);
  const who = isHandle(flat) ? "ana" : flat;
  // An id with a link in it, or with the ending of a file, is never one as it stands.
  const assumption = /\[\[|\.md$/.test(flat) ? "another one" : flat;
  const names = /^[,，\s]*$/.test(text) ? ["tag"] : ["tag", "contact", "concept"];
  const flags = [
    ...items.map((flag) => `--${flag}=${text}`),
    `--section=story:${text}`,
    ...["pitch", "via", "firm", "reason", ...names].map((flag) => `--${flag}=${text}`),
    "--meaningful=true",
    "--team=ana",
    `--evidence=Against ${escaped(assumption)} (story): ${line}`,
    `--evidence=For setup-alone (observed): "${line}" — ${line}`,
    `--ask=${line} (money, declined): ${line}`,
    `--promise=${line} (none)`,
    `--request=${line} (decline, 2): ${line}`,
    `--introduction=${line} (asked)`,
    `--step=${line} (${escaped(who)}, 2026-12-01)`,
  ];
  return {
    flags,
    fields: fieldsOf(text, names),
    sections: {...itemsOf(flat), ...linesOf(flat, who, assumption)},
  };
}

function fieldsOf(text: string, names: string[]): Record<string, unknown> {
  const trimmed = text.trim();
  return {
    contacts: names.includes("contact") ? [flattenSpace(text)] : [],
    concepts: names.includes("concept") ? partsOf(flattenSpace(text)) : [],
    pitch: trimmed,
    via: trimmed,
    firm: trimmed,
    reason: trimmed,
    tags: [trimmed.replace(/^#(?=\p{L})/u, "")],
  };
}

function itemsOf(flat: string): Record<string, unknown[]> {
  const item = [expect.objectContaining({text: flat})];
  const keys = [...items.map((flag) => sectionOfFlag[flag] ?? flag), "story"];
  return Object.fromEntries(keys.map((key) => [key, item]));
}

function linesOf(flat: string, who: string, assumption: string): Record<string, unknown[]> {
  const lines: Record<string, object[]> = {
    evidence: [
      {stance: "refutes", assumption, kind: "story", quote: null, note: flat, who: null},
      {stance: "supports", assumption: "setup-alone", quote: flat, note: null, who: flat},
    ],
    asks: [{what: flat, currency: "money", answer: "declined", reason: flat}],
    promised: [{what: flat, exists: "none"}],
    requests: [{what: flat, answer: "decline", importance: 2, need: flat}],
    introductions: [{who: flat, state: "asked"}],
    steps: [{what: flat, who, due: "2026-12-01", done: false}],
  };
  const partly = (row: object): unknown => expect.objectContaining(row);
  return Object.fromEntries(Object.entries(lines).map(([key, rows]) => [key, rows.map(partly)]));
}

/** Concepts with commas between them are several. */
function partsOf(text: string): string[] {
  const parts = text.split(/[,，]/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ""))];
}

/** What means a person or a day where a step says who. */
function isHandle(flat: string): boolean {
  return /^(?:me|them|today|friday|done .*|[@]?ana|\d.*)$/i.test(flat.normalize("NFKC"));
}
