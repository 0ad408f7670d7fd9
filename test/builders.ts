import * as v from "valibot";
import type {CalendarDate} from "../src/core/calendar.ts";
import type {Fault} from "../src/core/diagnostics.ts";
import {flattenSpace} from "../src/core/text.ts";
import {noFilters, type Filters} from "../src/analysis/select.ts";
import {assumptionSchema} from "../src/notes/assumption.ts";
import {
  itemSections,
  type Body,
  type Item,
  type ItemSection,
  type LineOf,
  type LineSection,
  type LineSections,
} from "../src/notes/body.ts";
import type {Collection} from "../src/notes/collection.ts";
import {conceptSchema} from "../src/notes/concept.ts";
import {configSchema, type Config} from "../src/notes/config.ts";
import {conversationSchema} from "../src/notes/conversation.ts";
import {customerSchema} from "../src/notes/customer.ts";
import {decisionSchema} from "../src/notes/decision.ts";
import type {FieldsOf, FilePlace, ParsedFile, ReadResult} from "../src/notes/files.ts";
import {resolve} from "../src/notes/resolve/resolve.ts";
import {folders, type Kind} from "../src/notes/vocabulary.ts";
import type {ReportRequest} from "../src/reports/request.ts";

/** The day on which tests that do not care take place. */
export const today: CalendarDate = "2026-11-20";

/** A file as the workspace hands it to `resolve`. */
export interface BuiltFile<K extends Kind = Kind> {
  place: FilePlace<K>;
  result: ReadResult<K>;
}

/** The team of the screens, without goals of their own. */
export const team = [
  {handle: "ana", name: "Ana Ruiz", emails: ["ana@example.com"], function: "pm", level: "ic"},
  {handle: "ben", name: "Ben Okafor", function: "pm", level: "ic"},
  {handle: "chloe", name: "Chloe Martin", function: "design", level: "ic"},
  {handle: "dev", name: "Dev Patel", function: "eng", level: "lead"},
  {handle: "eva", name: "Eva Lindqvist", function: "exec", level: "leader"},
  {handle: "farid", name: "Farid Amini", function: "sales", level: "ic"},
] as const;

/** pm-talk.yml with its defaults; give only what the test is about. */
export function config(keys: Partial<v.InferInput<typeof configSchema>> = {}): Config {
  return v.parse(configSchema, {version: 1, team, ...keys});
}

/** Lines of a section with only the parts the test is about; see `lineDefaults` for the others. */
export type LinesInput = {[Section in LineSection]?: Partial<LineOf<Section>>[]};

export interface FileInput {
  /** Without folder and `.md`. */
  id?: string;
  /** Relative to the workspace; the kind's folder and the id when absent. */
  file?: string;
  unknownKeys?: string[];
  unknownHeadings?: {heading: string; line: number}[];
  /** Items as text: what stands in straight quotes is a quote, `#word` a theme. */
  items?: Partial<Record<ItemSection, (string | Partial<Item>)[]>>;
  /** Words of the body; those of the items and lines when absent. */
  words?: number;
  title?: string | null;
  faults?: Fault[];
}
type Input<Fields> = FileInput & LinesInput & Partial<Fields>;

/** A conversation note: a held interview of Ana's today, unless said otherwise. */
export function note(
  input: Input<Omit<v.InferInput<typeof conversationSchema>, "customer">> & {customer: string},
): BuiltFile<"conversation"> {
  const {date = today, type = "interview", team: ours = ["ana"]} = input;
  const id = input.id ?? `${date}-${input.customer}-${type}`;
  const filled = {...input, date, type, team: ours};
  return built("conversation", id, conversationSchema, filled);
}

/** A customer file; its name is its id unless said otherwise. */
export function customer(
  input: Input<v.InferInput<typeof customerSchema>> & {id: string},
): BuiltFile<"customer"> {
  const filled = {name: input.id, ...input};
  return built("customer", input.id, customerSchema, filled);
}

/** An assumption file: a medium desirability assumption of 2026-01-01 unless said otherwise. */
export function assumption(
  input: Input<v.InferInput<typeof assumptionSchema>> & {id: string},
): BuiltFile<"assumption"> {
  const filled = {
    statement: `We believe in ${input.id}`,
    type: "desirability" as const,
    importance: "medium" as const,
    created: "2026-01-01",
    ...input,
  };
  return built("assumption", input.id, assumptionSchema, filled);
}

/** A concept file; its name is its id unless said otherwise. */
export function concept(
  input: Input<v.InferInput<typeof conceptSchema>> & {id: string},
): BuiltFile<"concept"> {
  const filled = {name: input.id, ...input};
  return built("concept", input.id, conceptSchema, filled);
}

/** A decision file: an accepted change of scope today unless said otherwise. */
export function decision(
  input: Input<v.InferInput<typeof decisionSchema>> & {id: string},
): BuiltFile<"decision"> {
  const filled = {date: today, title: input.id, type: "scope-in" as const, ...input};
  return built("decision", input.id, decisionSchema, filled);
}

/** A file that is left out, with one error in its first line unless faults are given. */
export function unreadable<K extends Kind>(kind: K, id: string, faults?: Fault[]): BuiltFile<K> {
  const fault: Fault = {
    code: "yaml-syntax",
    severity: "error",
    place: {at: "line", line: 1, column: 1, length: 0},
    message: "cannot be read",
    hint: null,
    dropped: "file",
  };
  return {
    place: {kind, id, file: `${folders[kind]}/${id}.md`},
    result: {parsed: null, faults: faults ?? [fault]},
  };
}

