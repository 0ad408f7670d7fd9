import {createFile, replaceFile} from "../../workspace/write/create-file.ts";
import {keepText} from "../../workspace/kept-text.ts";
import type {Input} from "../command.ts";
import type {Context} from "../context.ts";
import {writeNotice} from "../streams.ts";
import {askOnce} from "./ask-once.ts";

/** What is to become of a file that came out of the editor with errors. */
export type Next = "again" | "leave" | "back";

/** Asks; what was there can be put back where there was something, null else. */
export async function askNext(
  before: Uint8Array | null,
  after: Uint8Array | null,
  file: string,
  {global}: Input,
  context: Context,
): Promise<Next> {
  return await askOnce(
    context,
    `${file} stays as it is now.`,
    (prompter) =>
      prompter.select<Next>({
        message: "What now?",
        choices: [
          ...(after === null ? [] : [{value: "again" as const, label: "Open it again"}]),
          ...(before === null || textOf(before) === null
            ? []
            : [{value: "back" as const, label: "Put back what was there"}]),
          {value: "leave", label: "Leave it as it is"},
        ],
      }),
    global.color,
  );
}

/** What was typed is kept elsewhere, for it is no less somebody's work because a line of it is wrong. */
export async function putBack(
  path: string,
  before: Uint8Array | null,
  after: Uint8Array | null,
  context: Context,
): Promise<void> {
  const text = before === null ? null : textOf(before);
  if (text === null) throw new Error("there is nothing to put back");
  if (after === null) return await createFile(path, text);
  const typed = Buffer.from(after).toString("utf8");
  const kept = keepText(path.replace(/^.*[\\/]/, ""), typed, context.env);
  await replaceFile(path, text, {before: typed});
  await writeNotice(context, `What you typed is kept in ${kept}`);
}

/** Null where the bytes are no UTF-8 text, so that writing the text would change them. */
function textOf(bytes: Uint8Array): string | null {
  const text = Buffer.from(bytes).toString("utf8");
  return equal(Buffer.from(text, "utf8"), bytes) ? text : null;
}

/** Whether two files hold the same bytes. */
export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
