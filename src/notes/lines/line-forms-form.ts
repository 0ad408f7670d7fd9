import type {Slot} from "./line-forms-slots.ts";

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

/** Head of a slot that a line must fill, with a code made of both names. */
export function needed(form: string, name: string) {
  return {name, code: `${form}-${name}`, required: true} as const;
}

/** Head of a slot that a line may leave out. */
export function free(form: string, name: string) {
  return {name, code: `${form}-${name}`};
}

/** A form with the parts that most lines lack left out. */
export function form(
  name: string,
  parts: Pick<Form, "bracket" | "slots" | "example"> & Partial<Form>,
): Form {
  return {name, checkbox: false, label: null, text: "text", rest: false, ...parts};
}
