import type {LineSection} from "./body.ts";
import {
  dateSlot,
  datedWordSlot,
  nameSlot,
  patternSlot,
  type Slot,
  wordSlot,
} from "./line-forms-slots.ts";
import {
  askAnswers,
  claimHorizons,
  contactRoles,
  currencies,
  evidenceKinds,
  gateDecisions,
  introductionStates,
  limitationAreas,
  promiseStates,
  relationships,
  requestAnswers,
} from "./vocabulary.ts";

/** Which parts the lines of a section take. */
export interface Form {
  /** The word that codes and messages begin with: `evidence`, `step`. */
  name: string;
  checkbox: boolean;
  label: "stance" | "id" | null;
  /** `text`: any text. `reference`: the id of a file, and nothing else. */
  text: "text" | "reference";
  bracket: "required" | "optional" | "none";
  rest: boolean;
  slots: readonly Slot[];
  /** A line that is right, as every hint shows it. */
  example: string;
}

const required = {required: true};

/** Words that reports and the guided log use for the kinds, and others that people write. */
const kindsAlike = new Map([
  ["told", "story"],
  ["saw", "observed"],
  ["seen", "observed"],
  ["praise", "compliment"],
  ["polite", "compliment"],
  ["would", "hypothetical"],
  ["thinks", "opinion"],
  ["think", "opinion"],
  ["paid", "money"],
  ["signed", "money"],
  ["pilot", "time"],
  ["name", "reputation"],
  ["reference", "reputation"],
]);
const answersAlike = new Map([
  ["yes", "given"],
  ["accepted", "given"],
  ["no", "declined"],
  ["refused", "declined"],
  ["rejected", "declined"],
  ["not yet", "deferred"],
  ["later", "deferred"],
]);

/** The line grammar, section by section: the only list of what a line may hold. */
export const forms: Record<LineSection, Form> = {
  evidence: form("evidence", {
    label: "stance",
    text: "reference",
    bracket: "required",
    rest: true,
    slots: [
      wordSlot("kind", "evidence-kind", "a kind of evidence", evidenceKinds, {
        ...required,
        alike: kindsAlike,
      }),
      wordSlot("unprompted", "evidence-word", "unprompted", ["unprompted"]),
    ],
    example:
      '- **Against** setup-under-five-minutes (observed): "He opened the help page" — tom-berg',
  }),
  asks: form("ask", {
    bracket: "required",
    rest: true,
    slots: [
      wordSlot("currency", "ask-currency", "time, reputation or money", currencies, {
        ...required,
        alike: new Map([["name", "reputation"]]),
      }),
      wordSlot("answer", "ask-answer", "an answer", askAnswers, {...required, alike: answersAlike}),
    ],
    example: "- A paid pilot in January (money, declined): not before the audit",
  }),
  promised: form("promised", {
    bracket: "required",
    slots: [
      wordSlot("exists", "promised-state", "whether it exists", promiseStates, {
        ...required,
        alike: new Map([
          ["planned", "roadmap"],
          ["no", "none"],
          ["never", "none"],
          ["now", "today"],
          ["exists", "today"],
        ]),
      }),
    ],
    example: "- Single sign-on (roadmap)",
  }),
  requests: form("request", {
    bracket: "optional",
    rest: true,
    slots: [
      wordSlot("answer", "request-answer", "an answer of ours", requestAnswers, {
        alike: new Map([
          ["accepted", "accept"],
          ["yes", "accept"],
          ["declined", "decline"],
          ["no", "decline"],
          ["deferred", "defer"],
          ["later", "defer"],
        ]),
      }),
      patternSlot(
        "importance",
        "request-importance",
        "an importance",
        ["0", "1", "2", "3"],
        /^[0-3]$/,
      ),
    ],
    example: "- Export to SAP (decline): they need totals the auditor accepts",
  }),
  introductions: form("introduction", {
    bracket: "required",
    slots: [wordSlot("state", "introduction-state", "how far it is", introductionStates, required)],
    example: "- Lena Moss, controller (asked)",
  }),
  steps: form("step", {
    checkbox: true,
    bracket: "required",
    slots: [
      dateSlot("doneOn", "step-done", "the day it was done", "done"),
      dateSlot("due", "step-due", "a date", null),
      nameSlot("who", "step-who", "who does it"),
    ],
    example: "- [ ] Send the pilot plan (ana, 2026-11-26)",
  }),
  people: form("person", {
    label: "id",
    bracket: "optional",
    rest: true,
    slots: [
      wordSlot("role", "person-role", "a role", contactRoles),
      wordSlot("relationship", "person-relationship", "a relationship", relationships),
      dateSlot("left", "person-left", "the day they left", "left"),
    ],
    example: "- **tom-berg** Tom Berg, head of finance (buyer, warm): tom@gantry.example",
  }),
  gates: form("gate", {
    label: "id",
    bracket: "required",
    rest: true,
    slots: [
      dateSlot("date", "gate-date", "a date", null, required),
      datedWordSlot("decision", "decided", "gate-decision", "a decision", gateDecisions),
    ],
    example: "- **G2** Build (2026-11-24, go 2026-11-25): one more public-sector talk — eva",
  }),
  claims: form("claim", {
    bracket: "required",
    rest: true,
    slots: [wordSlot("horizon", "claim-horizon", "when it is true", claimHorizons, required)],
    example: "- Connected before the coffee is cold (today): setup-under-five-minutes",
  }),
  limitations: form("limitation", {
    bracket: "required",
    rest: true,
    slots: [wordSlot("area", "limitation-area", "what is missing", limitationAreas, required)],
    example: "- IT must approve once (product): a one-page request they can forward",
  }),
  criteria: form("criterion", {
    bracket: "required",
    rest: true,
    slots: [
      patternSlot(
        "value",
        "criterion-value",
        "a whole number or off",
        ["off"],
        /^(off|\d{1,6})$/,
        required,
      ),
    ],
    example: "- customers (2): a niche of six",
  }),
  because: form("because", {
    text: "reference",
    bracket: "none",
    rest: true,
    slots: [],
    example: "- k7f3qa: opened the help page four times",
  }),
  told: form("told", {
    text: "reference",
    bracket: "required",
    slots: [dateSlot("date", "told-date", "a date", null, required)],
    example: "- gantry (2026-11-26)",
  }),
};

function form(
  name: string,
  parts: Pick<Form, "bracket" | "slots" | "example"> & Partial<Form>,
): Form {
  return {name, checkbox: false, label: null, text: "text", rest: false, ...parts};
}
