import type {ItemSection, LineSection} from "./body.ts";
import type {Kind} from "./vocabulary.ts";

/** A level-2 section of a file, by the key under which its content is kept. */
export type SectionKey = ItemSection | LineSection;

interface SectionBase {
  /** The heading as `log` writes it. */
  heading: string;
  /** Every heading it is found under, `heading` first; spelling variants are matched by folding. */
  headings: readonly string[];
}

/** A section whose items are free text. */
export interface ItemSectionInfo extends SectionBase {
  key: ItemSection;
  content: "items";
  /** What reports sum it up as, together with another section; null where it stands alone. */
  collectedAs: "pains" | "objections" | null;
}

/** A section whose bullets are lines with fields. */
export interface LineSectionInfo extends SectionBase {
  key: LineSection;
  content: "lines";
  /** The one kind of file it stands in. */
  kind: Kind;
  /** Whether only conversations of a selling type have it. */
  sellingOnly: boolean;
}

export type Section = ItemSectionInfo | LineSectionInfo;

/**
 * Every section there is, in the order in which they stand in a file: what works and what does not, the
 * other free text, then the lines. The only list of sections.
 */
export const sections: readonly Section[] = [
  items("works", ["What works"]),
  items("wish", ["What they wish existed", "Wishes"]),
  items("not-working", ["What does not", "What does not work", "What doesn't"], "pains"),
  items("pains", ["Pains"], "pains"),
  items("lean-in", ["What made them lean in", "Lean in"]),
  items("tune-out", ["What made them tune out", "Tune out"], "objections"),
  items("objections", ["Objections"], "objections"),
  items("must-change", ["What has to change", "Must change"]),
  items("would-use", ["Who might use it", "Would use"]),
  items("today", ["What they do today", "Today"]),
  items("surprises", ["Surprises"]),
  items("quotes", ["Quotes"]),
  items("story", ["Story"]),
  items("insights", ["Our read", "Insights"]),
  items("summary", ["Summary"]),
  lines("evidence", "conversation", ["Evidence"]),
  {...lines("asks", "conversation", ["The ask"]), sellingOnly: true},
  lines("promised", "conversation", ["Promised"]),
  lines("requests", "conversation", ["Requests"]),
  lines("introductions", "conversation", ["Introductions"]),
  lines("steps", "conversation", ["Next steps", "Steps"]),
  lines("people", "customer", ["People", "Person"]),
  lines("gates", "concept", ["Gates"]),
  lines("claims", "concept", ["Claims"]),
  lines("limitations", "concept", ["Limitations"]),
  lines("criteria", "concept", ["Criteria", "Criterion"]),
  lines("because", "decision", ["Because"]),
  lines("told", "decision", ["Told"]),
];

const byKey = new Map(sections.map((section) => [section.key, section]));

/** The section of a key. Throws when the table lacks one, which is a bug. */
export function sectionOf(key: SectionKey): Section {
  const section = byKey.get(key);
  if (section === undefined) throw new Error(`No section ${key}`);
  return section;
}

/** Whether a text, from a flag or the config, is the key of a section. */
export function isSectionKey(text: string): text is SectionKey {
  return byKey.has(text as SectionKey);
}

function items(
  key: ItemSection,
  headings: [string, ...string[]],
  collectedAs: ItemSectionInfo["collectedAs"] = null,
): ItemSectionInfo {
  return {key, content: "items", heading: headings[0], headings, collectedAs};
}

function lines(key: LineSection, kind: Kind, headings: [string, ...string[]]): LineSectionInfo {
  return {key, content: "lines", heading: headings[0], headings, kind, sellingOnly: false};
}
