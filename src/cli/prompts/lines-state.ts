import {pastedLine} from "./pasted-text.ts";
import type {Typed} from "./typed-rows.ts";

/** How far the answer to a list question is. */
export interface LinesState {
  lines: readonly string[];
  typed: Typed;
  /** Lines that stand behind the typed one: pasted behind one that was refused, or set aside by Up. */
  waiting: readonly string[];
  /** What is wrong with the typed line, as a sentence. */
  wrong: string | null;
}

export type Refuse = (line: string) => string | null;

/** The state in which a list of lines is first asked for: these lines, and nothing typed. */
export function startLines(initial: readonly string[]): LinesState {
  return {lines: initial, typed: end(""), waiting: [], wrong: null};
}

/** Enter: the typed line is added, unless it is refused; null when an empty one goes on to the next question. */
export function enterLine(state: LinesState, refuse: Refuse): LinesState | null {
  const {line} = state.typed;
  const parts = state.waiting.length === 0 ? [""] : state.waiting;
  if (line.trim() === "") return state.waiting.length === 0 ? null : take(state, parts, refuse);
  return take(state, [line, ...parts], refuse);
}

/** Every line there is, also those not entered yet: what is kept of a question that is cancelled. */
export function everyLine({lines, typed, waiting}: LinesState, refuse: Refuse): string[] {
  const open = [typed.line, ...waiting].map((line) => line.trim());
  return [...lines, ...open.filter((line) => line !== "" && refuse(line) === null)];
}

/** Up: the last line stands in the input again; what stood there waits behind it. */
export function takeBack(state: LinesState): LinesState {
  const last = state.lines.at(-1);
  if (last === undefined) return state;
  const {line} = state.typed;
  const waiting = line.trim() === "" ? state.waiting : [line, ...state.waiting];
  return {lines: state.lines.slice(0, -1), typed: end(last), waiting, wrong: null};
}

/**
 * A paste goes in at the cursor. Whole lines of it are added, blank ones skipped, and what stands behind its
 * last line end stays in the input, so that no paste ends the question.
 */
export function pasteLines(state: LinesState, text: string, refuse: Refuse): LinesState {
  const {line, cursor} = state.typed;
  const parts = (line.slice(0, cursor) + withoutBullets(text) + line.slice(cursor)).split("\n");
  if (parts.length === 1) {
    return {...state, typed: {line: parts[0] ?? "", cursor: cursor + text.length}, wrong: null};
  }
  const rest = parts.at(-1) ?? "";
  const taken = take(state, [...parts, ...state.waiting], refuse);
  // The cursor keeps its place before what stood behind it.
  const behind = line.length - cursor;
  return taken.typed.line === rest && taken.wrong === null
    ? {...taken, typed: {line: rest, cursor: rest.length - behind}}
    : taken;
}

/** A pasted list without its bullets, which we put there ourselves; where only some lines have one, they are text. */
function withoutBullets(text: string): string {
  const lines = text.split("\n");
  const isList = lines.length > 1 && lines.every((line) => /^\s*(?:[-*+•–] .*)?$/.test(line));
  return isList ? lines.map((line) => line.replace(/^\s*[-*+•–] +/, "")).join("\n") : text;
}

/** Adds all parts but the last, which goes into the input; a refused one goes there first, with the others behind. */
function take(state: LinesState, parts: readonly string[], refuse: Refuse): LinesState {
  const lines = [...state.lines];
  const keep = (): readonly string[] => (lines.length === state.lines.length ? state.lines : lines);
  for (const [index, part] of parts.slice(0, -1).entries()) {
    const line = pastedLine(part).trim();
    if (line === "") continue;
    const wrong = refuse(line);
    if (wrong !== null) {
      const rest = parts.slice(index + 1);
      const waiting = rest.every((one) => one.trim() === "") ? [] : rest;
      return {lines: keep(), typed: end(line), waiting, wrong};
    }
    lines.push(line);
  }
  return {
    lines: keep(),
    typed: end(parts.at(-1) ?? ""),
    waiting: [],
    wrong: null,
  };
}

function end(line: string): Typed {
  return {line, cursor: line.length};
}
