import {createPrompt, useState} from "@inquirer/core";
import {piece} from "../../render/pieces.ts";
import {useEditing, type Pastes} from "./editing.ts";
import {
  enterLine,
  pasteLines,
  startLines,
  takeBack,
  type LinesState,
  type Refuse,
} from "./lines-state.ts";
import type {LinesQuestion} from "./prompter.ts";
import {
  columnsOf,
  cutLine,
  questionLines,
  rowsOf,
  shown,
  wrapLines,
  wrongLines,
  type Screen,
} from "./screen.ts";
import {typedRows, type Typed} from "./typed-rows.ts";

const bullet = "  - ";
/** Rows of the typed line, and waiting lines, that are shown at most. */
const mostRows = 6;
const mostWaiting = 3;

/**
 * Many lines in one question: a chain of questions of one line each would keep one line of a paste of five and
 * answer the next questions with the others.
 */
export const linesPrompt = createPrompt<
  string[],
  {
    question: LinesQuestion;
    screen: Screen;
    pastes: Pastes;
    /** Told how far the answer is, entered or not. */
    follow: (state: LinesState) => void;
  }
>(({question, screen, pastes, follow}, done) => {
  const [state, setState] = useState(startLines(question.initial ?? []));
  const [over, setOver] = useState(false);
  follow(state);
  const refuse: Refuse = (line) => question.refuse?.(line) ?? null;
  const change = (next: LinesState): Typed => {
    setState(next);
    if (next.lines !== state.lines) question.onChange?.(next.lines);
    return next.typed;
  };
  const enter = (): Typed => {
    const next = enterLine(state, refuse);
    if (next !== null) return change(next);
    setOver(true);
    done([...state.lines]);
    return state.typed;
  };
  const view = useEditing(screen, pastes, state.typed, {
    key: (name, typed) => {
      if (name === "return" || name === "enter") return enter();
      if (name === "up") return change(takeBack(state));
      if (name === "down") return state.typed;
      return change({...state, typed, wrong: null});
    },
    paste: (text) => change(pasteLines(state, text, refuse)),
  });
  if (over) return finished(screen, question.message, state.lines).join("\n");
  const hang = bullet.length;
  const typed = typedRows(state.typed, {
    first: hang,
    hang,
    width: columnsOf(screen),
    most: mostRows,
  });
  const below = [...wrongLines(screen, state.wrong), ...waitingLines(screen, state.waiting)];
  const head = questionLines(screen, question.message, "");
  const room = rowsOf(screen) - head.length - typed.rows.length - below.length - 2;
  return view({
    above: [...head, ...lastLines(screen, state.lines, room)],
    lead: bullet,
    hang,
    typed,
    below,
  });
});

/** The question with all its lines; a dash behind it when there are none. */
function finished(screen: Screen, message: string, lines: readonly string[]): string[] {
  const head = questionLines(screen, message, "");
  if (lines.length > 0) return [...head, ...lines.flatMap((line) => bulletLines(screen, line))];
  return [...head.slice(0, -1), `${head.at(-1) ?? ""}  -`];
}

function bulletLines(screen: Screen, line: string): string[] {
  return wrapLines(screen, bullet, [shown(screen, line.slice(0, 2000), "command")]);
}

/** As many of the last lines as there are rows for; a terminal cannot redraw what has left it at the top. */
function lastLines(screen: Screen, lines: readonly string[], room: number): string[] {
  const kept: string[] = [];
  for (let index = lines.length - 1; index >= 0; index--) {
    const rows = bulletLines(screen, lines[index] ?? "");
    if (kept.length + rows.length > Math.max(1, room - 1)) {
      return [note(screen, `… ${String(index + 1)} more above`), ...kept];
    }
    kept.unshift(...rows);
  }
  return kept;
}

/** What waits behind the typed line. */
function waitingLines(screen: Screen, waiting: readonly string[]): string[] {
  const lines = waiting.filter((line) => line.trim() !== "");
  const width = columnsOf(screen) - 1;
  const first = lines
    .slice(0, mostWaiting)
    .map((line) =>
      cutLine(screen, [piece(bullet), shown(screen, line.slice(0, 400), "muted")], width),
    );
  const more = lines.length - first.length;
  return more > 0 ? [...first, note(screen, `… ${String(more)} more below`)] : first;
}

function note(screen: Screen, text: string): string {
  return cutLine(screen, [piece("    "), shown(screen, text, "muted")], columnsOf(screen) - 1);
}
