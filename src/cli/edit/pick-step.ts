import {formatDay} from "../../core/calendar.ts";
import {PmTalkError} from "../../core/errors.ts";
import {shortId} from "../../core/identity.ts";
import {count} from "../../core/text.ts";
import type {StepLine} from "../../notes/body.ts";
import type {ParsedFile} from "../../notes/files.ts";
import type {Input} from "../command.ts";
import type {Context} from "../context.ts";
import {withPrompter} from "../prompts/with-prompter.ts";

interface Numbered {
  n: number;
  step: StepLine;
}

/**
 * Which step of a note is meant, from 1: the number given, else the only one that is open (with `undo`, done).
 * Of several somebody at a terminal is asked. Throws a usage error that lists them otherwise.
 */
export async function pickStep(
  note: ParsedFile,
  typed: string | null,
  undo: boolean,
  {global}: Input,
  context: Context,
): Promise<number> {
  const all = note.body.lines.steps.map((step, index): Numbered => ({n: index + 1, step}));
  if (all.length === 0)
    throw new PmTalkError(
      "usage",
      `${note.file} has no next step.`,
      `pm-talk edit ${shortId(note.id)}     - [ ] Send the plan (ana, 2026-11-26)  under  ## Next steps`,
    );
  if (typed !== null) return numberIn(typed, all, note);
  const candidates = all.filter(({step}) => step.done === undo);
  const [only, ...more] = candidates;
  if (only !== undefined && more.length === 0) return only.n;
  // None is left: the last one says so itself.
  if (only === undefined) return all.length === 1 ? 1 : noneLeft(all, undo, note);
  return await withPrompter(global, context, async (prompter) => {
    if (prompter === null) throw severalOpen(candidates, undo, note);
    return await prompter.select({
      message: undo ? "Which one is open again?" : "Which one is done?",
      choices: candidates.map(({n, step}) => ({value: n, label: step.what, note: ownerOf(step)})),
    });
  });
}

function numberIn(typed: string, all: readonly Numbered[], note: ParsedFile): number {
  const n = /^\d{1,6}$/.test(typed) ? Number(typed) : 0;
  if (all.some((one) => one.n === n)) return n;
  throw new PmTalkError(
    "usage",
    `${shortId(note.id)} has ${count(all.length, "next step")}; "${typed}" is none of them.`,
    all.map(lineOf).join("\n"),
  );
}

function noneLeft(all: readonly Numbered[], undo: boolean, note: ParsedFile): never {
  throw new PmTalkError(
    "usage",
    `No next step of ${shortId(note.id)} is ${undo ? "done" : "open"}.`,
    all.map(lineOf).join("\n"),
  );
}

function severalOpen(open: readonly Numbered[], undo: boolean, note: ParsedFile): PmTalkError {
  return new PmTalkError(
    "usage",
    `${String(open.length)} next steps of ${shortId(note.id)} are ${undo ? "done" : "open"}; which one?`,
    [...open.map(lineOf), `pm-talk done ${shortId(note.id)} ${String(open[0]?.n ?? 1)}`].join("\n"),
  );
}

function lineOf({n, step}: Numbered): string {
  return `${String(n)}  ${step.done ? "[x]" : "[ ]"} ${step.what} (${ownerOf(step)})`;
}

function ownerOf({who, due, doneOn}: StepLine): string {
  const done = doneOn === null ? "" : `, done ${formatDay(doneOn)}`;
  return `${who}${due === null ? "" : `, ${formatDay(due)}`}${done}`;
}
