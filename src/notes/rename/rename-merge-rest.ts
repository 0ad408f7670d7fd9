import {flattenSpace, foldName} from "../../core/text.ts";
import {asRead, linesOf, partText} from "../edit/edit-text.ts";
import {readYamlMap} from "../edit/edit-yaml.ts";
import {findSection, type Synonyms} from "../body/sections-match.ts";
import {escapeValue} from "../lines/write-line-escape.ts";

/**
 * What one customer's file says that another's cannot take over line by line, as a section for its end: keys as
 * YAML, comments, and the body without the lines that have gone over. Null where nothing is left.
 */
export async function restOf(
  text: string,
  of: {name: string; left: ReadonlySet<string>; moved: ReadonlySet<number>; headings: Synonyms},
): Promise<string | null> {
  const keys = await keysLeft(text, of.left);
  const body = bodyLeft(text, of);
  if (keys.length === 0 && body.length === 0) return null;
  const fenced = keys.length === 0 ? [] : ["", "```yaml", ...keys, "```"];
  return [
    `## From ${escapeValue(flattenSpace(of.name), null)}`,
    ...fenced,
    ...(body.length === 0 ? [] : ["", ...body]),
  ].join("\n");
}

/** The lines of the front matter that hold a key that is left, or a comment. */
async function keysLeft(text: string, left: ReadonlySet<string>): Promise<string[]> {
  const {block} = partText(asRead(text));
  const {entries, comments} = await readYamlMap(block);
  const lineOf = (at: number): number => block.slice(0, at).split("\n").length - 1;
  const kept = new Set(comments.map(({start}) => lineOf(start)));
  for (const {field, key, value} of entries) {
    if (!left.has(field)) continue;
    // A block of text ends behind its last line end.
    const end = Math.max(key.start, (value?.end ?? key.end) - 1);
    for (let line = lineOf(key.start); line <= lineOf(end); line++) kept.add(line);
  }
  return block.split("\n").filter((_, line) => kept.has(line));
}

function bodyLeft(
  text: string,
  {name, moved, headings}: {name: string; moved: ReadonlySet<number>; headings: Synonyms},
): string[] {
  const source = asRead(text);
  const {head, block} = partText(source);
  const first = (head + block).split("\n").length;
  const lines = linesOf(source)
    .slice(first)
    .map(({text: line}, index) => (moved.has(first + index + 1) ? null : line))
    .filter((line) => line !== null)
    .map((line) => demoted(line, name));
  const isBlank = (line: string): boolean => line.trim() === "" || isPeople(line, headings);
  // Of a heading alone, with nothing left below it, nothing needs to be kept.
  if (lines.every(isBlank)) return [];
  while (lines[0]?.trim() === "") lines.shift();
  while (lines.at(-1)?.trim() === "") lines.pop();
  return lines;
}

/** Below the new heading everything stands one level deeper, so that it is read as no section of its own. */
function demoted(line: string, name: string): string {
  const [, marks = "", heading = ""] = /^ {0,3}(#{1,6})(?=\s)(.*)$/.exec(line) ?? [];
  if (marks === "") return line;
  if (marks === "#" && foldName(heading.trim()) === foldName(name)) return "";
  return `${"#".repeat(Math.min(6, Math.max(3, marks.length + 1)))}${heading}`;
}

function isPeople(line: string, headings: Synonyms): boolean {
  const heading = /^#{3}\s+(.*)$/.exec(line)?.[1];
  return heading !== undefined && findSection(heading, headings)?.key === "people";
}
