import {PmTalkError} from "../../core/errors.ts";
import {flattenSpace} from "../../core/text.ts";
import type {LineSection} from "../../notes/body.ts";
import {parseLine, type RowOf} from "../../notes/lines/read-line.ts";
import type {Kind} from "../../notes/vocabulary.ts";
import {type Flags, listOf} from "../command.ts";
import type {Context} from "../context.ts";
import type {Remarks} from "../log/log-values.ts";
import type {Opened} from "../open.ts";
import {refuseUnwritable} from "../flags/unwritable.ts";
import {idMeant} from "./id-meant.ts";
import {dayReader, withDecidedDay} from "./line-days.ts";
import {lineFlags} from "./line-flags.ts";
import {referred} from "./read-register.ts";
import {assumptionReference} from "./references.ts";

/** Lines before they stand in a file, by section. */
export type NewLines = {[Section in LineSection]?: RowOf<Section>[]};

/** What the lines of flags are understood by. */
interface By {
  opened: Opened;
  context: Context;
  remarks: Remarks;
}

/**
 * The lines that the flags of a register describe, with ids where names were given and days where words were.
 * Throws a usage error that shows a right line, and one for a talk or a customer that is not there.
 */
export function readLines(
  kind: Kind,
  flags: Flags,
  opened: Opened,
  context: Context,
  remarks: Remarks,
): NewLines {
  const by = {opened, context, remarks};
  const given = lineFlags(kind).flatMap(({flag, section}) => {
    const rows = listOf(flags, flag).map((typed) => lineOf(section, flag, typed, by));
    return rows.length === 0 ? [] : [[section, rows] as const];
  });
  return Object.fromEntries(given);
}

function lineOf<S extends LineSection>(section: S, flag: string, typed: string, by: By): RowOf<S> {
  const text = refuseUnwritable(typed, flag);
  const {today} = by.opened;
  const said = section === "gates" ? withDecidedDay(text, today, by.remarks) : text;
  const result = parseLine(section, said, dayReader(section, today, by.remarks));
  if ("row" in result) return meant(section, result.row, by);
  const [fault] = result.faults;
  throw new PmTalkError(
    "usage",
    `--${flag} '${flattenSpace(typed)}': ${fault?.message ?? "cannot be read"}`,
    fault?.hint ?? null,
  );
}

/** The row with the ids of what it refers to. */
function meant<S extends LineSection>(section: S, row: RowOf<S>, by: By): RowOf<S> {
  const {collection} = by.opened.workspace;
  if (section === "claims") {
    const claim = row as RowOf<"claims">;
    const assumptions = claim.assumptions.map((name) =>
      referred(name, assumptionReference, collection, by.remarks),
    );
    return {...row, assumptions};
  }
  // A decision cannot rest on a talk that is not there: its name means nothing by itself.
  if (section === "because")
    return {...row, conversation: idOf("conversation", (row as RowOf<"because">).conversation, by)};
  if (section === "told")
    return {...row, customer: idOf("customer", (row as RowOf<"told">).customer, by)};
  return row;
}

function idOf(kind: Kind, typed: string, {opened, context}: By): string {
  return idMeant(kind, typed, opened, context);
}
