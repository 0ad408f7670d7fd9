import {decodeFile} from "../../src/notes/decode.ts";
import type {FieldsOf, ReadResult} from "../../src/notes/files.ts";
import {readFile} from "../../src/notes/read-file.ts";
import {locateFaults} from "../../src/notes/report-faults.ts";
import {formatDiagnostic} from "../../src/render/diagnostic.ts";
import {folders, type Kind} from "../../src/notes/vocabulary.ts";
import {config} from "../builders.ts";

const fileNames: Record<Kind, string> = {
  conversation: "conversations/x.md",
  customer: "customers/x.md",
  assumption: "assumptions/x.md",
  concept: "concepts/x.md",
  decision: "decisions/x.md",
};

/** What reading a file of this kind gives. */
export function read<K extends Kind>(kind: K, source: string | Uint8Array): ReadResult<K> {
  const bytes = typeof source === "string" ? new TextEncoder().encode(source) : source;
  const decoded = decodeFile(bytes);
  if (decoded.text === null) return {parsed: null, faults: decoded.faults};
  const place = {kind, id: "x", file: fileNames[kind]};
  const {parsed, faults} = readFile(place, decoded.text, config());
  return {parsed, faults: [...decoded.faults, ...faults]};
}

/** The fields of a file with this front matter; null when it is left out. */
export function fieldsOf<K extends Kind>(kind: K, yaml: string): FieldsOf[K] | null {
  return read(kind, `---\n${yaml}\n---\n`).parsed?.fields ?? null;
}

/** What `check` prints about a file, without its folder. */
export async function report(kind: Kind, source: string | Uint8Array): Promise<string> {
  const text = typeof source === "string" ? source : (decodeFile(source).text ?? "");
  const file = fileNames[kind];
  const diagnostics = await locateFaults(file, text, read(kind, source).faults);
  return diagnostics
    .map((diagnostic) => formatDiagnostic(diagnostic).replace(`${folders[kind]}/`, ""))
    .join("\n");
}

/** The same, for a front matter alone. */
export function reportYaml(kind: Kind, yaml: string): Promise<string> {
  return report(kind, `---\n${yaml}\n---\n`);
}

/** The four fields that make a valid conversation. */
export const valid = "type: interview\ndate: 2026-11-19\ncustomer: gantry\nteam: [ana]";
