import {listWithOr} from "../../core/text.ts";
import {form, type Form, free, needed} from "./line-forms-form.ts";
import {dateSlot, datedWordSlot, patternSlot, wordSlot} from "./line-forms-slots.ts";
import {
  claimHorizons,
  contactRoles,
  gateDecisions,
  limitationAreas,
  relationships,
} from "../vocabulary.ts";

/** The lines of customers, concepts and decisions. */
export const registerForms = {
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
        {
          ...free("person", "left"),
          noun: "left and a day, as in left 2026-05-01",
          tells: "when they left",
        },
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
      dateSlot({
        ...needed("gate", "date"),
        noun: "a day, as in 2026-11-24",
        tells: "the day of the gate",
      }),
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
          tells: "when it is true",
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
          tells: "where the limit lies",
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
        /^(\d{1,6}) \p{L}+$/u,
      ),
    ],
    example: "- customers (2): a niche of six",
  }),
  because: form("because", {
    text: "reference",
    bracket: "none",
    rest: true,
    slots: [],
    example: "- [[2026-11-19-gantry-sales-call-k7f3qa]]: opened the help page four times",
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
} satisfies Record<string, Form>;
