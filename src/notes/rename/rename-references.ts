import {foldName} from "../../core/text.ts";
import type {Config} from "../config.ts";
import {asRead} from "../edit/edit-text.ts";
import type {FilePlace, ParsedFile} from "../files.ts";
import {readFile} from "../read-file.ts";
import {renameInBody} from "./rename-body.ts";
import {renameInFields} from "./rename-fields.ts";
import type {Renaming} from "./rename-meant.ts";
import {assertOnlyRenamed} from "./rename-proof.ts";
import {encodePath} from "../lines/write-line-link.ts";

/**
 * The text of a file with everything that refers to the old id referring to the new one, and every other byte
 * as it was: front matter, lines, and links to the old file anywhere in the body. Equal to the text where
 * nothing refers. Read back before it is returned. Throws `not-written` where it cannot be done by touching
 * the references alone.
 */
export async function renameReferences(
  text: string,
  place: FilePlace,
  config: Config,
  renaming: Renaming,
): Promise<string> {
  const {parsed, faults} = readFile(place, asRead(text), config);
  if (parsed === null || !mayRefer(text, parsed, renaming)) return text;
  const inBody = renameInBody(text, parsed, renaming);
  const edited = await renameInFields(inBody, parsed, renaming);
  if (edited !== text) {
    const after = readFile(place, asRead(edited), config);
    assertOnlyRenamed({parsed, faults}, after, renaming);
  }
  return edited;
}

/** Cheap, for most files refer to anything but this: whether a closer look may find something. */
function mayRefer(text: string, {fields, body}: ParsedFile, renaming: Renaming): boolean {
  const written = [JSON.stringify(fields), JSON.stringify(body.lines)].map(foldName).join(" ");
  if ([...renaming.names].some((name) => written.includes(inJson(name)))) return true;
  if (!/\]\(|\[\[/.test(text)) return false;
  const {id} = renaming.from;
  return (
    foldName(text).includes(foldName(id)) ||
    text.toLowerCase().includes(encodePath(id).toLowerCase())
  );
}

function inJson(name: string): string {
  return foldName(JSON.stringify(name).slice(1, -1));
}
