import {PmTalkError} from "../../core/errors.ts";
import type {Collection, Conversation} from "../../notes/collection.ts";
import type {ConversationFields} from "../../notes/conversation.ts";
import {conversationKind} from "../known.ts";
import {findNamed, unknownName} from "../names.ts";

/** The talk that --add-to names; null without it. Throws a usage error for an id that no note has. */
export function addToOf(typed: string | null, collection: Collection): Conversation | null {
  if (typed === null) return null;
  const known = collection.conversations.flatMap((conversation) =>
    [conversation.id, ...conversation.also].map((id) => ({id, names: []})),
  );
  const id = findNamed(typed, known, conversationKind);
  if (id === null) throw unknownName(typed, known, conversationKind);
  return collection.conversations.find((one) => one.id === id || one.also.includes(id)) ?? null;
}

/** A second account is of the same talk: it may not contradict the first in day, customer or time. */
export function takeOver(fields: ConversationFields, addTo: Conversation): void {
  if (fields.time !== null && addTo.time !== null && fields.time !== addTo.time) {
    throw new PmTalkError(
      "usage",
      `--time ${fields.time} contradicts the talk added to, which began at ${addTo.time}.`,
      "Leave it out.",
    );
  }
  fields.time ??= addTo.time;
}
