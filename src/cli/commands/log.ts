import {type CommandDefinition, type Input, isOn} from "../command.ts";
import type {Context} from "../context.ts";
import {logByFlags} from "../log/by-flags.ts";
import {discardDraft} from "../log/draft-discard.ts";
import {freshLog, type LogInput, resumedLog} from "../log/draft-input.ts";
import {logFlags} from "../log/log-flags.ts";
import {isEnough} from "../log/minimum.ts";
import {resumeDraft} from "../log/pick-draft.ts";
import {canAsk} from "../prompts/can-ask.ts";
import {withPrompter} from "../prompts/with-prompter.ts";

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
    if (wants(input, "discard"))
      return await withPrompter(input.global, context, (prompter) =>
        discardDraft(input, context, prompter),
      );
    const log = await startOf(input, context);
    if (!canAsk(input.global, context) || !asksAnything(log)) return await logByFlags(log, context);
    const {logGuided} = await import("../guided/log-guided.ts");
    return await logGuided(log, context);
  },
};

/** A new log, or one that goes on where another ended. */
async function startOf(input: Input, context: Context): Promise<LogInput> {
  if (!wants(input, "resume")) return freshLog(input, context);
  const resumed = await withPrompter(input.global, context, (prompter) =>
    resumeDraft(input, context, prompter),
  );
  return resumedLog(resumed, input);
}

/** Flags that may stand alone or name a draft. */
function wants({flags}: Input, name: "resume" | "discard"): boolean {
  return flags[name] !== undefined;
}

/** Nothing is asked when the flags say enough, in a terminal too. */
function asksAnything({input, resumed}: LogInput): boolean {
  const isGuided = (resumed?.content.answers ?? null) !== null;
  const wanted = isOn(input.flags, "guided") || isOn(input.flags, "quick");
  return isGuided || wanted || !isEnough(input);
}
