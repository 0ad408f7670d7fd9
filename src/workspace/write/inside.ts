import {existsSync, lstatSync} from "node:fs";
import {dirname, isAbsolute, join, relative, sep} from "node:path";
import {PmTalkError} from "../../core/errors.ts";

/**
 * Throws `not-written` unless `target` lies below `root` and no part of the way there is a symbolic link:
 * through one, a note would land outside the repository, or where reading does not look for it.
 */
export function assertInside(target: string, root: string): void {
  const below = relative(root, target);
  if (below === "" || below === ".." || below.startsWith(`..${sep}`) || isAbsolute(below)) {
    throw new PmTalkError("not-written", `Not written: ${target} is not inside ${root}.`);
  }
  let at = root;
  for (const part of below.split(sep)) {
    at = join(at, part);
    const found = lstatSync(at, {throwIfNoEntry: false});
    if (found === undefined) return;
    if (found.isSymbolicLink()) {
      const message = `Not written: ${at} is a symbolic link, and pm-talk writes through none.`;
      throw new PmTalkError("not-written", message);
    }
  }
}

/** The nearest folder above with a pm-talk.yml; the file's own folder where there is none. */
export function workspaceAbove(target: string): string {
  const own = dirname(target);
  for (let folder = own; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "pm-talk.yml"))) return folder;
    if (dirname(folder) === folder) return own;
  }
}
