import {PmTalkError} from "../../core/errors.ts";
import type {Fault} from "../../core/diagnostics.ts";
import type {Config} from "../config.ts";
import {dataOf} from "../edit/edit-fields.ts";
import {asRead} from "../edit/edit-text.ts";
import type {FilePlace} from "../files.ts";
import {fieldFixes, fixField, type IdOfCustomer} from "./fix-fields.ts";
import {fixLines, type Reader} from "./fix-lines.ts";
import {splitFrontMatter} from "../front-matter/front-matter.ts";
import {readFile} from "../read-file.ts";

/**
 * The text of a file with what can be mended without a question: days that are not padded, known words in
 * another case, customers by their id. Every other byte stays, and whatever would not read better afterwards
 * stays too. Equal to the text where there is nothing to mend, and where its front matter cannot be read.
 */
export async function fixFile(
  text: string,
  place: FilePlace,
  config: Config,
  idOf: IdOfCustomer,
): Promise<string> {
  if ("faults" in splitFrontMatter(asRead(text))) return text;
  const reader: Reader = (edited) => readFile(place, asRead(edited), config).faults;
  const mended = await fixFields(text, place, config, idOf, reader);
  return fixLines(mended, reader);
}

async function fixFields(
  text: string,
  {kind}: FilePlace,
  config: Config,
  idOf: IdOfCustomer,
  reader: Reader,
): Promise<string> {
  let fixed = text;
  for (const fix of fieldFixes(kind, dataOf(text), config, idOf)) {
    const edited = await tried(() => fixField(fixed, kind, fix));
    if (edited !== null && isNoWorse(reader(fixed), reader(edited))) fixed = edited;
  }
  return fixed;
}

/** An edit that would touch more than its value is none: check names the fault all the same. */
async function tried(edit: () => Promise<string>): Promise<string | null> {
  try {
    return await edit();
  } catch (error) {
    if (error instanceof PmTalkError) return null;
    throw error;
  }
}

/** No error that was not there before. */
function isNoWorse(before: readonly Fault[], after: readonly Fault[]): boolean {
  const known = new Set(before.map(keyOf));
  return after.every((fault) => fault.severity !== "error" || known.has(keyOf(fault)));
}

function keyOf({code, message, place}: Fault): string {
  return JSON.stringify([code, message, place.at === "file" ? null : place]);
}
