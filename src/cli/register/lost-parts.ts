import type {LineSection} from "../../notes/body.ts";
import type {ParsedFile} from "../../notes/files.ts";
import type {LineChange} from "./set-lines.ts";

/** Parts that a line may leave out, and by what it is called. */
const parts: Partial<Record<LineSection, {name: string; may: readonly string[]}>> = {
  people: {name: "id", may: ["title", "role", "relationship", "left", "email"]},
  gates: {name: "id", may: ["decision", "decided", "conditions", "by"]},
  claims: {name: "text", may: ["assumptions"]},
  limitations: {name: "text", may: ["answer"]},
  criteria: {name: "criterion", may: ["why"]},
  because: {name: "conversation", may: ["what"]},
};

/** What lines that are replaced said and no longer say: a line is given whole, and a forgotten part is lost. */
export function lostParts({body}: ParsedFile, changes: readonly LineChange[]): string[] {
  return changes.flatMap(({section, at, row}) => {
    const before = at === null ? undefined : body.lines[section][at];
    const form = parts[section];
    if (before === undefined || form === undefined) return [];
    const was = new Map<string, unknown>(Object.entries(before));
    const is = new Map<string, unknown>(Object.entries(row));
    const lost = form.may.flatMap((part) => (isNothing(is.get(part)) ? said(was.get(part)) : []));
    if (lost.length === 0) return [];
    return [`The line of ${String(is.get(form.name))} no longer says: ${lost.join(", ")}`];
  });
}

function said(value: unknown): string[] {
  return isNothing(value) ? [] : [value].flat().map(String);
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
