import type {Kind} from "../../notes/vocabulary.ts";
import type {Context} from "../context.ts";
import {
  assumptionKind,
  conceptKind,
  conversationKind,
  customerKind,
  decisionKind,
  knownAssumptions,
  knownConcepts,
  knownCustomers,
  knownDecisions,
  knownNotes,
} from "../known.ts";
import {findNamed, unknownName} from "../names.ts";
import type {Opened} from "../open.ts";
import type {Reference} from "./references.ts";
import {refuseUnread} from "./unread-file.ts";

const things: Record<Kind, Reference> = {
  conversation: {known: knownNotes, kind: conversationKind},
  customer: {known: knownCustomers, kind: customerKind},
  assumption: {known: knownAssumptions, kind: assumptionKind},
  concept: {known: knownConcepts, kind: conceptKind},
  decision: {known: knownDecisions, kind: decisionKind},
};

/**
 * The id that a name means, of a file or of what notes name without one. Throws a usage error for what nothing
 * is called, and another where a file of that id is there and cannot be read.
 */
export function idMeant(kind: Kind, typed: string, opened: Opened, context: Context): string {
  const {known, kind: named} = things[kind];
  const all = known(opened.workspace.collection);
  const id = findNamed(typed, all, named);
  if (id !== null) return id;
  refuseUnread(kind, typed, opened, context);
  throw unknownName(typed, all, named);
}
