import {exitCodes, PmTalkError} from "../../core/errors.ts";
import {visible} from "../../core/visible.ts";
import {isOn, valueOf, type CommandDefinition, type Input} from "../command.ts";
import type {Context} from "../context.ts";
import {readBody} from "../log/body-flag.ts";
import {logFlags} from "../log/log-flags.ts";
import type {Remarks} from "../log/log-values.ts";
import {proveNote, type Proof} from "../log/prove-note.ts";
import {readLog} from "../log/read-log.ts";
import {commitNote, composeNote, type ReadyNote, saveNote} from "../log/save-log.ts";
import {pathFromHere} from "../notices.ts";
import {openWorkspace, type Opened} from "../open.ts";
import {quote} from "../../workspace/shell-words.ts";
import {showResult} from "../print-report.ts";
import {writeNotice, writeResult} from "../streams.ts";

export const command: CommandDefinition = {
  args: [
    {
      name: "[customer]",
      about: "whom you talked to: id, name or alias; an unknown one becomes a new customer",
    },
  ],
  flags: logFlags,
  writes: "one note under conversations/, and customers/<id>.md for a new customer.",
  examples: [
    `log gantry --quote "Can I send that to the board tonight?"`,
    `log --type sales-call --customer "Acme Corp" --ask 'A paid pilot (money, declined): not before the audit' --pain "Exports take a morning #exports"`,
  ],
  reads: false,
  run: async (input, context) => {
    const opened = await openWorkspace(input.global, context);
    const remarks: Remarks = {notices: [], warnings: []};
    const body = await readBody(valueOf(input.flags, "body"), context);
    const values = await readLog(input, body, opened, context, remarks);
    const note = composeNote(values, opened.workspace, context);
    const proof = proveNote(note, values, opened, remarks);
    if (isOn(input.flags, "dryRun"))
      return await showDry(note, proof, remarks, input, opened, context);
    const created = await saveNote(note, opened.workspace.root);
    const commit = await commitAfter(
      created,
      () => commitNote(created, values, opened.workspace.root, context),
      input,
      opened,
      remarks,
      context,
    );
    return await showSaved({note, proof, created, commit}, remarks, input, opened, context);
  },
};

async function commitAfter(
  created: string[],
  commit: () => Promise<string>,
  input: Input,
  opened: Opened,
  remarks: Remarks,
  context: Context,
): Promise<string | null> {
  if (!isOn(input.flags, "commit") && !opened.workspace.config.commit) return null;
  try {
    return await commit();
  } catch (error) {
    // The note is safe on disk: say so before the reason why it is not committed yet.
    if (!input.global.json) await writeResult(context, saved(created, opened, context));
    if (!input.global.quiet)
      for (const remark of [...remarks.notices, ...remarks.warnings])
        await writeNotice(context, remark);
    if (!input.global.json || !(error instanceof PmTalkError)) throw error;
    throw new PmTalkError(
      error.code,
      `Saved ${created.join(" and ")}. ${error.message}`,
      error.hint,
    );
  }
}

async function showDry(
  note: ReadyNote,
  proof: Proof,
  remarks: Remarks,
  input: Input,
  opened: Opened,
  context: Context,
): Promise<number> {
  const data = {...dataOf({note, proof, created: [], commit: null}, remarks), text: note.text};
  await showResult(
    {
      kind: "log",
      data,
      text: () => (context.stdoutIsTTY ? visible(note.text) : note.text),
      diagnostics: false,
    },
    input,
    opened,
    context,
  );
  if (!input.global.json)
    await say(
      [...remarks.notices, ...remarks.warnings, `Not written: ${note.file}`, proof.verdict],
      input,
      context,
    );
  return exitCodes.done;
}

interface Saved {
  note: ReadyNote;
  proof: Proof;
  created: string[];
  commit: string | null;
}

async function showSaved(
  done: Saved,
  remarks: Remarks,
  input: Input,
  opened: Opened,
  context: Context,
): Promise<number> {
  const after = input.global.json ? await openWorkspace(input.global, context) : opened;
  if (!input.global.json) await say([...remarks.notices, ...remarks.warnings], input, context);
  const text = (): string =>
    saved(done.created, opened, context) +
    (done.commit === null ? "" : `Committed ${done.commit.slice(0, 12)}\n`);
  await showResult(
    {kind: "log", data: dataOf(done, remarks), text, diagnostics: false},
    input,
    after,
    context,
  );
  if (!input.global.json)
    await say(
      [done.proof.verdict, ...(done.commit === null ? [share(done, opened, context)] : [])],
      input,
      context,
    );
  return exitCodes.done;
}

function dataOf({note, proof, created, commit}: Saved, remarks: Remarks): Record<string, unknown> {
  return {
    id: note.id,
    path: note.file,
    created,
    commit,
    meaningful: proof.meaningful,
    missing: proof.missing,
    warnings: remarks.warnings,
  };
}

function saved(created: string[], opened: Opened, context: Context): string {
  return created.map((file) => `Saved ${pathFromHere(file, opened, context)}\n`).join("");
}

function share({created}: Saved, opened: Opened, context: Context): string {
  const files = created.map((file) => quote(pathFromHere(file, opened, context))).join(" ");
  return `To share it:  git add ${files} && git commit && git push`;
}

async function say(lines: string[], input: Input, context: Context): Promise<void> {
  if (!input.global.quiet) for (const line of lines) await writeNotice(context, line);
}
