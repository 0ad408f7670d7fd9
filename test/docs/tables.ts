import {itemFlags} from "../../src/cli/log/log-flags.ts";
import {commands} from "../../src/cli/registry.ts";
import {about} from "../../src/notes/json-schema-about.ts";
import {fieldForms, requiredFields} from "../../src/notes/read-fields-schemas.ts";
import {sections, type Section} from "../../src/notes/sections.ts";
import {conversationTypes, kinds, type Kind} from "../../src/notes/vocabulary.ts";

/** The page with every table between `<!-- table: NAME -->` and `<!-- end -->` as the program has it. */
export function withTables(page: string): string {
  return page.replace(
    /<!-- table: (.*?) -->\n[^]*?<!-- end -->/g,
    (_, name: string) => `<!-- table: ${name} -->\n${tableNamed(name)}\n<!-- end -->`,
  );
}

function tableNamed(name: string): string {
  const kind = kinds.find((one) => one === name);
  if (kind !== undefined) return fieldTable(kind);
  if (name === "commands") return commandTable();
  if (name === "item sections") return sectionTable();
  throw new Error(`no table ${name}`);
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [head, head.map(() => "---"), ...rows].map(line).join("\n");
}

function commandTable(): string {
  return table(
    ["command", "what it does"],
    commands.map(({name, summary}) => [`\`pm-talk ${name}\``, summary]),
  );
}

function sectionTable(): string {
  const items = sections.filter((section) => section.content === "items");
  return table(
    ["heading", "in `log`"],
    items.map((section) => [section.headings.join(", or "), `\`${flagOf(section)}\``]),
  );
}

function flagOf({key}: Section): string {
  const short = Object.entries(itemFlags).find(([, flag]) => flag.section === key);
  return short === undefined ? `--section '${key}: …'` : `--${short[0]}`;
}

function fieldTable(kind: Kind): string {
  const sentences: Record<string, string> = about[kind];
  const rows = fieldForms[kind].map(({field, list, words}) => {
    const mark = requiredFields[kind].includes(field) ? "*" : "";
    const values = field === "type" && kind === "conversation" ? talkTypes : words;
    const shape = values === null ? "" : values.map((word) => `\`${word}\``).join(" ");
    const lists = list ? "a list" : "";
    return [
      `\`${field}\`${mark}`,
      sentences[field] ?? "",
      [lists, shape].filter((part) => part !== "").join(" of "),
    ];
  });
  return table(["field", "what it holds", "values"], rows);
}

const talkTypes = Object.keys(conversationTypes);
