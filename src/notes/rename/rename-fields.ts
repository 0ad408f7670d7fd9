import {foldName} from "../../core/text.ts";
import {dataOf, setFields} from "../edit/edit-fields.ts";
import {replaceListItem} from "../edit/edit-items.ts";
import type {ParsedFile} from "../files.ts";
import {referencedId} from "../resolve/names-index.ts";
import {isMeant, type Renaming} from "./rename-meant.ts";
import type {Kind} from "../vocabulary.ts";

/** The fields of each kind of file that refer to a thing of a kind. */
const referring: Record<Renaming["kind"], Partial<Record<Kind, readonly string[]>>> = {
  customer: {conversation: ["customer"]},
  assumption: {assumption: ["replaces"], decision: ["assumptions"]},
};

/** Whether the field of such a file refers to what is renamed. */
function refers(kind: Kind, field: string, renaming: Renaming): boolean {
  return referring[renaming.kind][kind]?.includes(field) ?? false;
}

/** The text with the references in its front matter changed, each value by itself. */
export async function renameInFields(
  text: string,
  {kind, fields}: ParsedFile,
  renaming: Renaming,
): Promise<string> {
  let edited = text;
  for (const field of Object.keys(fields)) {
    const rename = renamer(kind, field, fields, renaming);
    if (rename !== null) edited = await renameIn(edited, kind, field, rename);
  }
  return edited;
}

type Rename = (value: string) => string;

/** How a value of the field is renamed; null where the field refers to nothing of the kind. */
export function renamer(
  kind: Kind,
  field: string,
  fields: object,
  renaming: Renaming,
): Rename | null {
  if (refers(kind, field, renaming)) return (value) => renamedValue(value, renaming);
  const isContact = renaming.kind === "customer" && field === "contacts";
  if (!isContact || !("customer" in fields)) return null;
  const own = isMeant(referencedId(String(fields.customer)), renaming);
  return own ? (value) => renamedContact(value, renaming) : null;
}

async function renameIn(text: string, kind: Kind, field: string, rename: Rename): Promise<string> {
  const raw = dataOf(text)[field];
  if (typeof raw === "string" && rename(raw.trim()) !== raw.trim())
    return await setFields(text, kind, [
      {field, value: valueLike(field, kind, rename(raw.trim()))},
    ]);
  let edited = text;
  for (const value of Array.isArray(raw) ? raw : []) {
    if (typeof value !== "string") continue;
    const renamed = rename(value.trim());
    if (renamed !== value.trim())
      edited = await replaceListItem(edited, kind, field, value.trim(), renamed);
  }
  return edited;
}

/** One text where a list may stand is a list of one. */
function valueLike(field: string, kind: Kind, value: string): string | string[] {
  const isList = field === "contacts" || (kind === "decision" && field === "assumptions");
  return isList ? [value] : value;
}

/** `gantry` and `[[customers/gantry|Gantry]]` with the new id in place of the old one. */
function renamedValue(value: string, renaming: Renaming): string {
  if (!isMeant(referencedId(value), renaming)) return value;
  if (!value.startsWith("[[")) return renaming.to.id;
  const [target = ""] = value.slice(2, -2).split("|", 1);
  const [path = ""] = target.split("#", 1);
  const name = path.slice(path.lastIndexOf("/") + 1);
  const ending = /\.md\s*$/i.exec(name)?.[0] ?? "";
  const before = path.slice(0, path.length - name.length);
  return `[[${before}${renaming.to.id}${ending}${value.slice(2 + path.length)}`;
}

/** `gantry/tom-berg`, the long form of a contact of the note's own customer. */
function renamedContact(value: string, renaming: Renaming): string {
  const slash = value.indexOf("/");
  if (slash < 0 || !isMeant(foldName(value.slice(0, slash)), renaming)) return value;
  return renaming.to.id + value.slice(slash);
}
