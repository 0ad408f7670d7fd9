import {readdirSync} from "node:fs";
import {join} from "node:path";
import {compareText} from "../core/text.ts";
import {readGiven} from "./given-files.ts";

/** The names of the files in a folder, in order; none where there is no folder. */
export function namesIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, {withFileTypes: true});
    return entries
      .filter((entry) => entry.isFile())
      .map(({name}) => name)
      .sort(compareText);
  } catch {
    return [];
  }
}

/** The text of a file in a folder; empty where it cannot be read. */
export function textIn(folder: string, name: string): string {
  const bytes = readGiven(join(folder, name));
  return bytes === null ? "" : Buffer.from(bytes).toString("utf8");
}
