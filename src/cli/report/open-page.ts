import {spawn} from "node:child_process";
import {openerOf} from "../../workspace/opener.ts";
import type {Context} from "../context.ts";
import {writeNotice} from "../streams.ts";

/**
 * Shows a written file in the person's browser and does not wait for it. Where that cannot be done a notice
 * names the file: the report itself is written, and no failure.
 */
export async function openPage(path: string, context: Context, quiet: boolean): Promise<void> {
  const opener = openerOf();
  const started = await startApart(opener, path, context);
  if (!started) await writeNotice(context, `There is no ${opener} here to open it with: ${path}`);
  else if (!quiet) await writeNotice(context, `Opening ${path}`);
}

/** Whether the program could be started; it goes on when pm-talk has ended. */
function startApart(program: string, path: string, {cwd, env}: Context): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, [path], {cwd, env, detached: true, stdio: "ignore"});
    child.on("error", () => {
      resolve(false);
    });
    child.on("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
}
