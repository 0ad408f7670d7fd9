import {type CalendarDate, formatDay} from "../../core/calendar.ts";
import {PmTalkError} from "../../core/errors.ts";
import type {Input} from "../command.ts";
import type {Context} from "../context.ts";
import {echoDate} from "../flags/spoken-dates.ts";
import {proveNote, type Proof} from "../log/prove-note.ts";
import {type LogValues, readLog} from "../log/read-log.ts";
import type {Remarks} from "../log/log-values.ts";
import {composeNote, type ReadyNote} from "../log/save-log.ts";
import type {Opened} from "../open.ts";
import {askQuick, askTalk, dateOf} from "./ask-talk.ts";
import {changeAnswer} from "./change.ts";
import {summaryOf} from "./summary.ts";
import type {Talk, Told} from "./talk.ts";
import {flagsOfTold} from "./told-flags.ts";

/** A note that somebody was asked for, and what they want done with it. */
export interface Guided {
  then: "save" | "edit" | "later";
  values: LogValues;
  note: ReadyNote;
  proof: Proof;
  remarks: Remarks;
}

/**
 * Asks for a talk, shows what it comes to, and lets the person change answers until it is right. The note
 * is made from flags that say the same, so both ways to log write the same bytes.
 */
export async function guide(
  talk: Talk,
  given: {input: Input; body: string | null; quick: boolean},
  opened: Opened,
  context: Context,
): Promise<Guided> {
  await talk.prompter.say(greeting(talk, dateOf(talk), context.today));
  for (;;) {
    const told = given.quick ? await askQuick(talk) : await askTalk(talk);
    const made = await makeNote(told, talk, given, opened, context);
    if ("error" in made) {
      await talk.prompter.say(`\n  ${made.error}`);
      if ((await askAfterError(talk)) === "later") throw cancelled();
      await changeAnswer(told, talk);
      continue;
    }
    for (const notice of made.remarks.warnings) await talk.prompter.say(`  ${notice}`);
    await talk.prompter.say(summaryOf(told, made.values, made.proof.verdict, talk));
    const then = await askWhatNow(talk);
    if (then !== "change") return {then, ...made};
    await changeAnswer(told, talk);
  }
}

function greeting({me}: Talk, date: CalendarDate, today: CalendarDate): string {
  const by = me === null ? "" : `, by you (${me})`;
  const day = date === today ? `today, ${formatDay(date)}` : echoDate(date, today);
  return `Logging for ${day}${by}. Enter takes the marked answer.\n`;
}

type Made = Omit<Guided, "then"> | {error: string};

/** A slip of the answers is shown and can be mended; nothing that was typed is lost by it. */
async function makeNote(
  told: Told,
  talk: Talk,
  given: {input: Input; body: string | null},
  opened: Opened,
  context: Context,
): Promise<Made> {
  const remarks: Remarks = {notices: [], warnings: []};
  try {
    const {args, flags} = flagsOfTold(told, talk);
    const input = {...given.input, args, flags};
    const values = await readLog(input, given.body, opened, context, remarks, talk.today);
    const note = composeNote(values, opened.workspace, context);
    const proof = proveNote(note, values, opened, remarks);
    return {values, note, proof, remarks};
  } catch (error) {
    if (!(error instanceof PmTalkError) || error.code !== "usage") throw error;
    return {error: [error.message, error.hint].filter((part) => part !== null).join("\n  ")};
  }
}

async function askWhatNow(talk: Talk): Promise<"save" | "change" | "edit" | "later"> {
  return await talk.prompter.select({
    message: "Save it?",
    choices: [
      {value: "save" as const, label: "Save"},
      {value: "change" as const, label: "Change an answer"},
      {value: "edit" as const, label: "Open in the editor"},
      {value: "later" as const, label: "Later"},
    ],
  });
}

async function askAfterError(talk: Talk): Promise<"change" | "later"> {
  return await talk.prompter.select({
    message: "It cannot be saved like this.",
    choices: [
      {value: "change" as const, label: "Change an answer"},
      {value: "later" as const, label: "Later"},
    ],
  });
}

/** The answers are on the disk; where they are is said by whoever keeps the draft. */
export function cancelled(): PmTalkError {
  return new PmTalkError("cancelled", "Nothing saved yet.");
}
