import {PmTalkError} from "../../core/errors.ts";
import {foldId, idOfFile} from "../../core/identity.ts";
import type {Collection} from "../../notes/collection.ts";
import type {Config} from "../../notes/config.ts";
import {conversationTypes} from "../../notes/vocabulary.ts";
import {type NoteLayout, writeNote} from "../../notes/write-note.ts";
import {writeRegister} from "../../notes/write-register.ts";
import {findSection} from "../../notes/body/sections-match.ts";
import {createFile, createIfAbsent} from "../../workspace/write/create-file.ts";
import {quote} from "../../workspace/shell-words.ts";
import {newId} from "../../workspace/slug.ts";
import {readTemplate, templateHeadings} from "../../workspace/templates.ts";
import type {Workspace} from "../../workspace/load.ts";
import type {Context} from "../context.ts";
import type {LogValues} from "./read-log.ts";

/** A note that is ready to be written, and the customer's file that belongs to it. */
export interface ReadyNote {
  id: string;
  /** Relative to the workspace, with `/`. */
  file: string;
  text: string;
  customerFile: {file: string; name: string; text: string} | null;
}

/** Lays the note out by its template. Nothing is written yet. */
export function composeNote(values: LogValues, workspace: Workspace, context: Context): ReadyNote {
  const {fields, content, customer} = values;
  const {collection, root, config} = workspace;
  const id = freshId(values, collection, context);
  const file = `conversations/${fields.date.slice(0, 4)}/${id}.md`;
  const customerFile =
    customer.new === null
      ? null
      : {
          file: `customers/${customer.id}.md`,
          name: customer.new.name,
          text: writeRegister("customer", {...customer.new}),
        };
  const assumptions = new Map(
    collection.assumptions.map((assumption) => [assumption.id, assumption.file]),
  );
  const selling = isSellingType(fields.type, config);
  const layout: NoteLayout = {
    file,
    customer: {name: customer.name, file: customer.file ?? customerFile?.file ?? null},
    concepts: fields.concepts.map((concept) => {
      const declared = collection.concepts.find((one) => one.id === concept);
      return {name: declared?.name ?? concept, file: declared?.file ?? null};
    }),
    assumptionFile: (assumption) => assumptions.get(assumption) ?? null,
    outline: outlineOf(readTemplate(root, fields.type, selling).text, config.headings),
  };
  return {id, file, text: writeNote(fields, content, layout), customerFile};
}

/** Whether we are selling in talks of that type. */
export function isSellingType(type: string, {types}: Config): boolean {
  return (types[type] ?? conversationTypes[type])?.selling ?? false;
}

/** An id that nothing in the workspace has, read or not. */
function freshId({fields, customer}: LogValues, collection: Collection, context: Context): string {
  const taken = new Set(
    collection.conversations.flatMap((one) => [one.id, ...one.also].map(foldId)),
  );
  for (;;) {
    const id = newId({date: fields.date, customer: customer.id, type: fields.type}, context.random);
    if (!taken.has(foldId(id))) return id;
  }
}

function outlineOf(template: string, synonyms: Record<string, string[]>): NoteLayout["outline"] {
  const outline: NoteLayout["outline"] = [];
  for (const heading of templateHeadings(template)) {
    const section = findSection(heading, synonyms);
    if (section !== null && !outline.some(({key}) => key === section.key))
      outline.push({key: section.key, heading});
  }
  return outline;
}

/** Writes the note; never over another file. Throws `not-written` when it is not on the disk. */
export async function saveNote(note: ReadyNote, root: string): Promise<void> {
  await createFile(`${root}/${note.file}`, note.text, root);
}

/**
 * Writes the file of a new customer, once the note is there, and returns the files created so far. One that
 * appeared meanwhile is used as it is.
 */
export async function saveCustomer(note: ReadyNote, root: string): Promise<string[]> {
  const {file, customerFile} = note;
  if (customerFile === null) return [file];
  try {
    const created = await createIfAbsent(`${root}/${customerFile.file}`, customerFile.text, root);
    return created ? [file, customerFile.file] : [file];
  } catch (error) {
    if (!(error instanceof PmTalkError)) throw error;
    const id = idOfFile(customerFile.file);
    throw new PmTalkError(
      "not-written",
      `Saved ${file}, but not the customer's file. ${error.message}`,
      `The note counts. When there is room:  pm-talk customer add --name=${quote(customerFile.name)} --id ${id}`,
    );
  }
}
