import {execFileSync} from "node:child_process";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join, sep} from "node:path";

const root = join(import.meta.dirname, "..", "..");

/** The text of every file in src, by path from the root with `/`. */
export function readSources(): Map<string, string> {
  const paths = readdirSync(join(root, "src"), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  return new Map(
    paths.map((path) => [path.replaceAll(sep, "/"), readFileSync(join(root, path), "utf8")]),
  );
}

/** A checkout may belong to another user than the one who runs the tests. */
const anyOwner = ["-c", "safe.directory=*"];

/** The files in src that git knows and that exist: a second witness of what there is to look at. */
export function trackedSources(): string[] {
  const listed = execFileSync("git", [...anyOwner, "ls-files", "-z", "--", "src"], {
    cwd: root,
    encoding: "utf8",
  });
  return listed.split("\0").filter((path) => path !== "" && existsSync(join(root, path)));
}
