import {resolve} from "node:path";
import {exitCodes, PmTalkError} from "../../core/errors.ts";
import {foldId} from "../../core/identity.ts";
import type {LineOf, LineSection} from "../../notes/body.ts";
import type {FilePlace} from "../../notes/files.ts";
import {readFile} from "../../notes/read-file.ts";
import {folders, type Kind} from "../../notes/vocabulary.ts";
import {writeRegister} from "../../notes/write-register.ts";
import {createFile} from "../../workspace/create-file.ts";
import {slugOf} from "../../workspace/slug.ts";
import type {Input} from "../command.ts";
import type {Context} from "../context.ts";
import type {Remarks} from "../log/log-values.ts";
import {pathFromHere} from "../notices.ts";
import type {Opened} from "../open.ts";
import {showResult} from "../print-report.ts";
import {writeNotice} from "../streams.ts";
import {idGiven} from "./read-register.ts";

/** What a register file will hold. */
export interface NewRegister {
  kind: Kind;
  /** The command's words joined by `-`, for the JSON. */
  command: string;
  /** What the id is made of without --id. */
  title: string;
  fields: Record<string, unknown>;
  lines: {[Section in LineSection]?: Omit<LineOf<Section>, "line">[]};
}

/** Writes a new register file and says where. Throws a usage error when the id is in use. */
export async function addRegister(
  register: NewRegister,
  remarks: Remarks,
  input: Input,
  opened: Opened,
  context: Context,
): Promise<number> {
  const {kind, fields, lines} = register;
  const id = idGiven(input.flags) ?? slugOf(register.title);
  refuseTaken(kind, id, opened);
  const path = `${folders[kind]}/${id}.md`;
  const {root} = opened.workspace;
  const text = writeRegister(kind, fields, lines);
  refuseFaulty({kind, id, file: path}, text, opened);
  await createFile(resolve(root, path), text, root);
  if (!input.global.quiet && !input.global.json)
    for (const remark of [...remarks.notices, ...remarks.warnings])
      await writeNotice(context, remark);
  const shown = pathFromHere(path, opened, context);
  const data = {id, path, created: [path], warnings: remarks.warnings};
  await showResult(
    {kind: register.command, data, text: () => `Saved ${shown}\n`, diagnostics: false},
    input,
    opened,
    context,
  );
  return exitCodes.done;
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
