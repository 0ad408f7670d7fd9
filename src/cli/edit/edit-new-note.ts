import {type Diagnostic} from "../../core/diagnostics.ts";
import {PmTalkError} from "../../core/errors.ts";
import {formatDiagnostic} from "../../render/diagnostic.ts";
import {readGiven} from "../../workspace/given-files.ts";
import {dropText, keepText} from "../../workspace/kept-text.ts";
import type {Context} from "../context.ts";
import {openEditor} from "../editor.ts";
import {writeNotice} from "../streams.ts";
import {askOnce} from "./ask-once.ts";

/** The text of a note as the editor left it. */
export interface EditedText {
  text: string;
  /** Where it is kept until the note is saved; owner-only and outside the repository. */
  path: string;
  /** Takes the kept text away: to be called once the note is saved. */
  drop: () => void;
}

/**
 * Opens the text of a note that is not written yet in the person's editor, in a file outside the repository.
 * `check` says what would be wrong with the note; with an error in it the text is offered again. Throws
 * `cancelled` where the text is emptied or left for later, naming the file that keeps it. The caller has
 * made sure that somebody is there (`canAsk`) and that no prompter is open.
 */
export async function editNewNote(
  text: string,
  name: string,
  check: (text: string) => Promise<Diagnostic[]> | Diagnostic[],
  context: Context,
): Promise<EditedText> {
  const path = keepText(name, text, context.env);
  for (;;) {
    await openEditor(path, context);
    const edited = readBack(path);
    if (edited.trim() === "") {
      dropText(path);
      const kept = keepText(name, text, context.env);
      throw new PmTalkError(
        "cancelled",
        "The text was emptied, so nothing is saved.",
        `What stood there before is kept in ${kept}`,
      );
    }
    const errors = (await check(edited)).filter(({severity}) => severity === "error");
    if (errors.length === 0)
      return {
        text: edited,
        path,
        drop: () => {
          dropText(path);
        },
      };
    for (const error of errors) await writeNotice(context, formatDiagnostic(error));
    await askAgain(path, context);
  }
}

function readBack(path: string): string {
  const bytes = readGiven(path);
  return bytes === null ? "" : Buffer.from(bytes).toString("utf8");
}

/** Returns when it is to be opened again. */
async function askAgain(path: string, context: Context): Promise<void> {
  const again = await askOnce(context, `The text is kept in ${path}`, (prompter) =>
    prompter.select({
      message: "What now?",
      choices: [
        {value: true, label: "Open it again"},
        {value: false, label: "Keep it for later"},
      ],
    }),
  );
  if (again) return;
  throw new PmTalkError("cancelled", "Not saved.", `The text is kept in ${path}`);
}
