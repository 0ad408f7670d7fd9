import {listWithOr} from "../core/text.ts";
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

/** Words that reports and the guided log use for the kinds, and others that people write. */
const kindsAlike = {
  told: "story",
  saw: "observed",
  seen: "observed",
  praise: "compliment",
  polite: "compliment",
  would: "hypothetical",
  thinks: "opinion",
  think: "opinion",
  paid: "money",
  signed: "money",
  pilot: "time",
  name: "reputation",
  reference: "reputation",
};
const answersAlike = {
  yes: "given",
  accepted: "given",
  no: "declined",
  refused: "declined",
  rejected: "declined",
  "not yet": "deferred",
  later: "deferred",
};
const requestsAlike = {
  yes: "accept",
  accepted: "accept",
  no: "decline",
  declined: "decline",
  later: "defer",
  deferred: "defer",
};
const promisesAlike = {
  planned: "roadmap",
  no: "none",
  never: "none",
  now: "today",
  exists: "today",
};

/** The line grammar, section by section: the only list of what a line may hold. */
export const forms: Record<LineSection, Form> = {
  evidence: form("evidence", {
    label: "stance",
    text: "reference",
    bracket: "required",
    rest: true,
    slots: [
      wordSlot(
        {...needed("evidence", "kind"), noun: "a kind of evidence", tells: "the kind of evidence"},
        evidenceKinds,
        kindsAlike,
      ),
      wordSlot(
        {
          name: "unprompted",
          code: "evidence-word",
          noun: "unprompted, the only other word",
          tells: "unprompted",
        },
        ["unprompted"],
      ),
    ],
    example:
      '- **Against** setup-under-five-minutes (observed): "He opened the help page" — tom-berg',
  }),
  asks: form("ask", {
    bracket: "required",
    rest: true,
    slots: [
      wordSlot(
        {
          ...needed("ask", "currency"),
          noun: listWithOr(currencies),
          tells: "what it would cost them",
        },
        currencies,
        {name: "reputation"},
      ),
      wordSlot(
        {...needed("ask", "answer"), noun: listWithOr(askAnswers), tells: "what they answered"},
        askAnswers,
        answersAlike,
      ),
    ],
    example: "- A paid pilot in January (money, declined): not before the audit",
  }),
  promised: form("promised", {
    bracket: "required",
    slots: [
      wordSlot(
        {
          ...needed("promised", "exists"),
          noun: listWithOr(promiseStates),
          tells: "whether it exists",
        },
        promiseStates,
        promisesAlike,
      ),
    ],
    example: "- Single sign-on (roadmap)",
  }),
  requests: form("request", {
    bracket: "optional",
    rest: true,
    slots: [
      wordSlot(
        {...free("request", "answer"), noun: listWithOr(requestAnswers), tells: "our answer"},
        requestAnswers,
        requestsAlike,
      ),
      patternSlot(
        {...free("request", "importance"), noun: "0, 1, 2 or 3", tells: "how important it is"},
        ["0", "1", "2", "3"],
        /^[0-3]$/,
      ),
    ],
    example: "- Export to SAP (decline): they need totals the auditor accepts",
  }),
  introductions: form("introduction", {
    bracket: "required",
    slots: [
      wordSlot(
        {
          ...needed("introduction", "state"),
          noun: listWithOr(introductionStates),
          tells: "how far it is",
        },
        introductionStates,
      ),
    ],
    example: "- Lena Moss, controller (asked)",
  }),
  steps: form("step", {
    checkbox: true,
    bracket: "required",
    slots: [
      dateSlot(
        {
          name: "doneOn",
          code: "step-done",
          noun: "done and a day",
          tells: "when it was done",
        },
        "done",
      ),
      dateSlot({...free("step", "due"), noun: "a day, as in 2026-11-26", tells: "by when"}),
      nameSlot({...needed("step", "who"), noun: "a handle or them", tells: "who does it"}),
    ],
    example: "- [ ] Send the pilot plan (ana, 2026-11-26)",
  }),
  people: form("person", {
    label: "id",
    bracket: "optional",
    rest: true,
    slots: [
      wordSlot(
        {...free("person", "role"), noun: listWithOr(contactRoles), tells: "their role"},
        contactRoles,
      ),
      wordSlot(
        {
          ...free("person", "relationship"),
          noun: listWithOr(relationships),
          tells: "the relationship",
        },
        relationships,
      ),
      dateSlot(
        {...free("person", "left"), noun: "left 2026-05-01", tells: "when they left"},
        "left",
      ),
    ],
    example: "- **tom-berg** Tom Berg, head of finance (buyer, warm): tom@gantry.example",
  }),
  gates: form("gate", {
    label: "id",
    bracket: "required",
    rest: true,
    slots: [
      dateSlot({...needed("gate", "date"), noun: "a day, as in 2026-11-24", tells: "the day"}),
      datedWordSlot(
        {...free("gate", "decision"), noun: "a decision", tells: "what was decided"},
        "decided",
        gateDecisions,
      ),
    ],
    example: "- **G2** Build (2026-11-24, go 2026-11-25): one more public-sector talk — eva",
  }),
  claims: form("claim", {
    bracket: "required",
    rest: true,
    slots: [
      wordSlot(
        {
          ...needed("claim", "horizon"),
          noun: listWithOr(claimHorizons),
          tells: "from when on it is true",
        },
        claimHorizons,
      ),
    ],
    example: "- Connected before the coffee is cold (today): setup-under-five-minutes",
  }),
  limitations: form("limitation", {
    bracket: "required",
    rest: true,
    slots: [
      wordSlot(
        {
          ...needed("limitation", "area"),
          noun: listWithOr(limitationAreas),
          tells: "what it is a limitation of",
        },
        limitationAreas,
      ),
    ],
    example: "- IT must approve once (product): a one-page request they can forward",
  }),
  criteria: form("criterion", {
    bracket: "required",
    rest: true,
    slots: [
      patternSlot(
        {
          ...needed("criterion", "value"),
          noun: "a whole number or off",
          tells: "how many are required",
        },
        ["off"],
        /^(off|\d{1,6})$/,
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
    slots: [
      dateSlot({
        ...needed("told", "date"),
        noun: "a day, as in 2026-11-26",
        tells: "when they were told",
      }),
    ],
    example: "- gantry (2026-11-26)",
  }),
};

function needed(form: string, name: string) {
  return {name, code: `${form}-${name}`, required: true} as const;
}

function free(form: string, name: string) {
  return {name, code: `${form}-${name}`};
}

function form(
  name: string,
  parts: Pick<Form, "bracket" | "slots" | "example"> & Partial<Form>,
): Form {
  return {name, checkbox: false, label: null, text: "text", rest: false, ...parts};
}
