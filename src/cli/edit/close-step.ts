import {type CalendarDate, formatDay} from "../../core/calendar.ts";
import {PmTalkError} from "../../core/errors.ts";
import type {StepLine} from "../../notes/body.ts";
import {setBullet} from "../../notes/edit/edit-lines.ts";
import {markStep} from "../../notes/edit/edit-step.ts";
import type {ParsedFile} from "../../notes/files.ts";
import {planEdit, type PlannedEdit} from "../../workspace/write/edit-file.ts";
import type {Remarks} from "../log/log-values.ts";
import type {Opened} from "../open.ts";
import {readPastDay} from "../flags/past-day.ts";

export type Step = Omit<StepLine, "line">;

/** What shall become of a step. */
export interface StepMark {
  /** Opened again instead of closed. */
  undo: boolean;
  /** The day it was done. */
  on: CalendarDate;
  /** Whether the day was given: then it replaces the one that stands there. */
  given: boolean;
}

/** A step that is about to be closed or opened, before and after. */
export interface ClosedStep {
  planned: PlannedEdit;
  before: Step;
  after: Step;
}

/** The day of `--date`, else today. Throws a usage error for one that is still to come. */
export function dayDone(
  typed: string | null,
  undo: boolean,
  today: CalendarDate,
  remarks: Remarks,
): Pick<StepMark, "on" | "given"> {
  if (typed === null) return {on: today, given: false};
  if (undo) throw new PmTalkError("usage", "--undo takes no --date.", "An open step has no day.");
  const deed = {echo: "Done", what: "What is done"};
  return {on: readPastDay(typed, today, deed, remarks), given: true};
}

/** The edit that closes the nth step of a note, from 1, or opens it again. Nothing is written. */
export async function planStep(
  note: ParsedFile,
  n: number,
  mark: StepMark,
  {workspace}: Opened,
): Promise<ClosedStep> {
  const {kind, id, file} = note;
  const row = note.body.lines.steps[n - 1];
  if (row === undefined) throw new Error(`no step ${String(n)}`);
  const {line, ...before} = row;
  const after = marked(before, mark);
  const {root, config} = workspace;
  const planned = await planEdit(
    root,
    {kind, id, file},
    config,
    (text) =>
      same(before, after)
        ? text
        : setBullet(text, line, (source) =>
            markStep(source, after.done ? {on: after.doneOn} : null),
          ),
    {
      since: note,
      body: (old) => ({
        ...old,
        lines: {...old.lines, steps: old.lines.steps.with(n - 1, {...after, line})},
      }),
    },
  );
  return {planned, before, after};
}

/** A step that is done keeps its day, or its having none, unless a day is given. */
function marked(step: Step, {undo, on, given}: StepMark): Step {
  if (undo) return {...step, done: false, doneOn: null};
  return step.done && !given ? step : {...step, done: true, doneOn: on};
}

function same(a: Step, b: Step): boolean {
  return a.done === b.done && a.doneOn === b.doneOn;
}

/** `Done: Send the plan (ana), Tue 2026-11-24.` or, when nothing was to be done, `Done already: …` */
export function stepSentence({what, who, due, done, doneOn}: Step, already: boolean): string {
  const day = done ? doneOn : due;
  const when = day === null ? "" : `, ${done ? "" : "due "}${formatDay(day)}`;
  const state = done
    ? already
      ? "Done already"
      : "Done"
    : already
      ? "Open already"
      : "Open again";
  return `${state}: ${what} (${who})${when}.`;
}
