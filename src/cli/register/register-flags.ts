import {schemas} from "../../notes/front-matter/read-fields-schemas.ts";
import type {Kind} from "../../notes/vocabulary.ts";
import type {Flag} from "../command.ts";

/** Lists whose flag is not the field's name without its last letter. */
const singulars: Record<string, string> = {aliases: "alias", by: "by"};

/** What the flags of a register are about; a field that is missing here is a bug that a test finds. */
const about: Record<string, string> = {
  name: "how it is called",
  alias: "another name",
  segment: "a segment it belongs to, or must hold in",
  stage: "prospect, trial, customer, churned, lost or partner",
  relationship: "cold, neutral, warm, advocate or strained",
  owner: "who of us looks after it",
  cadence: "days between talks that we want",
  contactable: "yes, pause or no",
  reason: "why",
  introduced: "who introduced them",
  source: "how we got to them: cold, inbound, introduction, advocate, sales, panel, support",
  statement: '"We believe [who] will [what] because ..."',
  type: "desirability, viability, feasibility, usability or ethical",
  importance: "critical, high, medium or low: how bad if wrong",
  concept: "a concept it belongs to",
  believer: "who of us believes it",
  doubter: "who of us doubts it",
  wrong: "it would be wrong if ...",
  test: "how we test it",
  threshold: "right if ...",
  created: "the day it was written down (default: today)",
  due: "the day by which it is to be tested",
  reset: "the day since which earlier evidence no longer applies",
  retired: "the day it was given up",
  replaces: "the assumption it replaces",
  origin: "the conversation it comes from",
  override: "a status that somebody set by hand",
  overridden: "the day of the override",
  by: "who overrode it",
};

/** What flags are about whose word means something else in another kind of file. */
const aboutIn: Partial<Record<Kind, Record<string, string>>> = {
  concept: {
    segment: "a segment it is for, all of which have to be heard",
    summary: "what it is, in one sentence",
    outcome: "what is different for a customer who has it",
    status: "idea, discovery, validation, build, launched, hold or killed",
    return: "what a customer gets out of it soon",
    time: "how long it takes",
    cost: "what it costs",
  },
  decision: {
    date: "the day it was taken (default: today)",
    title: "what was decided",
    type: "pivot, scope-in, scope-out, message, price or no-change",
    concept: "the concept it is about",
    gate: "the gate of the concept that it was taken for",
    assumption: "an assumption it is about",
    change: "what is different now",
    challenge: "how you tried to prove yourselves wrong",
    by: "who of us decided: handle, name or me",
    status: "accepted (default), proposed or superseded",
    replaces: "the decision that it takes back",
  },
};

/** One flag a front-matter field, in the order of the schema; lists are singular and repeatable. */
export function registerFlags(kind: Kind): Flag[] {
  return fieldFlags(kind).map(({flag, list}) => ({
    flags: `--${flag} <value>`,
    about: aboutIn[kind]?.[flag] ?? about[flag] ?? "",
    repeatable: list,
  }));
}

export interface FieldFlag {
  field: string;
  flag: string;
  list: boolean;
}

/** The flag of each field of a kind of file. */
export function fieldFlags(kind: Kind): FieldFlag[] {
  return entriesOf(kind).map(([field, schema]) => {
    const list = Array.isArray(schema.default);
    return {field, list, flag: list ? (singulars[field] ?? field.replace(/s$/, "")) : field};
  });
}

interface EntrySchema {
  /** Of a field that may be left out; an empty list marks the lists. */
  default?: unknown;
}

function entriesOf(kind: Kind): [string, EntrySchema][] {
  return Object.entries(schemas[kind].entries as Record<string, EntrySchema>);
}
