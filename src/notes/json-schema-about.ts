import type {FieldsOf} from "./files.ts";
import type {Kind} from "./vocabulary.ts";

type Sentences<K extends Kind> = Record<keyof FieldsOf[K], string>;

const conversation: Sentences<"conversation"> = {
  type: "What it was: one of the built-in types or of those in pm-talk.yml.",
  date: "The day of the talk, where the writer was.",
  customer: "Id, name or alias of the organisation; in consumer business the person.",
  team: "Handles of ours who took part, the one who led first; empty only when secondhand.",
  contacts: "Who of them: contact ids or names.",
  observers: "Handles of ours who listened in.",
  concepts: "Ids of the concepts it was about.",
  status: "Whether it took place; held unless stated.",
  time: "When it began, as HH:MM in quotes.",
  duration: "Minutes.",
  channel: "How people spoke; chat and email are no live talk.",
  pitch: "Which pitch was given.",
  follows: "Id of the conversation this one came back to.",
  source: "How the talk came about.",
  via: "Through whom it came about.",
  relationship: "How they stood to us afterwards.",
  secondhand: "Told to us by others, or done by a research firm.",
  firm: "The research firm that held it.",
  talk: "Our share of the speaking time, 0 to 1.",
  questions: "How many questions we asked.",
  ended: "Who ended it, or the clock.",
  recording: "Where the recording is, an http or https address.",
  transcript: "Path of the transcript in the workspace.",
  consent:
    "What they allow; an empty list when they were asked and refused, absent when not asked.",
  attribution: "How a quote may be signed; role unless stated.",
  until: "The last day on which the consent holds.",
  meaningful: "Overrides the computed rule; needs a reason.",
  reason: "Why the rule is overridden.",
  tags: "Words of your own.",
  logged: "The day it was written up, when that differs from the date.",
};

const customer: Sentences<"customer"> = {
  name: "What the organisation is called.",
  aliases: "Other names and old ids.",
  segment: "Id of the segment they belong to.",
  source: "How we came to know them.",
  stage: "How far they are as a customer.",
  relationship: "How they stand to us.",
  owner: "Handle of ours who looks after them.",
  cadence: "Days between talks that we want.",
  contactable: "Whether we may get in touch.",
  reason: "Why we may not get in touch.",
  introduced: "Who introduced them.",
};

const assumption: Sentences<"assumption"> = {
  statement: "We believe who will do what because of what; the first heading may stand for it.",
  type: "What kind of risk it is.",
  importance: "How bad it is if it is wrong.",
  aliases: "Old ids.",
  concepts: "Ids of the concepts that rest on it.",
  segments: "Ids of the segments it must hold in.",
  owner: "Handle of ours who sees to its test.",
  believers: "Handles of ours who believe it.",
  doubters: "Handles of ours who doubt it.",
  wrong: "It would be wrong if this came out.",
  test: "How it is tested.",
  threshold: "It is right if this came out.",
  created: "The day it was written down.",
  due: "The day by which it should be tested.",
  reset: "The day since which earlier evidence no longer applies.",
  retired: "The day from which it no longer matters.",
  replaces: "Id of the assumption that it replaces.",
  origin: "Id of the conversation it came from.",
  override:
    "A status that somebody states against the computed one; with overridden, by and reason.",
  overridden: "The day of the override.",
  by: "Who overrode it.",
  reason: "Why it was retired or overridden.",
};

const concept: Sentences<"concept"> = {
  name: "What it is called.",
  aliases: "Other names and old ids.",
  summary: "What it is, in a sentence.",
  outcome: "What it should change for customers and for us.",
  owner: "Handle of ours who answers for it.",
  status: "How far it is.",
  segments: "Ids of the segments it is for.",
  return: "What it brings in the near term.",
  time: "How long it takes.",
  cost: "What it costs.",
};

const decision: Sentences<"decision"> = {
  date: "The day it was made.",
  title: "What was decided; the first heading may stand for it.",
  type: "What kind of change it is.",
  concept: "Id of the concept it is about.",
  gate: "Id of the gate it was made for.",
  assumptions: "Ids of the assumptions it rests on.",
  change: "What is different now.",
  challenge: "How we tried to prove ourselves wrong.",
  by: "Handles of those who decided.",
  status: "Whether it holds; accepted unless stated.",
  replaces: "Id of the decision that it replaces.",
};

/** One sentence about every front-matter field, for editors and tables. */
export const about = {conversation, customer, assumption, concept, decision} as const;
