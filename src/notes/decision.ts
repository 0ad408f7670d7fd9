import * as v from "valibot";
import {date, maybe, maybeList, text, texts, word} from "./fields.ts";
import {decisionStatuses, decisionTypes} from "./vocabulary.ts";

/** The front matter of a decision file: the only list of its fields. Every missing value is null. */
export const decisionSchema = v.object({
  date: maybe(date),
  title: maybe(text),
  type: maybe(word(decisionTypes)),
  concept: maybe(text),
  gate: maybe(text),
  assumptions: maybeList(texts),
  change: maybe(text),
  challenge: maybe(text),
  by: maybeList(texts),
  /** Null only when the file states a status that is none. */
  status: v.optional(v.nullable(word(decisionStatuses)), "accepted"),
  replaces: maybe(text),
});
export type DecisionFields = v.InferOutput<typeof decisionSchema>;
