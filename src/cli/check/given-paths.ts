import {isAbsolute, relative, resolve, sep} from "node:path";
import {PmTalkError} from "../../core/errors.ts";
import {isThere} from "../../workspace/given-files.ts";
import type {Context} from "../context.ts";
import type {Opened} from "../open.ts";

/** Whether a file of the workspace is one of those that the user named, or lies in a folder that was named. */
export type IsGiven = (file: string) => boolean;

/** Reads the files of the command line; none means all. Throws a usage error for what is not in the workspace. */
export function givenPaths(
  files: string[],
  {workspace: {root, results}}: Opened,
  context: Context,
): IsGiven {
  if (files.length === 0) return () => true;
  // What is staged need not lie on the disk.
  const read = new Set(results.map(({place}) => place.file));
  const wanted = files.map((file) => {
    const path = resolve(context.cwd, file);
    const inside = relative(root, path).split(sep).join("/");
    if (!read.has(inside) && !isThere(path))
      throw new PmTalkError("usage", `No file ${file} here.`, "All files: pm-talk check");
    // Silence would say that it is fine.
    if (inside === ".." || inside.startsWith("../") || isAbsolute(inside))
      throw new PmTalkError(
        "usage",
        `${file} is not in this workspace.`,
        "All files: pm-talk check",
      );
    return inside;
  });
  return (file) =>
    wanted.some((path) => path === "" || file === path || file.startsWith(`${path}/`));
}
