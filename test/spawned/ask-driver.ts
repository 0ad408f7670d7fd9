import {renameSync, writeFileSync} from "node:fs";
import {setTimeout as sleep} from "node:timers/promises";
import {openPrompter} from "../../src/cli/prompts/open-prompter.ts";
import type {Context} from "../../src/cli/context.ts";
import {exitCodeOf, PmTalkError} from "../../src/core/errors.ts";

/** A question, as JSON: its kind, and what the prompter takes; `think` waits so many milliseconds. */
export type Step =
  | ["say", string]
  | ["think", number]
  | ["select", {message: string; choices: Labelled[]; marked?: string}]
  | ["search", {message: string; choices: Labelled[]}]
  | ["checkbox", {message: string; choices: (Labelled | {heading: string})[]; ticked: string[]}]
  | ["text", {message: string; initial?: string; refused?: string}]
  /** `full`: there is no room to keep what is typed. */
  | ["lines", {message: string; initial?: string[]; refused?: string; full?: boolean}];

/** A choice whose value is its label. */
export interface Labelled {
  label: string;
  note?: string;
}

const valued = <One extends Labelled>(one: One): One & {value: string} => ({
  ...one,
  value: one.label,
});
const refusing = (word: string | undefined) => (typed: string) =>
  word !== undefined && typed.includes(word) ? `"${word}" will not do.` : null;

/** Asks the questions in the second argument; what was answered goes to the file of the first, also when cancelled. */
async function drive(): Promise<void> {
  const [, , result = "", questions = "[]"] = process.argv;
  const steps = JSON.parse(questions) as Step[];
  // The test signals the program itself, not the shell around it.
  writeFileSync(`${result}.pid`, String(process.pid));
  const answers: unknown[] = [];
  const changes: unknown[] = [];
  const context = {
    env: process.env,
    stdoutIsTTY: process.stdout.isTTY,
    columns: process.stdout.columns,
  } as Context;
  const prompter = await openPrompter(process, context, "auto");
  const ask = async ([kind, step]: Step): Promise<unknown> => {
    switch (kind) {
      case "say":
        return prompter.say(step);
      case "think":
        return sleep(step);
      case "select":
        return prompter.select({...step, choices: step.choices.map(valued)});
      case "search":
        return prompter.search({
          message: step.message,
          find: (typed) => [
            ...step.choices
              .filter(({label}) => label.toLowerCase().startsWith(typed.toLowerCase()))
              .map(valued),
            ...(typed === "" ? [] : [{label: `New: ${typed}`, value: `new ${typed}`}]),
          ],
        });
      case "checkbox":
        return prompter.checkbox({
          ...step,
          choices: step.choices.map((one) => ("heading" in one ? one : valued(one))),
        });
      case "text":
        return prompter.text({...step, refuse: refusing(step.refused)});
      case "lines":
        return prompter.lines({
          ...step,
          refuse: refusing(step.refused),
          onChange: (lines) => {
            if (step.full === true) throw new PmTalkError("not-written", "No room.");
            changes.push([...lines]);
          },
        });
    }
  };
  try {
    for (const step of steps) {
      const answer = await ask(step);
      if (step[0] !== "say" && step[0] !== "think") answers.push(answer);
    }
  } catch (error) {
    if (!(error instanceof PmTalkError)) throw error;
    process.exitCode = exitCodeOf(error.code);
  } finally {
    await prompter.close();
    // The test reads it as soon as it is there.
    writeFileSync(`${result}.part`, JSON.stringify({answers, changes}));
    renameSync(`${result}.part`, result);
  }
}

await drive();
