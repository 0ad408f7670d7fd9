import * as v from "valibot";
import {defaultCriteria, defaultThresholds} from "./config-defaults.ts";
import {date, flag, maybe, share, text, texts, timeOfDay, wholeNumber, word} from "./fields.ts";
import {memberFunctions, memberLevels, weekdays} from "./vocabulary.ts";

const {evidence, meaningful} = defaultThresholds;

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
      minutes: v.optional(positive, meaningful.minutes),
      talk: v.optional(share, meaningful.talk),
      words: v.optional(positive, meaningful.words),
    }),
    {},
  ),
  evidence: v.optional(
    v.strictObject({
      /** Days. */
      fresh: v.optional(wholeNumber(0), evidence.fresh),
      /** Days. */
      expired: v.optional(wholeNumber(0), evidence.expired),
      customers: v.optional(wholeNumber(1), evidence.customers),
      against: v.optional(wholeNumber(1), evidence.against),
      believe: v.optional(share, evidence.believe),
      disbelieve: v.optional(share, evidence.disbelieve),
    }),
    {},
  ),
  criteria: v.optional(
    v.strictObject({
      conversations: v.optional(required, defaultCriteria.conversations),
      customers: v.optional(required, defaultCriteria.customers),
      /** Days. */
      recent: v.optional(required, defaultCriteria.recent),
      critical: v.optional(flag, defaultCriteria.critical),
      disconfirming: v.optional(required, defaultCriteria.disconfirming),
      shaped: v.optional(required, defaultCriteria.shaped),
      segments: v.optional(flag, defaultCriteria.segments),
      readable: v.optional(flag, defaultCriteria.readable),
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
