import type {Cut} from "./line-scan.ts";
import type {Form} from "./line-forms.ts";

/** What is wrong with a line, and which part of its source is meant. */
export interface Problem {
  code: string;
  cut: Cut;
  message: string;
  hint: string;
}

/** A problem whose hint is a line of the section that is right. */
export function exampleProblem(form: Form, part: string, cut: Cut, message: string): Problem {
  return {code: `${form.name}-${part}`, cut, message, hint: `As in:  ${form.example}`};
}
