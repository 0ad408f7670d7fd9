import {lstatSync} from "node:fs";
import {join} from "node:path";
import {GitRefusal, isAnnounced, ownEntries} from "./commit-entries.ts";
import type {CommitTask} from "./commit-ready.ts";
import {writeWithGit} from "./run-git.ts";

/**
 * How the index calls files that are on the disk. Where case does not matter (core.ignorecase), git files
 * `conversations/x.md` under the spelling it knows, as in `Conversations/x.md`. Throws GitRefusal for a file
 * that the index does not know.
 */
export async function namesInIndex(task: CommitTask, files: readonly string[]): Promise<string[]> {
  const known = new Set((await ownEntries(task)).map(({file}) => file));
  const names: string[] = [];
  for (const file of files) {
    names.push(known.has(file) ? file : await otherSpelling(task, file));
  }
  return names;
}

async function otherSpelling(task: CommitTask, file: string): Promise<string> {
  const pattern = `:(icase)${file.replace(/[*?[\]\\]/g, "\\$&")}`;
  const args = ["ls-files", "--stage", "-z", "--", pattern];
  // Not as literal paths, so that case can be passed over.
  const {stdout} = await writeWithGit(task.root, args, task.env);
  for (const record of stdout.split("\0")) {
    const [, object = "", name = ""] = /^\d+ ([0-9a-f]+) \d\t([^]+)$/.exec(record) ?? [];
    if (name === "") continue;
    if (isAnnounced(object)) task.respelt.add(name);
    if (isSame(task, file, name)) return name;
  }
  const stderr = `error: pathspec '${file}' did not match any file(s) known to git\n`;
  throw new GitRefusal({code: 1, stdout: "", stderr});
}

/** Whether both names lead to one file on the disk. */
function isSame({root}: CommitTask, file: string, name: string): boolean {
  const [own, other] = [file, name].map((path) =>
    lstatSync(join(root, path), {throwIfNoEntry: false, bigint: true}),
  );
  return own !== undefined && own.ino === other?.ino && own.dev === other.dev;
}
