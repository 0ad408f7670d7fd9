import {exitCodes} from "../../core/errors.ts";
import {compareText, count} from "../../core/text.ts";
import {visible} from "../../core/visible.ts";
import {applySteps, filesOf} from "../../workspace/write/many-files.ts";
import type {Plan} from "../../workspace/write/rename.ts";
import {quote} from "../../workspace/shell-words.ts";
import {type Flag, type Input, isOn} from "../command.ts";
import {commitSaved} from "../commit-saved.ts";
import type {Context} from "../context.ts";
import {pathFromHere} from "../notices.ts";
import {openWorkspace, type Opened} from "../open.ts";
import {showResult} from "../report/print-report.ts";
import {writeNotice} from "../streams.ts";
import {planText} from "./plan-text.ts";

/** Flags of the commands that change many files. */
export const manyFilesFlags: Flag[] = [
  {flags: "--dry-run", about: "show every line that would change, write nothing"},
  {flags: "--commit", about: "commit exactly the files that changed"},
];

/** A change of many files, and how it is told. */
export interface Undertaking {
  /** The command's words joined by `-`. */
  kind: string;
  plan: Plan;
  /** "Renamed gantry to gantry-ltd": printed with the number of files when it is done. */
  said: string;
  /** Of the commit. */
  message: string;
  /** Printed when there is nothing to do. */
  already: string;
  /** The command that finishes it when it is cut off. */
  again: string;
  /** More to be said beforehand. */
  notices: string[];
  /** For the JSON: at least the id and the path of the file afterwards. */
  data: {id: string; path: string};
  /** Asked when all is shown and nothing is written; throws when the answer is no. */
  confirm?: () => Promise<void>;
}

/** Shows what will change, changes it, commits it when asked to, and says how many files it was. */
export async function carryOut(
  undertaking: Undertaking,
  input: Input,
  opened: Opened,
  context: Context,
): Promise<number> {
  const {plan, already, again, confirm} = undertaking;
  const isDry = isOn(input.flags, "dryRun");
  const listing = planText(plan, (file) => pathFromHere(file, opened, context));
  if (!isDry) await say(listing, input, context);
  await say(remarksOf(undertaking, opened, context), input, context);
  if (isDry && plan.steps.length > 0) {
    const text = context.stdoutIsTTY ? visible(listing) : listing;
    await show(undertaking, text, null, input, opened, context);
    await say("Not written.\n", input, context);
    return exitCodes.done;
  }
  if (plan.steps.length === 0) {
    await show(undertaking, `${already}\n`, null, input, opened, context);
    return exitCodes.done;
  }
  await confirm?.();
  await applySteps(opened.workspace.root, plan.steps, again);
  const files = filesOf(plan.steps);
  const inBrief = `${undertaking.said}: ${count(files.length, "file")} changed.`;
  const done = `${inBrief}\n`;
  const saved = {files, message: undertaking.message, said: done, inBrief};
  const commit = await commitSaved(saved, input, opened, context);
  const after = input.global.json ? await openWorkspace(input.global, context) : opened;
  const text = commit === null ? done : `${done}Committed ${commit.slice(0, 12)}\n`;
  await show(undertaking, text, commit, input, after, context);
  if (commit === null)
    await say(`To share it:  ${shareOf(plan, opened, context)}\n`, input, context);
  return exitCodes.done;
}

/** The folders of the files, for a move is two paths and there may be hundreds. */
function shareOf({steps}: Plan, opened: Opened, context: Context): string {
  const folders = new Set(filesOf(steps).map((file) => file.split("/", 1)[0] ?? ""));
  const here = [...folders]
    .sort(compareText)
    .map((folder) => pathFromHere(folder, opened, context));
  return `git add -A ${here.map(quote).join(" ")} && git commit && git push`;
}

function remarksOf({plan, notices}: Undertaking, opened: Opened, context: Context): string {
  const untouched = plan.untouched.map(
    ({file, why}) => `Left as it is: ${pathFromHere(file, opened, context)}: ${why}`,
  );
  return [...untouched, ...notices].map((line) => `${line}\n`).join("");
}

async function show(
  {kind, plan, data}: Undertaking,
  text: string,
  commit: string | null,
  input: Input,
  opened: Opened,
  context: Context,
): Promise<void> {
  const lines = plan.changes.flatMap(({file, lines: changed}) =>
    changed.map((line) => ({file, ...line})),
  );
  const all = {...data, changed: filesOf(plan.steps), lines, untouched: plan.untouched, commit};
  await showResult({kind, data: all, text: () => text, diagnostics: false}, input, opened, context);
}

async function say(text: string, {global}: Input, context: Context): Promise<void> {
  if (text !== "" && !global.json && !global.quiet) await writeNotice(context, text);
}
