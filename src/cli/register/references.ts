import type {Collection} from "../../notes/collection.ts";
import type {Kind} from "../../notes/vocabulary.ts";
import {
  assumptionKind,
  conversationKind,
  decisionKind,
  knownAssumptions,
  knownConcepts,
  knownDecisions,
  knownMembers,
} from "../known.ts";
import type {Named, NamedKind} from "../names.ts";
import type {Direction} from "../flags/spoken-dates.ts";

/** Which fields are days, and which way a weekday is meant. */
export const dates: Record<string, Direction> = {
  created: "back",
  date: "back",
  due: "forward",
  reset: "back",
  retired: "back",
  overridden: "back",
};

/** What a field names. */
export interface Reference {
  known: (collection: Collection) => Named[];
  kind: NamedKind;
}

const member: Reference = {known: knownMembers, kind: {noun: "member", all: ""}};
const concept: Reference = {known: knownConcepts, kind: {noun: "concept", all: ""}};
/** What the lines of a claim and several fields name. */
export const assumptionReference: Reference = {known: knownAssumptions, kind: assumptionKind};

/** Which fields name something; what is not found is written as typed, with a warning. */
const references: Record<string, Reference> = {
  owner: member,
  believers: member,
  doubters: member,
  by: member,
  concepts: concept,
  replaces: assumptionReference,
  origin: {
    known: (collection) => collection.conversations.map(({id}) => ({id, names: []})),
    kind: conversationKind,
  },
};

const inDecisions: Record<string, Reference> = {
  concept,
  assumptions: assumptionReference,
  replaces: {known: knownDecisions, kind: decisionKind},
};

/** What a field of a kind of file names; null where it is no reference. */
export function referenceOf(field: string, kind: Kind): Reference | null {
  if (kind === "decision" && Object.hasOwn(inDecisions, field)) return inDecisions[field] ?? null;
  return Object.hasOwn(references, field) ? (references[field] ?? null) : null;
}
