import {scanLine} from "../lines/line-scan.ts";
import {linkTargetCut} from "../lines/read-line-reference.ts";
import {joined} from "./rename-span.ts";
import {relativePath} from "../write-note.ts";

/** A text of one file with its relative links leading to the same places from another file. */
export function moveLinks(text: string, from: string, to: string): string {
  const folder = (file: string): string => file.slice(0, file.lastIndexOf("/"));
  if (folder(from) === folder(to)) return text;
  return text
    .split("\n")
    .map((line) => moveIn(line, from, to))
    .join("\n");
}

function moveIn(line: string, from: string, to: string): string {
  const {spans} = scanLine(line);
  let moved = line;
  for (const {kind, start, end} of [...spans].reverse()) {
    if (kind !== "link") continue;
    const link = line.slice(start, end);
    const target = linkTargetCut(link);
    const path = /^[^?#]*/.exec(link.slice(target.start, target.end))?.[0] ?? "";
    // A web address, a place in the same file, or one outside of the workspace.
    const there =
      path === "" || /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(path) ? null : joined(from, path);
    if (there === null) continue;
    const at = start + target.start;
    moved = moved.slice(0, at) + relativePath(to, there) + moved.slice(at + path.length);
  }
  return moved;
}