/** The files joined under the default config, or the one given first. */
export function collectionOf(...parts: (Config | BuiltFile | BuiltFile[])[]): Collection {
  let settings = config();
  const results: BuiltFile[] = [];
  for (const part of parts) {
    if (Array.isArray(part)) results.push(...part);
    else if ("place" in part) results.push(part);
    else settings = part;
  }
  return resolve({config: settings, today, results}).collection;
}

/** A report request over a collection, as of `today` and without filters unless said otherwise. */
export function requestOf(
  collection: Collection,
  more: Partial<Omit<ReportRequest, "filters">> & {filters?: Partial<Filters>} = {},
): ReportRequest {
  const newest = collection.conversations.filter((one) => one.status === "held").at(-1);
  return {
    collection,
    asOf: today,
    sources: {
      ...collection.counts,
      diagnostics: [],
      newest: newest?.id ?? null,
      commit: null,
      uncommitted: 0,
      version: "0.0.0",
    },
    me: null,
    all: false,
    explain: false,
    ...more,
    filters: {...noFilters, ...more.filters},
  };
}

/** An item of a free-text section, read the simple way. */
export function item(input: string | Partial<Item>): Item {
  const given = typeof input === "string" ? {text: input} : input;
  const text = given.text ?? "something";
  return {
    text,
    quotes: Array.from(text.matchAll(/"([^"]*)"/g), (match) => match[1] ?? ""),
    who: null,
    themes: Array.from(text.matchAll(/#([\w-]+)/g), (match) => (match[1] ?? "").toLowerCase()),
    answer: null,
    line: 10,
    ...given,
  };
}

/** What a line of each section has where the test does not say. */
const lineDefaults: {[Section in LineSection]: LineOf<Section>} = {
  evidence: {
    stance: "supports",
    assumption: "some-assumption",
    kind: "story",
    unprompted: false,
    quote: null,
    note: null,
    who: null,
    themes: [],
    line: 20,
  },
  asks: {what: "A pilot", currency: "time", answer: "given", reason: null, line: 20},
  promised: {what: "Single sign-on", exists: "roadmap", line: 20},
  requests: {what: "An export", answer: null, importance: null, need: null, line: 20},
  introductions: {who: "Lena Moss", state: "asked", line: 20},
  steps: {what: "Send the plan", who: "ana", due: null, done: false, doneOn: null, line: 20},
  people: {
    id: "somebody",
    name: "Somebody",
    title: null,
    role: null,
    relationship: null,
    left: null,
    email: null,
    line: 20,
  },
  gates: {
    id: "G1",
    name: "Build",
    date: today,
    decision: null,
    decided: null,
    conditions: null,
    by: null,
    line: 20,
  },
  claims: {text: "Fast", horizon: "today", assumptions: [], line: 20},
  limitations: {text: "Slow", area: "product", answer: null, line: 20},
  criteria: {criterion: "customers", value: 2, why: null, line: 20},
  because: {conversation: "some-conversation", what: null, line: 20},
  told: {customer: "gantry", date: today, line: 20},
};
const lineSections = Object.keys(lineDefaults) as LineSection[];

function built<K extends Kind>(
  kind: K,
  id: string,
  schema: v.GenericSchema<unknown, FieldsOf[K]>,
  input: FileInput & LinesInput,
): BuiltFile<K> {
  const place = {kind, id, file: input.file ?? `${folders[kind]}/${id}.md`};
  const parsed: ParsedFile<K> = {
    ...place,
    fields: v.parse(schema, fieldsIn(kind, input)),
    unknownKeys: input.unknownKeys ?? [],
    unknownHeadings: input.unknownHeadings ?? [],
    body: bodyOf(input),
  };
  return {place, result: {parsed, faults: input.faults ?? []}};
}

/** The front matter among the keys of a builder; a concept's criteria and the like are lines. */
function fieldsIn(kind: Kind, input: object): object {
  const others = new Set<string>([
    ...["id", "file", "unknownKeys", "unknownHeadings", "items", "words", "faults"],
    ...lineSections,
    ...(kind === "decision" ? [] : ["title"]),
  ]);
  return Object.fromEntries(Object.entries(input).filter(([key]) => !others.has(key)));
}

function bodyOf(input: FileInput & LinesInput): Body {
  const items = Object.fromEntries(
    itemSections.map((section) => [section, (input.items?.[section] ?? []).map(item)]),
  ) as Body["items"];
  const lines = Object.fromEntries(
    lineSections.map((section) => [
      section,
      (input[section] ?? []).map((line, index) => ({
        ...lineDefaults[section],
        line: 20 + index,
        ...line,
      })),
    ]),
  ) as unknown as LineSections;
  const said = [
    ...Object.values(items).flatMap((list) => list.map((one) => one.text)),
    ...lines.evidence.map((row) => row.quote ?? row.note ?? ""),
  ];
  return {items, lines, title: input.title ?? null, words: input.words ?? wordsIn(said)};
}

function wordsIn(texts: string[]): number {
  return flattenSpace(texts.join(" "))
    .split(" ")
    .filter((word) => word !== "").length;
}
