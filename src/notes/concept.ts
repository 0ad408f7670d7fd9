import * as v from "valibot";
import {maybe, maybeList, text, texts, word} from "./fields.ts";
import {conceptStatuses} from "./vocabulary.ts";

/** The front matter of a concept file: the only list of its fields. Every missing value is null. */
export const conceptSchema = v.object({
  name: maybe(text),
  aliases: maybeList(texts),
  summary: maybe(text),
  outcome: maybe(text),
  owner: maybe(text),
  status: maybe(word(conceptStatuses)),
  segments: maybeList(texts),
  return: maybe(text),
  time: maybe(text),
  cost: maybe(text),
});
export type ConceptFields = v.InferOutput<typeof conceptSchema>;
