import {shortId} from "../core/identity.ts";
import type {Body, Item} from "../notes/body.ts";
import type {ParsedFile} from "../notes/files.ts";
import type {Kind} from "../notes/vocabulary.ts";
import type {Block, Document, Spans} from "./document.ts";

/** One file as it was read: what counts of it, and nothing that was derived. */
export interface ShowData {
  kind: Kind;
  id: string;
  file: string;
  fields: Record<string, unknown>;
  /** Sections that have anything in them, by key: items, or lines with their fields. */
  sections: Record<string, unknown[]>;
}

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
    isNothing(value) ? [] : [{label, value: printed(value)}],
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
  return [
    {block: "heading", level: 2, text: key},
    {block: "list", items: rows.map((row) => rowSpans(row as Record<string, unknown>))},
  ];
}

function rowSpans(row: Record<string, unknown>): Spans {
  if (isItem(row)) return row.who === null ? row.text : [row.text];
  return Object.entries(row)
    .filter(([name, value]) => name !== "line" && !isNothing(value))
    .map(([name, value]) => `${name}: ${printed(value)}`)
    .join(" · ");
}

function isItem(row: Record<string, unknown>): row is Record<string, unknown> & Item {
  return typeof row["text"] === "string" && Array.isArray(row["quotes"]);
}

function isNothing(value: unknown): boolean {
  return value === null || value === false || (Array.isArray(value) && value.length === 0);
}

function printed(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join(", ") : String(value);
}
