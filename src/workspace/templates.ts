import {existsSync, readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import type {CalendarDate} from "../core/calendar.ts";
import {readBytes} from "./read-bytes.ts";

/** A note's outline for writing by hand, with guidance in comments. */
export interface Template {
  text: string;
  /** The workspace's own file it comes from, relative to the workspace; null for a built-in one. */
  file: string | null;
}

/**
 * The template for a conversation type: `templates/<type>.md` of the workspace, else its (or the built-in)
 * sales call for selling types and interview for the others. `{{date}}` is still unfilled.
 */
export function readTemplate(root: string, type: string, selling: boolean): Template {
  const general = selling ? "sales-call" : "interview";
  for (const name of new Set([type, general])) {
    const template = ownTemplate(root, name) ?? builtInTemplate(name);
    if (template !== null) return template;
  }
  throw new Error(`the built-in template ${general}.md is missing`);
}

/** The template as a note to begin with: its day filled in, and the type where it says another one. */
export function fillTemplate(text: string, date: CalendarDate, type: string): string {
  const dated = text.replaceAll("{{date}}", date);
  const close = dated.indexOf("\n---", 4);
  if (!dated.startsWith("---") || close === -1) return dated;
  return dated.slice(0, close).replace(/^type:.*$/m, `type: ${type}`) + dated.slice(close);
}

/** Its level-2 headings, in the order in which `log` writes the sections. */
export function templateHeadings(text: string): string[] {
  const visible = text.split("<!--").map((part, index) => {
    const end = part.indexOf("-->");
    return index === 0 ? part : end === -1 ? "" : part.slice(end + 3);
  });
  return visible
    .join("")
    .split(/\r?\n/)
    .filter((line) => line.startsWith("## "))
    .map((line) => line.slice(3).trim());
}

/** The folder of templates that comes with pm-talk, whether run from source or bundled. */
export function templatesFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (; !existsSync(join(folder, "templates", "interview.md")); folder = dirname(folder)) {
    if (dirname(folder) === folder) throw new Error("the templates of pm-talk are missing");
  }
  return join(folder, "templates");
}

function ownTemplate(root: string, name: string): Template | null {
  // A type is a word of the config; one with a path in it must not lead anywhere.
  if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u.test(name)) return null;
  const file = `templates/${name}.md`;
  if (!existsSync(join(root, file))) return null;
  const bytes = readBytes(root, file);
  return bytes instanceof Uint8Array ? {text: bytes.toString("utf8"), file} : null;
}

function builtInTemplate(name: string): Template | null {
  if (name !== "interview" && name !== "sales-call") return null;
  const path = join(templatesFolder(), `${name}.md`);
  return {text: readFileSync(path, "utf8"), file: null};
}
