import {listWithOr} from "../../core/text.ts";
import {form, type Form, free, needed} from "./line-forms-form.ts";
import {dateSlot, nameSlot, patternSlot, wordSlot} from "./line-forms-slots.ts";
import {
  askAnswers,
  currencies,
  evidenceKinds,
  introductionStates,
  promiseStates,
  requestAnswers,
} from "../vocabulary.ts";

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

/** The lines of a conversation. */
export const conversationForms = {
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
          noun: "unprompted",
          tells: "that it was unprompted",
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
          noun: "done and a day, as in done 2026-11-24",
          tells: "when it was done",
        },
        "done",
      ),
      dateSlot({
        ...free("step", "due"),
        noun: "a day, as in 2026-11-26",
        tells: "by when it is due",
      }),
      nameSlot({...needed("step", "who"), noun: "a handle or them", tells: "who does it"}),
    ],
    example: "- [ ] Send the pilot plan (ana, 2026-11-26)",
  }),
} satisfies Record<string, Form>;
