import {exitCodes, PmTalkError} from "../../core/errors.ts";
import {visible} from "../../core/visible.ts";
import {type Draft, takeDraft} from "../../workspace/drafts/drafts.ts";
import {type Input, isOn} from "../command.ts";
import type {Context} from "../context.ts";
import type {Prompter} from "../prompts/prompter.ts";
import {writeNotice, writeResult} from "../streams.ts";
import {draftLines} from "./draft-lines.ts";
import {draftLabel} from "./draft-words.ts";
import {pickDraft} from "./pick-draft.ts";

/**
 * `log --discard [NAME]`: throws a draft away after a yes, and leaves its lines on the screen, from where
 * they can still be copied. Returns the exit code. Throws a usage error where nobody can be asked and --yes
 * is missing, or where several wait.
 */
export async function discardDraft(
  input: Input,
  context: Context,
  prompter: Prompter | null,
): Promise<number> {
  const picked = await pickDraft("discard", input, context, prompter);
  if (picked === null) {
    await showDiscarded(null, input, context);
    return exitCodes.done;
  }
  const sure = isOn(input.flags, "yes");
  if (!sure && prompter === null) throw yesMissing(picked, context);
  if (!sure && prompter !== null && !(await askToDiscard(picked, context, prompter))) {
    await prompter.say("It stays.");
    return exitCodes.done;
  }
  takeDraft(picked, context.env).remove();
  // Who was asked has just been shown the lines.
  const lines = sure ? linesOf(picked, context) : [draftLabel(picked, context)];
  await showDiscarded({draft: picked, lines}, input, context);
  return exitCodes.done;
}

/** Shows what a draft holds and asks whether it may go; Enter keeps it. */
export async function askToDiscard(
  draft: Draft,
  context: Context,
  prompter: Prompter,
): Promise<boolean> {
  await prompter.say(linesOf(draft, context).join("\n"));
  return await prompter.select({
    message: "Throw it away?",
    choices: [
      {value: false, label: "No, it stays"},
      {value: true, label: "Yes"},
    ],
  });
}

function linesOf(draft: Draft, context: Context): string[] {
  return [draftLabel(draft, context), ...draftLines(draft.content).map((line) => `  ${line}`)];
}

function yesMissing(draft: Draft, context: Context): PmTalkError {
  return new PmTalkError(
    "usage",
    `Nothing thrown away: no terminal to ask in, and --yes is missing.`,
    `${draftLabel(draft, context)}\npm-talk log --discard ${draft.name} --yes`,
  );
}

interface Discarded {
  draft: Draft;
  lines: string[];
}

async function showDiscarded(
  discarded: Discarded | null,
  {global}: Input,
  context: Context,
): Promise<void> {
  if (global.json) await writeResult(context, await jsonOf(discarded?.draft ?? null, context));
  else if (discarded !== null)
    await writeResult(context, visible(`Thrown away: ${discarded.lines.join("\n")}\n`));
  else if (!global.quiet)
    await writeNotice(context, "No unfinished note waits; there is nothing to throw away.");
}

/** It belongs to no workspace, so nothing is said of one. */
async function jsonOf(draft: Draft | null, {today}: Context): Promise<string> {
  const {renderJson} = await import("../../render/json.ts");
  const discarded = draft === null ? null : {name: draft.name, ...draft.content};
  return renderJson({schemaVersion: 1, kind: "log", asOf: today, data: {discarded}});
}
