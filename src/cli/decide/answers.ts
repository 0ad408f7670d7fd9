import type {Concept, Conversation} from "../../notes/collection.ts";
import {parseLine} from "../../notes/lines/read-line.ts";
import {valueOf} from "../command.ts";
import type {Asker} from "../guided-registers/register-form.ts";
import {conceptKind, conversationKind, knownConcepts, knownNotes} from "../known.ts";
import {findNamed} from "../names.ts";

/** The concept that was answered; null where it is none that a file declares. */
export function conceptOf({flags, collection}: Asker): Concept | null {
  const typed = valueOf(flags, "concept");
  const id = typed === null ? null : findNamed(typed, knownConcepts(collection), conceptKind);
  return collection.concepts.find((one) => one.id === id) ?? null;
}

/** A reason that was answered, as a line: the talk, and what in it. Null where no talk is meant. */
export function reasonIn(
  line: string,
  {collection}: Asker,
): {talk: Conversation; what: string | null} | null {
  const result = parseLine("because", line);
  if ("faults" in result) return null;
  const {conversation, what} = result.row;
  const id = findNamed(conversation, knownNotes(collection), conversationKind);
  const talk = collection.conversations.find((one) => [one.id, ...one.also].includes(id ?? ""));
  return talk === undefined ? null : {talk, what};
}
