import type {GlobalFlags} from "../command.ts";
import type {Context} from "../context.ts";
import {canAsk} from "./can-ask.ts";
import type {Prompter} from "./prompter.ts";

/** Does something that may ask: with a prompter where somebody is there, else with none. Closes it in the end. */
export async function withPrompter<Result>(
  global: GlobalFlags,
  context: Context,
  work: (prompter: Prompter | null) => Promise<Result>,
): Promise<Result> {
  if (!canAsk(global, context)) return await work(null);
  const prompter = await context.openPrompter(global.color);
  try {
    return await work(prompter);
  } finally {
    await prompter.close();
  }
}
