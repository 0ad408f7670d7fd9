import * as v from "valibot";
import {date, maybe, maybeList, text, texts, word} from "./fields.ts";
import {assumptionStatuses, assumptionTypes, importances} from "./vocabulary.ts";

/** The front matter of an assumption file: the only list of its fields. Every missing value is null. */
export const assumptionSchema = v.object({
  statement: maybe(text),
  type: maybe(word(assumptionTypes)),
  importance: maybe(word(importances)),
  aliases: maybeList(texts),
  concepts: maybeList(texts),
  segments: maybeList(texts),
  owner: maybe(text),
  believers: maybeList(texts),
  doubters: maybeList(texts),
  wrong: maybe(text),
  test: maybe(text),
  threshold: maybe(text),
  created: maybe(date),
  due: maybe(date),
  reset: maybe(date),
  retired: maybe(date),
  replaces: maybe(text),
  origin: maybe(text),
  override: maybe(word(assumptionStatuses)),
  overridden: maybe(date),
  by: maybe(text),
  reason: maybe(text),
});
export type AssumptionFields = v.InferOutput<typeof assumptionSchema>;
