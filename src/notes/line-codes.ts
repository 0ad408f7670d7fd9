import type {DiagnosticCode} from "../core/diagnostics.ts";
import {forms} from "./line-forms.ts";
import {bodyCodes} from "./read-body-notices.ts";

/** Codes of lines that are not those of a word in brackets: the parts around them. */
const parts: readonly (readonly [code: string, about: string])[] = [
  ["evidence-stance", "A line of evidence begins with something else than For, Against or Mixed."],
  ["evidence-assumption", "A line of evidence names no assumption, or more than one."],
  ["evidence-word", "A word in the brackets of a line of evidence has no meaning there."],
  ["ask-what", "A line of The ask does not say what was asked for."],
  ["ask-word", "A word in the brackets of an ask has no meaning there."],
  ["promised-what", "A promise does not say what was promised."],
  ["promised-word", "A word in the brackets of a promise has no meaning there."],
  ["request-what", "A request does not say what was asked for."],
  ["request-word", "A word in the brackets of a request has no meaning there."],
  ["introduction-who", "An introduction does not say to whom."],
  ["introduction-word", "A word in the brackets of an introduction has no meaning there."],
  ["step-what", "A next step does not say what is to be done."],
  ["step-word", "A word in the brackets of a next step has no meaning there."],
  ["person-id", "A line of People has no id in front."],
  ["person-email", "What follows a person is no e-mail address."],
  ["person-word", "A word in the brackets of a person has no meaning there."],
  ["gate-id", "A gate has no id in front."],
  ["gate-word", "A word in the brackets of a gate has no meaning there."],
  ["claim-text", "A claim has no text."],
  ["claim-assumptions", "What follows a claim is no list of assumptions."],
  ["claim-word", "A word in the brackets of a claim has no meaning there."],
  ["limitation-text", "A limitation has no text."],
  ["limitation-word", "A word in the brackets of a limitation has no meaning there."],
  ["criterion-name", "A line of Criteria names no criterion."],
  ["criterion-word", "A word in the brackets of a criterion has no meaning there."],
  ["because-conversation", "A line of Because names no conversation, or more than one."],
  ["told-customer", "A line of Told names no customer, or more than one."],
  ["told-word", "A word in the brackets of a line of Told has no meaning there."],
];

/** Every code that reading a body may give: the part of the registry that this folder owns. */
export const lineCodes: DiagnosticCode[] = unique([
  ...bodyCodes,
  ...parts.map(([code, about]) => lineCode(code, about)),
  ...Object.values(forms).flatMap((form) =>
    form.slots.map((slot) =>
      lineCode(slot.code, `A word in brackets is wrong, missing or given twice: ${slot.noun}.`),
    ),
  ),
]);

function lineCode(code: string, about: string): DiagnosticCode {
  return {code, severity: "error", about, dropped: "line"};
}

/** The first of two entries for one code is the one that says more. */
function unique(codes: readonly DiagnosticCode[]): DiagnosticCode[] {
  const found = new Map<string, DiagnosticCode>();
  for (const entry of codes) if (!found.has(entry.code)) found.set(entry.code, entry);
  return [...found.values()];
}
