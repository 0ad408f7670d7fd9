import type {Dropped, Fault} from "../../core/diagnostics.ts";
import type {Config} from "../config.ts";
import {typeNames} from "./read-fields-rules.ts";
import {fieldForms} from "./read-fields-schemas.ts";
import type {Kind} from "../vocabulary.ts";

/** Fields whose hint says more than `As in  field: …` can. */
const hints: Partial<Record<Kind, Record<string, string>>> = {
  conversation: {
    date: "Add the day of the talk, as in  date: 2026-11-20",
    customer: "Add whom it was with, as in  customer: gantry",
    team: "Add who of us was there, as in  team: [ana]  (none of us: secondhand: true).",
  },
  customer: {name: "Add what they are called, as in  name: Gantry"},
  assumption: {
    statement: "Add it, as in  statement: We believe …  or as a heading  # We believe …",
    created: "Add the day it was written down, as in  created: 2026-11-20",
  },
  concept: {name: "Add what it is called, as in  name: Fast setup"},
  decision: {
    date: "Add the day it was made, as in  date: 2026-11-20",
    title: "Add what was decided, as in  title: Drop the SSO tier  or as a heading  # Drop …",
  },
};

/** The fault of a required field that is not there, or is there without a value. */
export function missingField(
  kind: Kind,
  field: string,
  keyStands: boolean,
  dropped: Dropped,
  config: Config,
): Fault {
  return {
    code: `${field}-missing`,
    severity: "error",
    place: {at: "field", field, of: "key"},
    message: keyStands ? `${field} has no value` : `${field} is missing`,
    hint: hints[kind]?.[field] ?? hintOfWords(kind, field, config),
    dropped,
  };
}

function hintOfWords(kind: Kind, field: string, config: Config): string {
  const words =
    kind === "conversation" && field === "type"
      ? typeNames(config)
      : (fieldForms[kind].find((form) => form.field === field)?.words ?? []);
  return `One of: ${words.join(" ")}.`;
}
