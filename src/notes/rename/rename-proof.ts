import {PmTalkError} from "../../core/errors.ts";
import type {ParsedFile, ReadResult} from "../files.ts";
import {referencedId} from "../resolve/names-index.ts";
import {renamer} from "./rename-fields.ts";
import {isMeant, type Renaming} from "./rename-meant.ts";

/**
 * Throws `not-written` unless a file says after a renaming what it said before: the same fields and lines at
 * the same places with the same faults, but for the references, which lead to the new id. Texts in which a
 * link may have changed are not compared.
 */
export function assertOnlyRenamed(before: ReadResult, after: ReadResult, renaming: Renaming): void {
  if (before.parsed === null || after.parsed === null || !same(before, after, renaming))
    throw new PmTalkError(
      "not-written",
      "its references cannot be changed without touching more",
      `The old name leads to ${renaming.to.id} from there too.`,
    );
}

function same(before: ReadResult, after: ReadResult, renaming: Renaming): boolean {
  return (
    outline(before, renaming) === outline(after, renaming) &&
    (after.parsed === null || !stillRefers(after.parsed, renaming))
  );
}

/** What a file says, with every reference to the old or the new id in one spelling. */
function outline({parsed, faults}: ReadResult, renaming: Renaming): string {
  const codes = faults.map(({code, place}) => [code, place.at === "line" ? place.line : place]);
  if (parsed === null) return "";
  const {kind, fields, unknownKeys, unknownHeadings, body} = parsed;
  const meant = (value: unknown): unknown => oneSpelling(value, renaming);
  const plain = Object.entries(fields).map(([field, value]: [string, unknown]) => {
    const rename = renamer(kind, field, {...fields, customer: renaming.from.id}, renaming);
    if (rename === null) return [field, value];
    return [field, Array.isArray(value) ? [...new Set(value.map(meant))] : meant(value)];
  });
  const rows = JSON.stringify(body, (key, value: unknown) => {
    if (references.has(key)) return Array.isArray(value) ? value.map(meant) : meant(value);
    if (key === "words" || key === "quotes") return 0;
    return typeof value === "string" && texts.has(key) ? "" : value;
  });
  const headings = unknownHeadings.map(({line}) => line);
  return JSON.stringify([plain, unknownKeys, headings, rows, codes]);
}

const references = new Set(["assumption", "assumptions", "customer"]);
/** Where a link, or who said something, may stand in a row or an item. */
const texts = new Set([
  ...["text", "who", "what", "quote", "note", "reason", "need", "answer", "conditions", "why"],
  ...["title", "name"],
]);

function oneSpelling(value: unknown, renaming: Renaming): unknown {
  if (typeof value !== "string") return value;
  const id = referencedId(value);
  const [prefix = ""] = id.split("/", 1);
  if (id !== prefix && (isMeant(prefix, renaming) || prefix === renaming.to.id))
    return `${renaming.to.id}${id.slice(prefix.length)}`;
  return isMeant(id, renaming) ? renaming.to.id : id;
}

/** A line or field that still says the old name was missed. */
function stillRefers({kind, fields, body}: ParsedFile, renaming: Renaming): boolean {
  const {lines} = body;
  const named =
    renaming.kind === "customer"
      ? lines.told.map(({customer}) => customer)
      : [
          ...lines.evidence.map(({assumption}) => assumption),
          ...lines.claims.flatMap(({assumptions}) => assumptions),
        ];
  const inFields = Object.entries(fields).flatMap(([field, value]: [string, unknown]) =>
    field !== "contacts" && renamer(kind, field, fields, renaming) !== null
      ? [value].flat().map(String)
      : [],
  );
  return [...named, ...inFields]
    .map(referencedId)
    .some((name) => isMeant(name, renaming) && name !== renaming.to.id);
}
