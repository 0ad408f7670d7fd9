import * as v from "valibot";
import {date, flag, maybe, share, text, texts, timeOfDay, wholeNumber, word} from "./fields.ts";
import {memberFunctions, memberLevels, weekdays} from "./vocabulary.ts";

/** The newest `version` of pm-talk.yml that this pm-talk knows. */
export const configVersion = 1;

const memberSchema = v.strictObject({
  handle: text,
  name: maybe(text),
  emails: v.optional(texts, []),
  function: maybe(word(memberFunctions)),
  level: maybe(word(memberLevels)),
  /** Meaningful conversations a month. */
  goal: maybe(wholeNumber(0)),
  joined: maybe(date),
  left: maybe(date),
  away: v.optional(v.array(v.strictObject({from: date, to: date})), []),
  aliases: v.optional(texts, []),
});
export type Member = v.InferOutput<typeof memberSchema>;

const positive = v.pipe(v.number("must be a number"), v.minValue(0, "must be 0 or more"));
/** A criterion is a number or, switched off, false. */
const required = v.union([wholeNumber(0), v.literal(false)], "must be a whole number or false");

/** pm-talk.yml: the only list of its keys and their defaults. Unknown keys are refused. */
export const configSchema = v.strictObject({
  version: wholeNumber(1),
  team: v.array(memberSchema, "must be a list of members, as in - {handle: ana, name: Ana Ruiz}"),
  goals: v.optional(v.record(word([...memberFunctions, ...memberLevels]), wholeNumber(0)), {
    pm: 2,
    leader: 1,
  }),
  segments: v.optional(texts, []),
  types: v.optional(
    v.record(
      text,
      v.strictObject({live: v.optional(flag, true), selling: v.optional(flag, false)}),
    ),
    {},
  ),
  /** Section key → further headings for it, in another language. */
  headings: v.optional(v.record(text, texts), {}),
  themes: v.optional(texts, []),
  meaningful: v.optional(
    v.strictObject({
      /** Minutes. */
      minutes: v.optional(positive, 15),
      talk: v.optional(share, 0.65),
      words: v.optional(positive, 20),
    }),
    {},
  ),
  evidence: v.optional(
    v.strictObject({
      /** Days. */
      fresh: v.optional(wholeNumber(0), 180),
      /** Days. */
      expired: v.optional(wholeNumber(0), 365),
      customers: v.optional(wholeNumber(1), 5),
      against: v.optional(wholeNumber(1), 3),
      believe: v.optional(share, 0.8),
      disbelieve: v.optional(share, 0.2),
    }),
    {},
  ),
  criteria: v.optional(
    v.strictObject({
      conversations: v.optional(required, 5),
      customers: v.optional(required, 3),
      /** Days. */
      recent: v.optional(required, 30),
      critical: v.optional(flag, true),
      disconfirming: v.optional(required, 1),
      shaped: v.optional(required, 1),
      segments: v.optional(flag, true),
      readable: v.optional(flag, true),
    }),
    {},
  ),
  /** Days between talks by stage of the customer. */
  cadence: v.optional(v.record(text, wholeNumber(1)), {}),
  calendar: v.optional(
    v.strictObject({
      weekday: v.optional(word(weekdays), "thursday"),
      time: v.optional(timeOfDay, "10:00"),
      /** Minutes. */
      length: v.optional(wholeNumber(1), 60),
    }),
    {},
  ),
  privacy: v.optional(word(["names", "roles"]), "names"),
  commit: v.optional(flag, false),
  /** Months. */
  retention: v.optional(wholeNumber(1), 24),
});
export type Config = v.InferOutput<typeof configSchema>;

/** The thresholds of the assumption rule. */
export type EvidenceThresholds = Config["evidence"];
/** The thresholds of the meaningful rule. */
export type MeaningfulThresholds = Config["meaningful"];
