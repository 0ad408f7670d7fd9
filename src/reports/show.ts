import {shortId} from "../core/identity.ts";
import type {Body, Item, LineOf, LineSection} from "../notes/body.ts";
import type {ParsedFile} from "../notes/files.ts";
import type {Kind} from "../notes/vocabulary.ts";
import type {Block, Document, Spans} from "./document.ts";
import {lineSpans} from "./show-lines.ts";

/** One file as it was read: what counts of it, and nothing that was derived. */
export interface ShowData {
  kind: Kind;
  id: string;
  file: string;
  fields: Record<string, unknown>;
  /** Sections that have anything in them, by key: items, or lines with their fields. */
  sections: Record<string, unknown[]>;
}

/** The data of `show`: one file as it was read, with the sections that hold anything. */
export function showReport({kind, id, file, fields, body}: ParsedFile): ShowData {
  return {kind, id, file, fields: {...fields}, sections: sectionsOf(body)};
}

function sectionsOf({items, lines}: Body): Record<string, unknown[]> {
  const all = [...Object.entries(items), ...Object.entries(lines)] as [string, unknown[]][];
  return Object.fromEntries(all.filter(([, rows]) => rows.length > 0));
}

/** The file on a screen: its fields, then each section. */
export function showDocument(data: ShowData): Document {
  const facts = Object.entries(data.fields).flatMap(([label, value]) =>
    isNothing(label, value) ? [] : [{label, value: printed(label, value)}],
  );
  return {
    title: data.id,
    blocks: [
      {
        block: "answer",
        lines: [
          [
            `${data.kind} `,
            {role: "file", kind: data.kind, file: data.file, text: shortId(data.id)},
            `  ${data.file}`,
          ],
        ],
      },
      ...(facts.length === 0 ? [] : [{block: "facts", facts} as const]),
      ...Object.entries(data.sections).flatMap(([key, rows]) => section(key, rows)),
    ],
  };
}

function section(key: string, rows: unknown[]): Block[] {
  const title = key.charAt(0).toUpperCase() + key.slice(1).replaceAll("-", " ");
  return [
    {block: "heading", level: 2, text: title},
    {block: "list", items: rows.map((row) => rowSpans(key, row))},
  ];
}

/** An item is its text; what has fields is a line. */
function rowSpans(key: string, row: unknown): Spans {
  return isItem(row) ? row.text : lineSpans(key as LineSection, row as LineOf<LineSection>);
}

function isItem(row: unknown): row is Item {
  return typeof row === "object" && row !== null && "quotes" in row && "text" in row;
}

/** A no and an empty list are mostly the value of an absent key; these two say something. */
function isNothing(label: string, value: unknown): boolean {
  if (value === false) return label !== "meaningful";
  return value === null || (Array.isArray(value) && value.length === 0 && label !== "consent");
}

function printed(label: string, value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  if (label === "consent" && value.length === 0) return "asked, and refused";
  return value.map(String).join(", ");
}
