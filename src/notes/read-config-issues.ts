import type * as v from "valibot";
import {shortened} from "../core/text.ts";
import {configSchema} from "./config.ts";
import {hintValue, hintWords} from "./front-matter/read-fields-hints.ts";
import type {YamlPlace} from "./positions.ts";

/** A fault in the config, before its position is known. */
export interface ConfigFault extends YamlPlace {
  message: string;
  hint: string | null;
}

/** The parts of a valibot schema that are looked at here. */
interface Inspected {
  type: string;
  wrapped?: Inspected;
  entries?: Record<string, Inspected>;
  item?: Inspected;
  key?: Inspected;
  value?: Inspected;
  options?: readonly string[];
}

/** What the schema found wrong, in the words of the file. */
export function explainIssue(issue: v.BaseIssue<unknown>): ConfigFault {
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  const key = String(path.at(-1) ?? "");
  const parent = schemaAt(path.slice(0, -1));
  const keys = parent?.entries === undefined ? [] : Object.keys(parent.entries);
  if (issue.type === "strict_object" && issue.expected === "never") {
    return {path, of: "key", message: `unknown key "${key}"`, hint: hintWords(key, keys)};
  }
  if (issue.type === "strict_object" && issue.received === "undefined") {
    return {
      path,
      of: "key",
      message: `${nameOf(path)} is missing`,
      hint: examples.get(key) ?? null,
    };
  }
  if (parent?.key !== undefined && isKeyIssue(issue)) {
    const words = parent.key.options ?? [];
    return {path, of: "key", message: `unknown key "${key}"`, hint: hintWords(key, words)};
  }
  return {
    path,
    of: "value",
    message: `${nameOf(path)} ${ruleOf(issue)}; it is ${show(issue.input)}`,
    hint: hintOf(issue, key, schemaAt(path)),
  };
}

function isKeyIssue(issue: v.BaseIssue<unknown>): boolean {
  return issue.path?.at(-1)?.origin === "key";
}

/** `function of team member 2`, `goals.pm`. */
function nameOf(path: readonly (string | number)[]): string {
  const [first, index, ...rest] = path;
  if (first === "team" && typeof index === "number") {
    const member = `team member ${String(index + 1)}`;
    return rest.length === 0 ? member : `${rest.join(".")} of ${member}`;
  }
  return path.join(".");
}

function ruleOf(issue: v.BaseIssue<unknown>): string {
  if (issue.message.startsWith("must")) return issue.message;
  if (issue.expected === "Object") return "must be a mapping of keys with values";
  return issue.expected === "Array" ? "must be a list" : `must be ${issue.expected ?? "otherwise"}`;
}

/** An example of the key where there is one, else what would be right instead of the value. */
function hintOf(issue: v.BaseIssue<unknown>, key: string, schema: Inspected | null): string | null {
  const example = examples.get(key) ?? examples.get(String(issue.path?.[0]?.key)) ?? null;
  const {input} = issue;
  const isScalar =
    typeof input === "string" || typeof input === "number" || typeof input === "boolean";
  if (schema === null || !isScalar || !scalarTypes.has(schema.type)) return example;
  if (examples.has(key)) return example;
  const form = {
    field: key,
    schema: schema as unknown as v.GenericSchema,
    list: false,
    words: schema.type === "picklist" ? (schema.options ?? null) : null,
    absent: null,
    nullable: true,
  };
  return hintValue(form, input, String(input));
}

const scalarTypes: ReadonlySet<string> = new Set(["string", "number", "boolean", "picklist"]);

const examples = new Map([
  ["version", "As in  version: 1"],
  ["team", "As in  - {handle: ana, name: Ana Ruiz, emails: [ana@example.com], function: pm}"],
  ["handle", "As in  - {handle: ana, name: Ana Ruiz}"],
  ["types", "As in  types: {roadshow: {live: true, selling: false}}"],
  ["headings", "As in  headings: {pains: [Schmerzen]}"],
  ["away", "As in  away: [{from: 2026-07-01, to: 2026-07-21}]"],
  ["criteria", "As in  criteria: {customers: 3, recent: false}"],
  ["cadence", "As in  cadence: {customer: 90}"],
]);

function show(input: unknown): string {
  if (typeof input === "string") return `"${shortened(input)}"`;
  if (typeof input === "number" || typeof input === "boolean") return String(input);
  return Array.isArray(input) ? "a list" : "a mapping";
}

/** The schema of the value at a path; null where the config has none. */
function schemaAt(path: readonly (string | number)[]): Inspected | null {
  let schema: Inspected | null = innermost(configSchema as unknown as Inspected);
  for (const step of path) {
    schema = innermost(schema?.entries?.[String(step)] ?? schema?.item ?? schema?.value ?? null);
  }
  return schema;
}

function innermost(schema: Inspected | null): Inspected | null {
  let inner = schema;
  while (inner?.wrapped !== undefined) inner = inner.wrapped;
  return inner;
}
