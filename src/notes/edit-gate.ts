import {PmTalkError} from "../core/errors.ts";
import type {GateLine} from "./body.ts";
import {forms} from "./line-forms.ts";
import {scanLine, type Scanned} from "./line-scan.ts";
import {divideLine} from "./read-line-bracket.ts";
import {cutLine, readLine} from "./read-line.ts";
import {writeLine} from "./write-line.ts";

type Gate = Omit<GateLine, "line">;

/** What the gatekeepers decided, as it stands in a gate's line. */
export type GateVerdict = Pick<Gate, "decision" | "decided" | "conditions" | "by">;

/**
 * The source of a gate's line, on one line or several, with what was decided. Its sign, label and name keep
 * their bytes, and so do conditions and names that stay as they are. Read back before it is returned: throws
 * `not-written` when the line would say anything else.
 */
export function markGate(source: string, verdict: GateVerdict): string {
  const before = gateIn(source);
  if (before === null) throw ofItsOwn(source);
  const wanted: Gate = {...before, ...verdict};
  const written = writeLine("gates", wanted);
  const old = bracketIn(source);
  const put = bracketIn(written);
  if (old === null || put === null) throw ofItsOwn(source);
  const restStays = before.conditions === wanted.conditions && before.by === wanted.by;
  const marked =
    source.slice(0, old.open) +
    (restStays
      ? written.slice(put.open, put.close) + source.slice(old.close)
      : written.slice(put.open));
  const after = gateIn(marked);
  if (after === null || !same(after, wanted)) throw ofItsOwn(source);
  return marked;
}

/** The row of a gate's source; null where it is none. */
export function gateIn(source: string): Gate | null {
  const read = readLine("gates", onOneLine(source));
  if ("problem" in read) return null;
  const {id, name, date, decision, decided, conditions, by} = read.row;
  return {id, name, date, decision, decided, conditions, by};
}

function same(a: Gate, b: Gate): boolean {
  return (
    a.id === b.id &&
    a.name === b.name &&
    a.date === b.date &&
    a.decision === b.decision &&
    a.decided === b.decided &&
    a.conditions === b.conditions &&
    a.by === b.by
  );
}

/** Every sign stays at its place. */
function onOneLine(source: string): Scanned {
  return scanLine(source.replace(/\\(?=[\r\n])/g, " ").replace(/[\r\n]/g, " "));
}

/** Where the bracket of the line opens, and where it ends behind its closing sign. */
function bracketIn(source: string): {open: number; close: number} | null {
  const line = onOneLine(source);
  const parts = cutLine(forms.gates, line, null);
  if ("message" in parts) return null;
  const divided = divideLine(forms.gates, line, parts.text.start, null);
  if ("message" in divided) return null;
  const open = divided.text.end;
  const close = line.mask.indexOf(")", open);
  return close < 0 ? null : {open, close: close + 1};
}

function ofItsOwn(source: string): PmTalkError {
  return new PmTalkError(
    "not-written",
    "Not written: this gate has a shape of its own.",
    `By hand, in the line:  ${source.split(/[\r\n]/)[0]?.trim() ?? ""}`,
  );
}
