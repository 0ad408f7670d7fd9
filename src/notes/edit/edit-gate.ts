import {PmTalkError} from "../../core/errors.ts";
import type {GateLine} from "../body.ts";
import {forms} from "../lines/line-forms.ts";
import {scanLine, type Scanned} from "../lines/line-scan.ts";
import {divideLine} from "../lines/read-line-bracket.ts";
import {cutLine, readLine} from "../lines/read-line.ts";
import {writeLine} from "../lines/write-line.ts";

type Gate = Omit<GateLine, "line">;

/** What the gatekeepers decided, as it stands in a gate's line. */
export type GateVerdict = Pick<Gate, "decision" | "decided" | "conditions" | "by">;

/**
 * The source of a gate's line, on one line or several, with what was decided. Its sign, label and name keep
 * their bytes, and so do conditions and names that stay as they are; only where a sign in them would bind
 * with what is new is the line written anew. Read back before it is returned: throws `not-written` when the
 * line would say anything else.
 */
export function markGate(source: string, verdict: GateVerdict): string {
  const before = gateIn(source);
  if (before === null) throw ofItsOwn(source);
  const wanted: Gate = {...before, ...verdict};
  for (const spelling of [inPlace, anew]) {
    const marked = spelling(source, before, wanted);
    const after = marked === null ? null : gateIn(marked);
    if (marked !== null && after !== null && same(after, wanted)) return marked;
  }
  throw ofItsOwn(source);
}

/** Label and name keep their bytes, so only what stands behind them is taken from a line written anew. */
function inPlace(source: string, before: Gate, wanted: Gate): string | null {
  const written = writeLine("gates", {...wanted, id: "G", name: "Gate"});
  const old = bracketIn(source);
  const put = bracketIn(written);
  if (old === null || put === null) return null;
  const restStays = before.conditions === wanted.conditions && before.by === wanted.by;
  return (
    source.slice(0, old.open) +
    (restStays
      ? written.slice(put.open, put.close) + source.slice(old.close)
      : written.slice(put.open))
  );
}

const bulletSign = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/;

function anew(source: string, _: Gate, wanted: Gate): string {
  return (bulletSign.exec(source)?.[0] ?? "- ") + writeLine("gates", wanted).slice("- ".length);
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
