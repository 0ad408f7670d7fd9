import * as v from "valibot";
import {maybe, maybeList, text, texts, wholeNumber, word} from "./fields.ts";
import {contactables, relationships, sources, stages} from "./vocabulary.ts";

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
  /** How we first got to them; `log` writes it for a new customer. */
  source: maybe(word(sources)),
});
export type CustomerFields = v.InferOutput<typeof customerSchema>;
