import {PmTalkError} from "../../core/errors.ts";
import type {GlobalFlags} from "../command.ts";
import type {Context} from "../context.ts";
import type {Prompter} from "../prompts/prompter.ts";

/**
 * Asks one question and gives the terminal back, so that an editor can have it next. A cancelled question
 * says `stays`: what is as it was, or where something is kept.
 */
export async function askOnce<Answer>(
  context: Context,
  stays: string,
  ask: (prompter: Prompter) => Promise<Answer>,
  color: GlobalFlags["color"] = "auto",
): Promise<Answer> {
  const prompter = await context.openPrompter(color);
  try {
    return await ask(prompter);
  } catch (error) {
    if (error instanceof PmTalkError && error.code === "cancelled")
      throw new PmTalkError("cancelled", error.message, stays);
    throw error;
  } finally {
    await prompter.close();
  }
}
