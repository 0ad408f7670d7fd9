import {PmTalkError} from "../../core/errors.ts";
import {foldId} from "../../core/identity.ts";
import {compareText, foldName} from "../../core/text.ts";
import {addListItem, removeListItem} from "../../notes/edit/edit-items.ts";
import {dataOf, setFields} from "../../notes/edit/edit-fields.ts";
import {type ChangedLine, changedLines} from "../../notes/rename/rename-lines.ts";
import type {Renaming} from "../../notes/rename/rename-meant.ts";
import {renameReferences} from "../../notes/rename/rename-references.ts";
import type {Workspace} from "../load.ts";
import {type FileStep, wholeText} from "./many-files.ts";
import {readBytes} from "../read-bytes.ts";
import type {LoadedFile} from "../read-notes.ts";

/** What many files will be, before any of them is written. */
export interface Plan {
  /** In an order in which every name leads to its file after each step. */
  steps: FileStep[];
  /** The lines that will be different, by file as it is called now. */
  changes: {file: string; lines: ChangedLine[]}[];
  /** Files that speak of the old name and stay as they are, with the reason. */
  untouched: {file: string; why: string}[];
}

/** Another id, and perhaps another name, for a thing that a file declares. */
export interface Rename {
  kind: Renaming["kind"];
  /** The file that declares it now; its name is the old id, or the new one where a run was cut off. */
  file: string;
  /** The id that becomes an alias. */
  from: string;
  to: string;
  /** Null: the name stays. */
  name: string | null;
}

/**
 * How a thing gets another id: its own file takes the old id among its aliases, then its new name, then the
 * files that refer to it follow one by one. So the old id and the new one lead to it all the time, and
 * a run that was cut off is finished by the next. Throws `usage` when its own file cannot be edited.
 */
export async function planRename(workspace: Workspace, rename: Rename): Promise<Plan> {
  const {kind, file, from, to} = rename;
  const folder = file.slice(0, file.lastIndexOf("/") + 1);
  const renaming: Renaming = {
    kind,
    names: new Set([foldName(from)]),
    from: {id: from, file: `${folder}${from}.md`},
    to: {id: to, file: `${folder}${to}.md`},
    alone: isAlone(workspace, kind, from),
  };
  const own = await ownSteps(workspace, rename, renaming);
  const others = await planReferences(workspace, renaming, [file]);
  return {
    steps: [...own.steps, ...others.steps],
    changes: [...own.changes, ...others.changes],
    untouched: others.untouched,
  };
}

/** The changes in all files that refer to what is renamed, but for `except`, by file. */
export async function planReferences(
  {root, config, results}: Workspace,
  renaming: Renaming,
  except: readonly string[],
): Promise<Plan> {
  const plan: Plan = {steps: [], changes: [], untouched: []};
  for (const loaded of [...results].sort((a, b) => compareText(a.place.file, b.place.file))) {
    const {file} = loaded.place;
    if (except.includes(file)) continue;
    const text = wholeText(root, file);
    if (text === null || loaded.result.parsed === null) {
      if (speaksOf(root, file, renaming)) plan.untouched.push({file, why: whyNotRead(text)});
      continue;
    }
    try {
      addReplace(plan, file, text, await renameReferences(text, loaded.place, config, renaming));
    } catch (error) {
      if (!(error instanceof PmTalkError)) throw error;
      plan.untouched.push({file, why: error.message.replace(/^Not written: |\.$/g, "")});
    }
  }
  return plan;
}

/** Notes that a file becomes another text; nothing where it is the same. */
export function addReplace(plan: Plan, file: string, before: string, after: string): void {
  if (before === after) return;
  plan.steps.push({do: "replace", file, before, after});
  plan.changes.push({file, lines: changedLines(before, after)});
}

async function ownSteps(
  workspace: Workspace,
  {kind, file, from, to, name}: Rename,
  renaming: Renaming,
): Promise<Plan> {
  const loaded = workspace.results.find(({place}) => place.file === file);
  const text = wholeText(workspace.root, file);
  if (loaded === undefined || text === null) throw unreadable(file);
  const named = await withName(text, kind, loaded, name);
  const aliased = await withAlias(named, kind, from, to);
  const place = {...loaded.place};
  const before = await renameReferences(aliased, place, workspace.config, renaming);
  // Taken out last: until the file is called so, only the alias leads from there to here.
  const after = await withoutAlias(before, kind, to, loaded);
  const plan: Plan = {steps: [], changes: [], untouched: []};
  if (text !== before) plan.steps.push({do: "replace", file, before: text, after: before});
  const target = renaming.to.file;
  if (file !== target) plan.steps.push({do: "move", file, to: target});
  if (before !== after) plan.steps.push({do: "replace", file: target, before, after});
  if (text !== after) plan.changes.push({file, lines: changedLines(text, after)});
  return plan;
}

/** The name changes, and the old one still leads here. */
async function withName(
  text: string,
  kind: Renaming["kind"],
  {result}: LoadedFile,
  name: string | null,
): Promise<string> {
  const fields = result.parsed?.fields;
  if (name === null || fields === undefined || !("name" in fields)) return text;
  if (fields.name === name) return text;
  const edited = await setFields(text, kind, [{field: "name", value: name}]);
  const isSpelling = fields.name === null || foldName(fields.name) === foldName(name);
  return isSpelling ? edited : await addListItem(edited, kind, "aliases", fields.name ?? "");
}

async function withAlias(
  text: string,
  kind: Renaming["kind"],
  from: string,
  to: string,
): Promise<string> {
  const raw = dataOf(text)["aliases"];
  const known = [to, ...[raw].flat().map(String)].map(foldName);
  return known.includes(foldName(from)) ? text : await addListItem(text, kind, "aliases", from);
}

async function withoutAlias(
  text: string,
  kind: Renaming["kind"],
  to: string,
  {result}: LoadedFile,
): Promise<string> {
  const own = aliasesOf(result).find((alias) => foldName(alias) === foldName(to));
  return own === undefined ? text : await removeListItem(text, kind, "aliases", own);
}

function aliasesOf({parsed}: LoadedFile["result"]): string[] {
  return parsed !== null && "aliases" in parsed.fields ? parsed.fields.aliases : [];
}

/** Whether the id is of this kind only, so that a link by the id alone can mean nothing else. */
export function isAlone({results}: Workspace, kind: Renaming["kind"], id: string): boolean {
  return !results.some(({place}) => place.kind !== kind && foldId(place.id) === foldId(id));
}

function whyNotRead(text: string | null): string {
  return text === null ? "it holds bytes that are not UTF-8" : "it cannot be read";
}

/** Roughly, for it is only to be named. */
function speaksOf(root: string, file: string, {names}: Renaming): boolean {
  const bytes = readBytes(root, file);
  if (!(bytes instanceof Uint8Array)) return false;
  const folded = foldName(new TextDecoder().decode(bytes));
  return [...names].some((name) => folded.includes(name));
}

function unreadable(file: string): PmTalkError {
  return new PmTalkError("usage", `${file} cannot be read.`, `pm-talk check ${file}`);
}
