import {resolve} from "node:path";
import {exitCodes, PmTalkError} from "../../core/errors.ts";
import {foldId} from "../../core/identity.ts";
import {visible} from "../../core/visible.ts";
import type {FilePlace} from "../../notes/files.ts";
import {readFile} from "../../notes/read-file.ts";
import {folders, type Kind} from "../../notes/vocabulary.ts";
import {writeRegister} from "../../notes/write-register.ts";
import {createFile} from "../../workspace/write/create-file.ts";
import {type PlannedEdit, saveEdit} from "../../workspace/write/edit-file.ts";
import {slugOf} from "../../workspace/slug.ts";
import {type Flag, type Input, isOn} from "../command.ts";
import {commitSaved} from "../commit-saved.ts";
import type {Context} from "../context.ts";
import type {Remarks} from "../log/log-values.ts";
import {pathFromHere} from "../notices.ts";
import {openWorkspace, type Opened} from "../open.ts";
import {showResult} from "../report/print-report.ts";
import {writeNotice} from "../streams.ts";
import {linksFrom} from "./line-links.ts";
import type {NewLines} from "./read-lines.ts";
import {idGiven} from "./read-register.ts";

/** Flags of the commands that add a register file. */
export const addFlags: Flag[] = [
  {flags: "--dry-run", about: "show the file, write nothing"},
  {flags: "--commit", about: "commit exactly what was written"},
];

/** What a register file will hold. */
export interface NewRegister {
  kind: Kind;
  /** The command's words joined by `-`, for the JSON. */
  command: string;
  /** What the id is made of without --id. */
  title: string;
  /** The id without --id; left out where it is the slug of the title. */
  id?: string;
  fields: Record<string, unknown>;
  lines: NewLines;
  /** A change of another file that belongs to it, made when it is there. */
  alongside?: Alongside | null;
  /** What is said when it is written: what one may want to do next. */
  next?: string[];
}

/** A change of another file, and how it is told. */
export interface Alongside {
  planned: PlannedEdit;
  /** "Superseded": printed before its path. */
  said: string;
  /** The command that makes the change by itself, should it fail. */
  again: string;
}

/** What will be written. */
interface Ready extends Omit<NewRegister, "id"> {
  id: string;
  path: string;
  text: string;
}

/** Writes a new register file and says where. Throws a usage error when the id is in use. */
export async function addRegister(
  register: NewRegister,
  remarks: Remarks,
  input: Input,
  opened: Opened,
  context: Context,
): Promise<number> {
  const ready = readyFor(register, input, opened);
  await say([...remarks.notices, ...remarks.warnings], input, context);
  if (isOn(input.flags, "dryRun")) return await showDry(ready, remarks, input, opened, context);
  await write(ready, opened);
  const {id, path, alongside} = ready;
  const changed = alongside == null ? [] : [alongside.planned.place.file];
  const files = [path, ...changed];
  const said = savedText(ready, opened, context);
  const message = `Add ${register.kind} ${id}`;
  const commit = await commitSaved({files, message, said}, input, opened, context);
  const text = commit === null ? said : `${said}Committed ${commit.slice(0, 12)}\n`;
  const data = {id, path, created: [path], changed, commit, warnings: remarks.warnings};
  const after = input.global.json ? await openWorkspace(input.global, context) : opened;
  const result = {kind: register.command, data, text: () => text, diagnostics: false};
  await showResult(result, input, after, context);
  await say(ready.next ?? [], input, context);
  return exitCodes.done;
}

async function showDry(
  {id, path, text, command}: Ready,
  {warnings}: Remarks,
  input: Input,
  opened: Opened,
  context: Context,
): Promise<number> {
  const data = {id, path, created: [], changed: [], commit: null, warnings, text};
  const shown = context.stdoutIsTTY ? visible(text) : text;
  const result = {kind: command, data, text: () => shown, diagnostics: false};
  await showResult(result, input, opened, context);
  await say([`Not written: ${pathFromHere(path, opened, context)}`], input, context);
  return exitCodes.done;
}

async function say(lines: string[], {global}: Input, context: Context): Promise<void> {
  if (global.quiet || global.json) return;
  for (const line of lines) await writeNotice(context, line);
}

function readyFor(register: NewRegister, {flags}: Input, opened: Opened): Ready {
  const {kind, fields, lines} = register;
  const id = register.id ?? idGiven(flags) ?? slugOf(register.title);
  refuseTaken(kind, id, opened);
  const path = `${folders[kind]}/${id}.md`;
  const text = writeRegister(kind, fields, lines, linksFrom(path, opened.workspace.collection));
  refuseFaulty({kind, id, file: path}, text, opened);
  return {...register, id, path, text};
}

async function write({path, text, alongside}: Ready, {workspace}: Opened): Promise<void> {
  const {root} = workspace;
  await createFile(resolve(root, path), text, root);
  if (alongside == null) return;
  try {
    await saveEdit(root, alongside.planned);
  } catch (error) {
    if (!(error instanceof PmTalkError)) throw error;
    throw new PmTalkError(error.code, `Saved ${path}. ${error.message}`, alongside.again);
  }
}

function savedText({path, alongside}: Ready, opened: Opened, context: Context): string {
  const saved = `Saved ${pathFromHere(path, opened, context)}\n`;
  if (alongside == null) return saved;
  const {planned, said} = alongside;
  return `${saved}${said} ${pathFromHere(planned.place.file, opened, context)}\n`;
}

/** What `check` would name at once is not written: the flags are still at hand to be mended. */
function refuseFaulty(place: FilePlace, text: string, {workspace}: Opened): void {
  const fault = readFile(place, text, workspace.config).faults.find(
    ({severity}) => severity === "error",
  );
  if (fault !== undefined)
    throw new PmTalkError("usage", `Nothing written: ${fault.message}.`, fault.hint);
}

/** Whatever holds the id, readable or not, keeps it. */
function refuseTaken(kind: Kind, id: string, {workspace}: Opened): void {
  const holder = workspace.results.find(
    ({place}) => place.kind === kind && foldId(place.id) === foldId(id),
  );
  if (holder === undefined) return;
  throw new PmTalkError(
    "usage",
    `The ${kind} ${id} exists already: ${holder.place.file}.`,
    "Another id:  --id NAME",
  );
}
