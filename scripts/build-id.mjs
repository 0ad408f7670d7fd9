import {createHash} from "node:crypto";
import {readdir, readFile} from "node:fs/promises";

/** What the program is made of, besides src. */
const parts = ["package.json", "package-lock.json", "scripts/build.mjs", "scripts/bundle.mjs"];

/** A text that changes with every line of the program, its libraries and how it is built. */
export async function buildId() {
  const root = new URL("../", import.meta.url);
  const sources = await readdir(new URL("src/", root), {recursive: true, withFileTypes: true});
  const files = sources
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
  const hash = createHash("sha256");
  for (const part of parts) hash.update(await readFile(new URL(part, root)));
  for (const file of files) hash.update(await readFile(file));
  return hash.digest("hex").slice(0, 32);
}
