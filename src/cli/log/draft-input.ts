import type {CalendarDate} from "../../core/calendar.ts";
import type {DraftContent} from "../../workspace/drafts/draft-content.ts";
import {type Flags, type Input, valueOf} from "../command.ts";
import type {Context} from "../context.ts";
import {aboutTheRun} from "./draft-lines.ts";
import type {ResumedDraft} from "./pick-draft.ts";

/** What a log rests on: what was typed now or the first time, and when that was. */
export interface LogInput {
  input: Input;
  /** Text that --body read the first time; undefined when it is still to be read. */
  body: string | null | undefined;
  /** The day on which words such as "yesterday" were said. */
  saidOn: CalendarDate;
  resumed: ResumedDraft | null;
}

/** A log as it was typed just now. */
export function freshLog(input: Input, context: Context): LogInput {
  return {input, body: undefined, saidOn: context.today, resumed: null};
}

/** A log that goes on: what the draft holds, with the flags of this run that are not about the note. */
export function resumedLog(resumed: ResumedDraft, input: Input): LogInput {
  const {args, flags, root, begun, body} = resumed.content;
  const now = Object.fromEntries(
    aboutTheRun.flatMap((name) => (name in input.flags ? [[name, input.flags[name]]] : [])),
  );
  const global = {...input.global, dir: input.global.dir ?? root};
  return {input: {args, flags: {...flags, ...now}, global}, body, saidOn: begun, resumed};
}

/** What is kept of a log while its note is not written. */
export function draftOf(
  {input, saidOn}: LogInput,
  more: {root: string | null; cwd: string; body: string | null; answers: unknown; about?: string},
): DraftContent {
  const {root, cwd, body, answers} = more;
  const typed = input.args[0] ?? valueOf(input.flags, "customer");
  return {
    version: 1,
    ...{root, cwd, begun: saidOn, about: more.about ?? typed, args: input.args},
    ...{flags: ofTheNote(input.flags), body, answers},
  };
}

function ofTheNote(flags: Flags): Flags {
  const others: readonly string[] = aboutTheRun;
  return Object.fromEntries(Object.entries(flags).filter(([name]) => !others.includes(name)));
}
