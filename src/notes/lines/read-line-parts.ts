import type {LineOf, LineSection} from "../body.ts";
import type {Form} from "./line-forms.ts";
import {type Cut, type Scanned, trimCut, valueOf} from "./line-scan.ts";
import {exampleProblem, type Problem} from "./read-line-problem.ts";
import {readReference} from "./read-line-reference.ts";

/** The values of a line, without the place in a file. */
export type RowOf<S extends LineSection> = Omit<LineOf<S>, "line">;

/** A line cut into the parts of the grammar. */
export interface LineParts {
  form: Form;
  line: Scanned;
  checked: boolean;
  label: Cut | null;
  text: Cut;
  /** Bracket words by slot. */
  values: ReadonlyMap<string, string>;
  rest: Cut | null;
}

/** What `build` makes of TEXT, or the problem that there is none: `missing` says so. */
export function withText<Row>(
  parts: LineParts,
  code: string,
  missing: string,
  build: (text: string) => Row,
): Row | Problem {
  const text = valueOf(parts.line, parts.text);
  if (text !== "") return build(text);
  const cut = {start: parts.text.start, end: parts.line.mask.length};
  return exampleProblem(parts.form, code, cut, missing);
}

/** The id that TEXT refers to, or the problem that it is not one reference. */
export function reference(parts: LineParts, code: string): string | Problem {
  const id = readReference(parts.line, parts.text);
  if (id !== null) return id;
  const cut = trimCut(parts.line, parts.text);
  const text = parts.line.source.slice(cut.start, cut.end).slice(0, 60);
  const message =
    text === ""
      ? `no ${code} is named`
      : `"${text}" is not one ${code}: a link or an id is, with nothing around it`;
  return exampleProblem(parts.form, code, cut, message);
}

/** REST as a value; null where it is empty. */
export function restText(parts: LineParts): string | null {
  return parts.rest === null ? null : orNull(valueOf(parts.line, parts.rest));
}

/** The value of a closed word; its slot has already refused every other. */
export function word<Word extends string>(parts: LineParts, slot: string): Word {
  return parts.values.get(slot) as Word;
}

/** The same for a word that may be left out. */
export function wordOrNull<Word extends string>(parts: LineParts, slot: string): Word | null {
  return (parts.values.get(slot) as Word | undefined) ?? null;
}

/** Null for an empty text. */
export function orNull(text: string): string | null {
  return text === "" ? null : text;
}
