import * as v from "valibot";
import {maybe, maybeList, text, texts, wholeNumber, word} from "./fields.ts";
import {contactables, relationships, stages} from "./vocabulary.ts";

/** The front matter of a customer file: the only list of its fields. Every missing value is null. */
export const customerSchema = v.object({
  name: maybe(text),
  aliases: maybeList(texts),
  segment: maybe(text),
  stage: maybe(word(stages)),
  relationship: maybe(word(relationships)),
  owner: maybe(text),
  /** Days between talks that we want. */
  cadence: maybe(wholeNumber(1)),
  contactable: maybe(word(contactables)),
  reason: maybe(text),
  introduced: maybe(text),
});
export type CustomerFields = v.InferOutput<typeof customerSchema>;
