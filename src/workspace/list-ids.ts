import {readdirSync} from "node:fs";
import {join} from "node:path";
import {compareText} from "../core/text.ts";
import {folders, type Kind} from "../notes/vocabulary.ts";
import {isFileName} from "./file-names.ts";

/**
 * The ids of the files of a kind, in order of code points, by the names of the files alone: nothing is
 * opened, and links are not followed. A folder that cannot be looked into has none.
 */
export function listIds(root: string, kind: Kind): string[] {
  const ids: string[] = [];
  const waiting = [join(root, folders[kind])];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of entriesOf(folder)) {
      if (entry.isFile() && isFileName(entry.name)) ids.push(entry.name.slice(0, -".md".length));
      else if (entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name))
        waiting.push(join(folder, entry.name));
    }
  }
  return ids.sort(compareText);
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, {withFileTypes: true});
  } catch {
    return [];
  }
}
