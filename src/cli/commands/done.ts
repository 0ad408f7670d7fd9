import type {CommandDefinition} from "../command.ts";
import {isOn, valueOf} from "../command.ts";
import {editFlags, finishEdit} from "../edit/finish-edit.ts";
import {type ClosedStep, dayDone, planStep, stepSentence} from "../edit/close-step.ts";
import {pickStep} from "../edit/pick-step.ts";
import {findReadable} from "../find-file.ts";
import {conversationKind} from "../known.ts";
import type {Remarks} from "../log/log-values.ts";
import {openWorkspace} from "../open.ts";

export const command: CommandDefinition = {
  args: [
    {name: "<id>", about: "the note: its id, the beginning or last six characters of it"},
    {name: "[n]", about: "which of its next steps, from 1; needed when several are open"},
  ],
  flags: [
    {flags: "--date <date>", about: "the day it was done (default: today)"},
    {flags: "--undo", about: "open it again"},
    ...editFlags,
  ],
  writes: "the box and the day of that step, in its note.",
  examples: ["done k7f3qa 1", "done k7f3qa 1 --date yesterday --dry-run"],
  reads: false,
  run: async (input, context) => {
    const opened = await openWorkspace(input.global, context);
    const remarks: Remarks = {notices: [], warnings: []};
    const named = {...conversationKind, all: "All that is open: pm-talk steps"};
    const only = {kind: "conversation", named} as const;
    const note = findReadable(input.args[0] ?? "", opened, context, only);
    const undo = isOn(input.flags, "undo");
    const date = dayDone(valueOf(input.flags, "date"), undo, opened.today, remarks);
    const n = await pickStep(note, input.args[1] ?? null, undo, input, context);
    const {planned, before, after}: ClosedStep = await planStep(note, n, {undo, ...date}, opened);
    const edit = {
      kind: "done",
      planned,
      changed: ["steps"],
      message: `${undo ? "Open" : "Close"} step ${String(n)} of ${note.id}`,
      said: stepSentence(after, false),
      already: stepSentence(before, true),
      data: {step: {n, ...after}},
      remarks,
    };
    return await finishEdit(edit, input, opened, context);
  },
};
