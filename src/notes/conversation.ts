import * as v from "valibot";
import {
  date,
  flag,
  maybe,
  maybeList,
  share,
  text,
  texts,
  timeOfDay,
  webAddress,
  wholeNumber,
  word,
  words,
} from "./fields.ts";
import {
  attributions,
  channels,
  consents,
  endings,
  noteStatuses,
  relationships,
  sources,
} from "./vocabulary.ts";

/** The front matter of a conversation note: the only list of its fields. */
export const conversationSchema = v.object({
  /** One of the built-in types or of the config's; checked against both when the config is known. */
  type: text,
  date,
  customer: text,
  team: maybeList(texts),
  contacts: maybeList(texts),
  observers: maybeList(texts),
  concepts: maybeList(texts),
  status: v.optional(word(noteStatuses), "held"),
  time: maybe(timeOfDay),
  duration: maybe(wholeNumber(0)),
  channel: maybe(word(channels)),
  pitch: maybe(text),
  follows: maybe(text),
  source: maybe(word(sources)),
  via: maybe(text),
  relationship: maybe(word(relationships)),
  secondhand: v.optional(flag, false),
  firm: maybe(text),
  talk: maybe(share),
  questions: maybe(wholeNumber(0)),
  ended: maybe(word(endings)),
  recording: maybe(webAddress),
  transcript: maybe(text),
  /** Null when nobody asked; empty when they were asked and refused. */
  consent: maybe(words(consents)),
  attribution: maybe(word(attributions)),
  until: maybe(date),
  meaningful: maybe(flag),
  reason: maybe(text),
  tags: maybeList(texts),
  logged: maybe(date),
});
export type ConversationFields = v.InferOutput<typeof conversationSchema>;
