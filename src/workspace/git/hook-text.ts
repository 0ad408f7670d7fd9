import {readFileSync} from "node:fs";
import {join} from "node:path";
import {compareText} from "../../core/text.ts";
import {quote} from "../shell-words.ts";
import {templatesFolder} from "../templates.ts";

const begin = "#!/bin/sh\n# pm-talk: the notes in a commit are checked before it is made.\n";
const end = "# pm-talk: end\n";

/** Whether a hook was written by us; what stands below our last line is not. */
export function isOurHook(text: string): boolean {
  return text.startsWith(begin) && text.includes(`\n${end}`);
}

/**
 * The text of the hook for this workspace and for those that `before`, an older hook of ours, checks. What
 * was added to that one below our last line stays.
 */
export function hookText(workspace: string, before: string | null): string {
  const template = readFileSync(join(templatesFolder(), "workspace", "pre-commit"), "utf8");
  const known = before?.match(/^check_notes .+ \|\| failed=1$/gm) ?? [];
  const checks = [...new Set([...known, `check_notes ${quote(workspace)} || failed=1`])];
  const text = template.replace("{{checks}}", () => checks.sort(compareText).join("\n"));
  const added = before === null ? "" : before.slice(before.indexOf(`\n${end}`) + 1 + end.length);
  return text + added;
}

/** The lines that make a hook of somebody else's do the same: only errors (1) stop the commit. */
export function linesForHook(workspace: string): string[] {
  const where = workspace === "." ? "" : ` --dir ${quote(workspace)}`;
  return [
    "# The notes in a commit are checked before it is made.",
    `pm-talk${where} check --staged || [ $? -ne 1 ] || exit 1`,
  ];
}
