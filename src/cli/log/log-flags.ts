import {itemSections, type ItemSection} from "../../notes/body.ts";
import type {Flag} from "../command.ts";

/** Short forms of `--section 'KEY: ITEM'`, by flag name. */
export const itemFlags: Record<string, {section: ItemSection; about: string}> = {
  works: {section: "works", about: "what works for them"},
  "not-working": {section: "not-working", about: "what does not"},
  wish: {section: "wish", about: "what they wish existed"},
  pain: {section: "pains", about: "what hurts"},
  quote: {section: "quotes", about: "their exact words"},
  surprise: {section: "surprises", about: "what surprised you"},
  insight: {section: "insights", about: "how you read it"},
  "lean-in": {section: "lean-in", about: "what made them lean in"},
  "tune-out": {section: "tune-out", about: "what made them tune out"},
  objection: {section: "objections", about: "an objection, and after -> what you answered"},
  "must-change": {section: "must-change", about: "what has to change before they would use it"},
};

/** Flags whose value is a line of the note, by flag name. */
export const lineFlags = {
  evidence: "evidence",
  ask: "asks",
  promise: "promised",
  request: "requests",
  introduction: "introductions",
  step: "steps",
} as const;

const fieldFlags: Flag[] = [
  {
    flags: "--type <type>",
    about: "interview, sales-call, demo ... (default: as last time with them, else interview)",
  },
  {flags: "--date <date>", about: "the day (default: today)"},
  {flags: "--time <time>", about: "when it began, as in 14:30"},
  {flags: "--duration <minutes>", about: "how long it took"},
  {flags: "--customer <name>", about: "the customer, when not given as the first word"},
  {flags: "--contact <name>", about: "who of them", repeatable: true},
  {
    flags: "--team <member>",
    about: "who of us took part, the one who led first (default: you)",
    repeatable: true,
  },
  {flags: "--observer <member>", about: "who of us listened in", repeatable: true},
  {flags: "--channel <channel>", about: "in-person, video, phone, chat or email"},
  {flags: "--concept <id>", about: "what it was about", repeatable: true},
  {flags: "--pitch <version>", about: "which pitch they heard"},
  {
    flags: "--source <source>",
    about: "how it came about: cold, inbound, introduction, advocate, sales, panel, support",
  },
  {flags: "--via <name>", about: "through whom"},
  {
    flags: "--relationship <word>",
    about: "how it stands now: cold, neutral, warm, advocate, strained",
  },
  {
    flags: "--consent <word>",
    about: "internal, external, recording; none = asked and refused",
    repeatable: true,
  },
  {flags: "--attribution <word>", about: "how they may be named: name, role or anonymous"},
  {flags: "--consent-until <date>", about: "the last day of the consent"},
  {flags: "--segment <id>", about: "of a new customer"},
  {
    flags: "--stage <stage>",
    about: "of a new customer: prospect, trial, customer, churned, lost, partner",
  },
  {flags: "--recording <url>", about: "where the recording is"},
  {flags: "--transcript <file>", about: "a transcript in the workspace"},
  {flags: "--tag <word>", about: "a tag", repeatable: true},
  {flags: "--follows <id>", about: "the talk this one came back to"},
  {flags: "--status <status>", about: "held (default), planned, no-show, cancelled or no-answer"},
  {flags: "--planned", about: "it is booked, not held"},
  {flags: "--no-show", about: "they did not come"},
  {flags: "--secondhand", about: "others told us about it"},
  {flags: "--firm <name>", about: "the research firm that did it"},
  {flags: "--talk <share>", about: "our share of speaking time, 0 to 1"},
  {flags: "--questions <count>", about: "questions we asked"},
  {flags: "--ended <who>", about: "who ended it: us, them or time"},
  {flags: "--meaningful <bool>", about: "true or false, against the rule; needs --reason"},
  {flags: "--reason <text>", about: "why"},
];

const contentFlags: Flag[] = [
  {
    flags: "--evidence <line>",
    about: `'Against setup-under-five-minutes (story): "We gave up"'`,
    repeatable: true,
  },
  {
    flags: "--ask <line>",
    about: "'A paid pilot (money, declined): not before the audit'",
    repeatable: true,
  },
  {
    flags: "--promise <line>",
    about: "'Single sign-on (roadmap)', or (today), (none)",
    repeatable: true,
  },
  {
    flags: "--request <line>",
    about: "'Export to SAP (decline): they need totals'",
    repeatable: true,
  },
  {flags: "--introduction <line>", about: "'Lena Moss, controller (asked)'", repeatable: true},
  {flags: "--step <line>", about: "'Send the plan (ana, 2026-12-01)'", repeatable: true},
  ...Object.entries(itemFlags).map(([flag, {about}]) => ({
    flags: `--${flag} <item>`,
    about: `${about}${flag === "quote" ? "" : '; "in quotes" when it is their words'}`,
    repeatable: true,
  })),
  {
    flags: "--section <item>",
    about: `'KEY: ITEM', KEY one of ${itemSections.join(" ")}`,
    repeatable: true,
  },
  {flags: "--body <file>", about: "more text, with headings of its own; - for standard input"},
];

const wayFlags: Flag[] = [
  {
    flags: "--add-to <id>",
    about: "a second account of the same talk: its date, customer, time and contacts",
  },
  {flags: "--guided", about: "ask for what the flags do not say, even when they would do"},
  {flags: "--quick", about: "ask only for customer, what they said, which belief, next step"},
  {flags: "--edit", about: "open the note in the editor before it is saved"},
  {flags: "--resume [draft]", about: "go on with a note that was not finished"},
  {flags: "--discard [draft]", about: "throw away a note that was not finished"},
  {flags: "--yes", about: "with --discard: throw it away without asking"},
  {flags: "--dry-run", about: "print the note, write nothing"},
  {flags: "--commit", about: "commit the note and a new customer's file, nothing else"},
];

/** Every flag of `log`. */
export const logFlags: Flag[] = [...contentFlags, ...fieldFlags, ...wayFlags];
