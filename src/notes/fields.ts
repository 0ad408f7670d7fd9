import * as v from "valibot";
import {isCalendarDate} from "../core/calendar.ts";

/**
 * The kinds of value that front matter is made of. Every message says what is allowed; the field's name
 * and the value found are put before it by the reader.
 */

/** Text that is not empty. Half a character and NUL, which YAML can escape, no file of ours could hold. */
export const text = v.pipe(
  v.string("must be text"),
  v.trim(),
  v.minLength(1, "must not be empty"),
  v.regex(/^[^\0\ud800-\udfff]*$/u, "must not hold NUL or half a character"),
);

/** A list of texts; a single text is a list of one. */
export const texts = v.union(
  [
    v.array(text),
    v.pipe(
      text,
      v.transform((one) => [one]),
    ),
  ],
  "must be a list of texts",
);

/** A day that exists, as YYYY-MM-DD. */
export const date = v.pipe(
  v.string("must be a day that exists, written as 2026-11-20"),
  v.check(isCalendarDate, "must be a day that exists, written as 2026-11-20"),
);

/** One of the given words. */
export function word<const Words extends readonly string[]>(words: Words) {
  return v.picklist(words, `must be one of: ${words.join(" ")}`);
}

/** A list of the given words; one word is a list of one. */
export function words<const Words extends readonly string[]>(allowed: Words) {
  const one = word(allowed);
  return v.union(
    [
      v.array(one),
      v.pipe(
        one,
        v.transform((single) => [single]),
      ),
    ],
    `must be a list of: ${allowed.join(" ")}`,
  );
}

export const flag = v.boolean("must be true or false");

/** A whole number from `least` on. */
export function wholeNumber(least: number) {
  const message = `must be a whole number, ${String(least)} or more`;
  return v.pipe(v.number(message), v.integer(message), v.minValue(least, message));
}

/** A share, 0 to 1. */
export const share = v.pipe(
  v.number("must be a number from 0 to 1"),
  v.minValue(0, "must be a number from 0 to 1"),
  v.maxValue(1, "must be a number from 0 to 1"),
);

export const timeOfDay = v.pipe(
  v.string('must be a time in quotes, as in "14:30"'),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time, as in "14:30"'),
);

export const webAddress = v.pipe(
  v.string("must be an http or https address"),
  v.regex(/^https?:\/\/\S+$/i, "must be an http or https address"),
);

/** A field that may be left out: null then. */
export function maybe<Schema extends v.GenericSchema>(schema: Schema) {
  return v.optional(v.nullable(schema), null);
}

/** A list that may be left out: empty then. */
export function maybeList<Schema extends v.GenericSchema<unknown, unknown[]>>(schema: Schema) {
  return v.optional(schema, []);
}
