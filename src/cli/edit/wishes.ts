import {PmTalkError} from "../../core/errors.ts";
import {foldName, nearest} from "../../core/text.ts";
import {fieldForms} from "../../notes/front-matter/read-fields-schemas.ts";
import {findSection} from "../../notes/body/sections-match.ts";
import {isSectionKey, sectionOf} from "../../notes/sections.ts";
import type {Kind} from "../../notes/vocabulary.ts";
import {didYouMean} from "../did-you-mean.ts";
import {type Flags, listOf} from "../command.ts";
import {fieldFlags} from "../register/register-flags.ts";

/** One thing that the command line wants of a front-matter field, before its value is understood. */
export interface Wish {
  field: string;
  /** How messages name it: a flag without its dashes. */
  label: string;
  /** `set` begins a list anew, `add` and `remove` change one; an empty `set` takes the value out. */
  does: "set" | "add" | "remove";
  typed: string;
}

/** The wishes of `--set FIELD=VALUE`, `FIELD+=VALUE` and `FIELD-=VALUE`. Throws a usage error for any other. */
export function readSets(kind: Kind, sets: readonly string[]): Wish[] {
  const wishes = sets.map((typed) => readSet(kind, typed));
  refuseTwice(kind, wishes);
  return wishes;
}

function readSet(kind: Kind, typed: string): Wish {
  const at = typed.indexOf("=");
  const sign = at > 0 && /[+-]/.test(typed[at - 1] ?? "") ? (typed[at - 1] ?? "") : "";
  const name = typed.slice(0, Math.max(0, at - sign.length)).trim();
  const value = typed.slice(at + 1);
  if (name === "")
    throw new PmTalkError(
      "usage",
      `--set "${typed}" has no =.`,
      "--set FIELD=VALUE, FIELD= to take it out, FIELD+=VALUE and FIELD-=VALUE for lists",
    );
  const form = fieldForms[kind].find(({field}) => field === foldName(name));
  if (form === undefined) throw unknownField(kind, name);
  const {field, list} = form;
  if (sign !== "" && !list)
    throw new PmTalkError(
      "usage",
      `--set ${field}${sign}=: ${field} is no list.`,
      `--set ${field}=VALUE`,
    );
  if (sign !== "" && value.trim() === "")
    throw new PmTalkError(
      "usage",
      `--set ${field}${sign}= says nothing.`,
      `--set ${field}${sign}=VALUE`,
    );
  const does = sign === "+" ? "add" : sign === "-" ? "remove" : "set";
  return {field, label: `set ${field}`, does, typed: value};
}

function unknownField(kind: Kind, name: string): PmTalkError {
  const fields = fieldForms[kind].map(({field}) => field);
  const section = isSectionKey(name) ? sectionOf(name) : findSection(name, {});
  if (section !== null && nearest(name, fields).length === 0)
    return new PmTalkError(
      "usage",
      `"${name}" is no field of a ${kind}: it is a section of the text.`,
      `pm-talk edit ID     opens the file; the lines stand under  ## ${section.heading}`,
    );
  return new PmTalkError(
    "usage",
    `A ${kind} has no field "${name}".`,
    `${didYouMean(nearest(name, fields))}There are: ${fields.join(", ")}`,
  );
}

/** Of a field that holds one value the second would silently win. */
function refuseTwice(kind: Kind, wishes: readonly Wish[]): void {
  const seen = new Set<string>();
  for (const {field} of wishes) {
    if (seen.has(field) && fieldForms[kind].some((one) => one.field === field && !one.list))
      throw new PmTalkError("usage", `--set ${field} is given twice.`, "Give it once.");
    seen.add(field);
  }
}

/** The wishes of a register's own flags: a list's flag adds to it, and an empty value takes all out. */
export function readFlags(kind: Kind, flags: Flags): Wish[] {
  return fieldFlags(kind).flatMap(({field, flag, list}) =>
    listOf(flags, flag).map((typed): Wish => ({
      field,
      label: flag,
      does: list && typed.trim() !== "" ? "add" : "set",
      typed,
    })),
  );
}
