import {conversationSchema} from "../../notes/conversation.ts";
import {writeFrontMatter} from "../../notes/front-matter/write-front-matter.ts";
import {fillTemplate, readTemplate} from "../../workspace/templates.ts";
import type {Workspace} from "../../workspace/load.ts";
import {saysSomethingIn} from "./log-lines.ts";
import type {LogValues} from "./read-log.ts";
import {isSellingType} from "./save-log.ts";

/** A template as a note to begin with, and what of it is guidance that the saved note does not keep. */
export interface BlankNote {
  text: string;
  guidance: string[];
  /** The level-1 heading of the template, when it has one. */
  title: string | null;
}

/** The template with all that is known filled in; null where the flags say something already. */
export function blankNote(values: LogValues, workspace: Workspace): BlankNote | null {
  const {fields, content} = values;
  if (saysSomethingIn(content)) return null;
  const selling = isSellingType(fields.type, workspace.config);
  const template = readTemplate(workspace.root, fields.type, selling).text;
  const text = withFields(fillTemplate(template, fields.date, fields.type), values);
  return {
    text,
    guidance: template.match(/<!--[\s\S]*?-->/g) ?? [],
    title: /^# .*$/m.exec(template)?.[0] ?? null,
  };
}

/** The values that are known, in the keys of the template and behind them; empty keys stay, to be filled. */
function withFields(template: string, {fields}: LogValues): string {
  const close = template.indexOf("\n---", 4);
  if (!template.startsWith("---") || close === -1) return template;
  const stated = {
    ...fields,
    status: fields.status === "held" ? null : fields.status,
    secondhand: fields.secondhand || null,
  };
  const known = new Map<string, string>();
  for (const line of linesOf(stated)) known.set(line.split(":", 1)[0] ?? "", line);
  const keys = template.slice(0, close).split("\n");
  const filled = keys.map((line) => {
    const key = /^([a-z]+):\s*/.exec(line)?.[1] ?? "";
    const value = known.get(key);
    known.delete(key);
    return value ?? line;
  });
  return [...filled, ...known.values()].join("\n") + template.slice(close);
}

/** One line a field, as the note has them. */
function linesOf(fields: Record<string, unknown>): string[] {
  return writeFrontMatter(fields, Object.keys(conversationSchema.entries))
    .split("\n")
    .filter((line) => line !== "" && line !== "---");
}

/** What was typed, without guidance that nobody touched, sections that stayed empty and keys without a value. */
export function withoutGuidance(text: string, {guidance, title}: BlankNote): string {
  let own = text.replaceAll("\r\n", "\n");
  for (const comment of guidance) own = own.replace(comment, "");
  if (title !== null) own = own.replace(`\n${title}\n`, "\n");
  const [head = "", ...sections] = own.split(/^(?=## )/m);
  const kept = sections.filter((section) => section.replace(/^## .*/, "").trim() !== "");
  const all = [withoutEmptyKeys(head), ...kept].map((part) => part.trim()).join("\n\n");
  return `${all.replace(/\n{3,}/g, "\n\n")}\n`;
}

function withoutEmptyKeys(head: string): string {
  return head.replace(/^[a-z]+:[ \t]*\n(?![ \t-][^-])/gm, "");
}
