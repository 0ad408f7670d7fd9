import {itemFlags} from "../../src/cli/log/log-flags.ts";
import {commands} from "../../src/cli/registry.ts";
import {jsonSchemaOf} from "../../src/notes/json-schema.ts";
import {requiredFields} from "../../src/notes/front-matter/read-fields-schemas.ts";
import {sections, type Section} from "../../src/notes/sections.ts";
import {kinds, type Kind} from "../../src/notes/vocabulary.ts";

/** The page with every table between `<!-- table: NAME -->` and `<!-- end -->` as the program has it. */
export async function withTables(page: string): Promise<string> {
  const parts = page.split(/(<!-- table: .*? -->\n[^]*?<!-- end -->)/);
  return (await Promise.all(parts.map(filled))).join("");
}

async function filled(part: string): Promise<string> {
  const name = /^<!-- table: (.*?) -->\n/.exec(part)?.[1];
  if (name === undefined) return part;
  return `<!-- table: ${name} -->\n${await tableNamed(name)}\n<!-- end -->`;
}

async function tableNamed(name: string): Promise<string> {
  const kind = kinds.find((one) => one === name);
  if (kind !== undefined) return await fieldTable(kind);
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

async function fieldTable(kind: Kind): Promise<string> {
  const {properties} = (await jsonSchemaOf(kind)) as {properties: Record<string, Property>};
  const rows = Object.entries(properties).map(([field, property]) => [
    `\`${field}\`${requiredFields[kind].includes(field) ? "*" : ""}`,
    property.description ?? "",
    valuesOf(property),
  ]);
  return table(["field", "what it holds", "values"], rows);
}

/** The parts of a JSON Schema that are put into words here. */
interface Property {
  description?: string;
  type?: string;
  format?: string;
  pattern?: string;
  enum?: string[];
  minimum?: number;
  maximum?: number;
  items?: Property;
  anyOf?: Property[];
}

/** What a field takes, in words. Of "a list, or one of its items" the list is what is said. */
function valuesOf(property: Property): string {
  if (property.anyOf !== undefined) return valuesOf(property.anyOf[0] ?? {});
  if (property.items !== undefined) return listed(property.items);
  if (property.enum !== undefined) return property.enum.map((word) => `\`${word}\``).join(" ");
  const {type, minimum, maximum} = property;
  if (type === "boolean") return "`true` `false`";
  if (type === "integer") return `a whole number from ${String(minimum)}`;
  if (type === "number") return `a number from ${String(minimum)} to ${String(maximum)}`;
  return textOf(property);
}

function listed(items: Property): string {
  return items.enum === undefined ? "a list" : `a list of ${valuesOf(items)}`;
}

function textOf({format, pattern}: Property): string {
  if (format === "date") return "a date";
  if (pattern?.includes(":[0-5]") === true) return "a time";
  return pattern?.startsWith("^https?") === true ? "an address" : "text";
}
