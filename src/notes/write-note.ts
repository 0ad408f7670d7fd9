import {
  type AskLine,
  type EvidenceLine,
  type IntroductionLine,
  type ItemSection,
  itemSections,
  type LineOf,
  type LineSection,
  type PromiseLine,
  type RequestLine,
  type StepLine,
} from "./body.ts";
import {type ConversationFields, conversationSchema} from "./conversation.ts";
import {sectionOf, type SectionKey, sections} from "./sections.ts";
import {writeFrontMatter} from "./front-matter/write-front-matter.ts";
import {writeItem, writeLine} from "./lines/write-line.ts";
import {escapeValue} from "./lines/write-line-escape.ts";
import {markdownLink} from "./lines/write-line-link.ts";

/** A line before it stands in a file. */
export type Unplaced<Line> = Omit<Line, "line">;

/** What a note says, section by section. */
export interface NoteContent {
  /** Items as typed, by section; only sections that have any. */
  items: Partial<Record<ItemSection, string[]>>;
  lines: {
    evidence: Unplaced<EvidenceLine>[];
    asks: Unplaced<AskLine>[];
    promised: Unplaced<PromiseLine>[];
    requests: Unplaced<RequestLine>[];
    introductions: Unplaced<IntroductionLine>[];
    steps: Unplaced<StepLine>[];
  };
  /** More Markdown, as it is; null for none. */
  body: string | null;
}

/** A thing the note links to; `file` is relative to the workspace, null where no file declares it. */
export interface Linked {
  name: string;
  file: string | null;
}

/** How a note is laid out: its own path, what it links to, and the sections of its template in order. */
export interface NoteLayout {
  /** Relative to the workspace; decides how links are written. */
  file: string;
  customer: Linked;
  concepts: Linked[];
  /** The file of an assumption; null where none declares it. */
  assumptionFile: (id: string) => string | null;
  /** Sections of the template in their order, with the headings it gives them. */
  outline: {key: SectionKey; heading: string}[];
}

/**
 * The text of a conversation note: front matter, one sentence with links, and the sections that have
 * something in them, in the order of the template. Sections that the template lacks stand before Evidence.
 */
export function writeNote(
  fields: ConversationFields,
  content: NoteContent,
  layout: NoteLayout,
): string {
  const stated = {
    ...fields,
    status: fields.status === "held" ? null : fields.status,
    secondhand: fields.secondhand || null,
  };
  const frontMatter = writeFrontMatter(stated, Object.keys(conversationSchema.entries));
  const parts = [frontMatter.trimEnd(), sentence(fields.type, layout)];
  if (content.body !== null) parts.push(content.body.replace(/^\s*\n/, "").trimEnd());
  for (const {key, heading} of orderOf(content, layout.outline)) {
    parts.push([`## ${heading}`, ...bullets(key, content, layout)].join("\n"));
  }
  return `${parts.join("\n\n")}\n`;
}

/** `Sales call with [Gantry](../../customers/gantry.md) about [Fast setup](../../concepts/fast-setup.md)` */
function sentence(type: string, layout: NoteLayout): string {
  const words = type.replaceAll("-", " ");
  const kind = words.charAt(0).toUpperCase() + words.slice(1);
  const about = layout.concepts.map((concept) => link(concept, layout.file)).join(" and ");
  return `${escapeValue(kind, /[`[\]<#*_!]/)} with ${link(layout.customer, layout.file)}${about === "" ? "" : ` about ${about}`}`;
}

function link({name, file}: Linked, from: string): string {
  return file === null
    ? escapeValue(name, /[`[\]<#*_!]/)
    : markdownLink(name, relativePath(from, file));
}

function bullets(key: SectionKey, content: NoteContent, layout: NoteLayout): string[] {
  if (isItemSection(key)) {
    const answered = key === "objections" || key === "tune-out";
    return (content.items[key] ?? []).map((text) => writeItem(text, answered));
  }
  return linesOf(content, key).map((line) =>
    writeLine(key, line as LineOf<typeof key>, (id) => {
      const file = layout.assumptionFile(id);
      return file === null ? null : {text: id, path: relativePath(layout.file, file)};
    }),
  );
}

function orderOf(content: NoteContent, outline: NoteLayout["outline"]): NoteLayout["outline"] {
  const given = outline.filter(({key}) => hasContent(key, content));
  const known = new Set(outline.map(({key}) => key));
  const lacking = sections
    .filter(({key}) => !known.has(key) && hasContent(key, content))
    .map(({key}) => ({key, heading: sectionOf(key).heading}));
  const at = given.findIndex(({key}) => key === "evidence");
  const before = at < 0 ? firstLineSection(given) : at;
  return [...given.slice(0, before), ...lacking, ...given.slice(before)];
}

/** Where Evidence would stand in a note without any: before the other lines. */
function firstLineSection(given: NoteLayout["outline"]): number {
  const at = given.findIndex(({key}) => !isItemSection(key));
  return at < 0 ? given.length : at;
}

function hasContent(key: SectionKey, content: NoteContent): boolean {
  return isItemSection(key)
    ? (content.items[key] ?? []).length > 0
    : linesOf(content, key).length > 0;
}

function linesOf(content: NoteContent, key: LineSection): unknown[] {
  const lines: Partial<Record<LineSection, unknown[]>> = content.lines;
  return lines[key] ?? [];
}

function isItemSection(key: SectionKey): key is ItemSection {
  return (itemSections as readonly string[]).includes(key);
}

/** The path from one file of the workspace to another, with `/`. */
export function relativePath(from: string, to: string): string {
  const source = from.split("/").slice(0, -1);
  const target = to.split("/");
  let shared = 0;
  while (shared < source.length && source[shared] === target[shared]) shared++;
  return [...source.slice(shared).map(() => ".."), ...target.slice(shared)].join("/");
}
