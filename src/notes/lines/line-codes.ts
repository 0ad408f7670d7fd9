import type {DiagnosticCode} from "../../core/diagnostics.ts";
import {type Form, forms} from "./line-forms.ts";
import {bodyCodes} from "../body/read-body-notices.ts";

/** Codes of the parts around the brackets. */
const parts: readonly (readonly [code: string, about: string])[] = [
  ["evidence-stance", "A line of evidence begins with something else than For, Against or Mixed."],
  ["evidence-assumption", "A line of evidence names no assumption, or more than one."],
  ["ask-what", "A line of The ask does not say what was asked for."],
  ["promised-what", "A promise does not say what was promised."],
  ["request-what", "A request does not say what was asked for."],
  ["introduction-who", "An introduction does not say to whom."],
  ["step-what", "A next step does not say what is to be done."],
  ["person-id", "A line of People has no id in front."],
  ["person-duplicate", "Two people of a customer have the same id."],
  ["person-email", "What follows a person is no e-mail address."],
  ["gate-id", "A gate has no id in front."],
  ["claim-text", "A claim has no text."],
  ["claim-assumptions", "What follows a claim is no list of assumptions."],
  ["limitation-text", "A limitation has no text."],
  ["criterion-name", "A line of Criteria names no criterion."],
  ["criterion-duplicate", "Two lines of Criteria set the same criterion."],
  ["because-conversation", "A line of Because names no conversation, or more than one."],
  ["told-customer", "A line of Told names no customer, or more than one."],
];

/** Every code that reading a body may give: the part of the registry that stands in bodies. */
export const lineCodes: DiagnosticCode[] = [
  ...bodyCodes,
  ...parts.map(([code, about]) => lineCode(code, about)),
  ...Object.values(forms).flatMap(codesOf),
];

/** The codes of a form's brackets: one for each slot, one for any other word, one for what follows. */
function codesOf(form: Form): DiagnosticCode[] {
  if (form.bracket === "none") return [];
  const word = lineCode(`${form.name}-word`, "A word has no meaning in the brackets of this line.");
  const rest = lineCode(`${form.name}-rest`, "Text stands behind the brackets that end this line.");
  const slots = form.slots.map((slot) =>
    lineCode(
      slot.code,
      `The word that says ${slot.tells} is wrong, missing or given twice, or the brackets are missing.`,
    ),
  );
  const others = form.rest ? [word] : [word, rest];
  return [...slots, ...others.filter((one) => slots.every((slot) => slot.code !== one.code))];
}

function lineCode(code: string, about: string): DiagnosticCode {
  return {code, severity: "error", about, dropped: "line"};
}
