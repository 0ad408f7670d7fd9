import {PmTalkError} from "../../core/errors.ts";
import type {GlobalFlags} from "../command.ts";
import type {Context} from "../context.ts";
import {type ReadyNote, saveNote} from "../log/save-log.ts";
import {writeNotice} from "../streams.ts";
import type {DraftKeeper} from "./draft-keeper.ts";

/**
 * Writes the note. Where the disk takes neither it nor a draft, what was typed is in this window and nowhere
 * else: it can be tried again, and is shown in full before the program ends with the error.
 */
export async function saveOrShow(
  note: ReadyNote,
  root: string,
  keeper: DraftKeeper,
  color: GlobalFlags["color"],
  context: Context,
): Promise<void> {
  for (;;) {
    try {
      await saveNote(note, root);
      return;
    } catch (error) {
      if (!(error instanceof PmTalkError) || keeper.tryAgain() === null) throw error;
      await writeNotice(context, error.message);
      if ((await askWhatNow(color, context)) === "again") continue;
      await writeNotice(context, `\n${note.text}`);
      keeper.isDone = true;
      throw new PmTalkError(
        error.code,
        error.message,
        "Neither note nor draft: copy it from above.",
      );
    }
  }
}

async function askWhatNow(color: GlobalFlags["color"], context: Context): Promise<string> {
  const prompter = await context.openPrompter(color);
  try {
    return await prompter.select({
      message: "What now?",
      choices: [
        {value: "again", label: "Try again, when there is room"},
        {value: "show", label: "Show the note here, to copy it"},
      ],
    });
  } finally {
    await prompter.close();
  }
}
