import {spawn} from "node:child_process";
import {dirname, sep} from "node:path";
import {PmTalkError} from "../core/errors.ts";
import {readWithGit} from "../workspace/git/run-git.ts";
import type {Context} from "./context.ts";

/** How a shell says that there is no such program. */
const notFound = 127;

/**
 * Opens a file in the person's editor, in the terminal, and returns when it is closed. The editor is the one
 * that git opens: GIT_EDITOR, git's core.editor, VISUAL (not in a dumb terminal), EDITOR, else vi, or
 * notepad on Windows. It may have arguments and quotes, as a shell reads them. Throws `not-written` naming
 * the editor when it is not there or fails; the file stays as the editor left it. No prompter may be open:
 * both would read the keyboard.
 */
export async function openEditor(path: string, context: Context): Promise<void> {
  const editor = await editorOf(dirname(path), context);
  const heed = context.leaveInterrupts?.();
  const code = await runEditor(editor, path, context).finally(heed);
  if (code === 0) return;
  throw new PmTalkError(
    "not-written",
    code === notFound
      ? `There is no editor "${editor}" to open ${path} with.`
      : `The editor "${editor}" ended with ${code === null ? "a signal" : `code ${String(code)}`}; ${path} is as it left it.`,
    code === notFound ? `Another one, this time:  EDITOR=nano pm-talk ...` : null,
  );
}

/** What git would open; the same order without git where there is none. */
async function editorOf(folder: string, {env}: Context): Promise<string> {
  const asked = await readWithGit(folder, ["var", "GIT_EDITOR"], env);
  const answer = asked.stdout.trim();
  if (asked.code === 0 && answer !== "") return answer;
  const visual = env["TERM"] === "dumb" ? undefined : env["VISUAL"];
  const given = [env["GIT_EDITOR"], visual, env["EDITOR"]].find(
    (editor) => editor !== undefined && editor.trim() !== "",
  );
  return given ?? (isWindows ? "notepad" : "vi");
}

const isWindows = sep === "\\";

/** The exit code, or null when a signal ended it. */
function runEditor(editor: string, path: string, {cwd, env}: Context): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const options = {stdio: "inherit", cwd, env} as const;
    const child = isWindows
      ? spawn(`${editor} "${path}"`, {...options, shell: true})
      : // Ctrl-C is the editor's alone: the shell around it must not end before it.
        spawn("sh", ["-c", `trap : INT QUIT; ${editor} "$@"`, editor, path], options);
    child.on("error", reject);
    child.on("close", (code) => {
      resolve(code);
    });
  });
}
