import {exitCodes} from "../../core/errors.ts";
import {visible} from "../../core/visible.ts";
import {type PlannedEdit, saveEdit} from "../../workspace/write/edit-file.ts";
import {type Flag, type Input, isOn} from "../command.ts";
import {commitSaved} from "../commit-saved.ts";
import type {Context} from "../context.ts";
import type {Remarks} from "../log/log-values.ts";
import {pathFromHere} from "../notices.ts";
import {openWorkspace, type Opened} from "../open.ts";
import {showResult} from "../report/print-report.ts";
import {writeNotice} from "../streams.ts";
import {warningsOf} from "./edit-remarks.ts";
import {changedLines} from "./line-diff.ts";

/** Flags of every command that changes a file. */
export const editFlags: Flag[] = [
  {flags: "--dry-run", about: "show the lines that would change, write nothing"},
  {flags: "--commit", about: "commit exactly this file"},
];

/** A planned edit, and how it is told. */
export interface Edit {
  /** The command's words joined by `-`. */
  kind: string;
  planned: PlannedEdit;
  /** What it changes, by name: fields, or a section. */
  changed: string[];
  /** One line for the commit; it names no person. */
  message: string;
  /** What is printed when it is done; where it is left out the path and what changed. */
  said?: string;
  /** What is printed when there is nothing to change. */
  already?: string;
  /** More for the JSON. */
  data?: Record<string, unknown>;
  remarks: Remarks;
}

/** Writes, commits and tells an edit, or only shows it, and returns the exit code. */
export async function finishEdit(
  edit: Edit,
  input: Input,
  opened: Opened,
  context: Context,
): Promise<number> {
  const {planned, remarks} = edit;
  const {root} = opened.workspace;
  if (planned.before === planned.after) {
    await sayRemarks(remarks, input, context);
    return await show(edit, nothing(edit, opened, context), null, input, opened, context);
  }
  remarks.warnings.push(...warningsOf(planned, opened));
  await sayRemarks(remarks, input, context);
  if (isOn(input.flags, "dryRun")) return await showDry(edit, input, opened, context);
  await saveEdit(root, planned);
  const done = visible(`${edit.said ?? savedLine(edit, opened, context)}\n`);
  const saved = {files: [planned.place.file], message: edit.message, said: done};
  const commit = await commitSaved(saved, input, opened, context);
  const text = commit === null ? done : `${done}Committed ${commit.slice(0, 12)}\n`;
  return await show(edit, text, commit, input, opened, context);
}

function nothing({already, planned}: Edit, opened: Opened, context: Context): string {
  const shown = pathFromHere(planned.place.file, opened, context);
  return visible(`${already ?? `Nothing to change: ${shown} says that already.`}\n`);
}

function savedLine({planned, changed}: Edit, opened: Opened, context: Context): string {
  return `Saved ${pathFromHere(planned.place.file, opened, context)}: ${changed.join(", ")}`;
}

async function showDry(
  edit: Edit,
  input: Input,
  opened: Opened,
  context: Context,
): Promise<number> {
  const {before, after, place} = edit.planned;
  const lines = changedLines(before, after).map(({sign, text}) => `${sign} ${text}\n`);
  const text = `${pathFromHere(place.file, opened, context)}\n${lines.join("")}`;
  const data = {...dataOf(edit, null), text: after};
  const shown = context.stdoutIsTTY ? visible(text) : text;
  await showResult(
    {kind: edit.kind, data, text: () => shown, diagnostics: false},
    input,
    opened,
    context,
  );
  if (!input.global.json && !input.global.quiet) await writeNotice(context, "Not written.");
  return exitCodes.done;
}

async function show(
  edit: Edit,
  text: string,
  commit: string | null,
  input: Input,
  opened: Opened,
  context: Context,
): Promise<number> {
  const data = dataOf(edit, commit);
  const after = input.global.json ? await openWorkspace(input.global, context) : opened;
  const result = {kind: edit.kind, data, text: () => text, diagnostics: false};
  await showResult(result, input, after, context);
  return exitCodes.done;
}

function dataOf(edit: Edit, commit: string | null): Record<string, unknown> {
  const {planned, changed, remarks, data} = edit;
  const {id, file} = planned.place;
  const isChanged = planned.before !== planned.after;
  return {
    id,
    path: file,
    changed: isChanged ? changed : [],
    commit,
    ...data,
    warnings: remarks.warnings,
  };
}

async function sayRemarks(remarks: Remarks, {global}: Input, context: Context): Promise<void> {
  if (global.json || global.quiet) return;
  for (const remark of [...remarks.notices, ...remarks.warnings])
    await writeNotice(context, remark);
}
