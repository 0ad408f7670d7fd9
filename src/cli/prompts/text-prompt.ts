import {createPrompt, useState} from "@inquirer/core";
import {stripVTControlCharacters} from "node:util";
import {widthOf} from "../../render/width.ts";
import {useEditing, type Pastes} from "./editing.ts";
import {pastedLine} from "./pasted-text.ts";
import type {TextQuestion} from "./prompter.ts";
import {answeredLines, columnsOf, questionLines, wrongLines, type Screen} from "./screen.ts";
import {typedRows, type Typed} from "./typed-rows.ts";

/** Rows of the typed text that are shown at most. */
const most = 6;

interface TextState {
  typed: Typed;
  wrong: string | null;
  over: boolean;
}

/** One line of text, which may be longer than the terminal is wide. */
export const textPrompt = createPrompt<
  string,
  {question: TextQuestion; screen: Screen; pastes: Pastes}
>(({question, screen, pastes}, done) => {
  const initial = question.initial ?? "";
  const [state, setState] = useState<TextState>({
    typed: {line: initial, cursor: initial.length},
    wrong: null,
    over: false,
  });
  const change = (typed: Typed): Typed => {
    setState({typed, wrong: null, over: false});
    return typed;
  };
  const answer = (): Typed => {
    const wrong = question.refuse?.(state.typed.line) ?? null;
    setState({...state, wrong, over: wrong === null});
    if (wrong === null) done(state.typed.line);
    return state.typed;
  };
  const view = useEditing(screen, pastes, state.typed, {
    key: (name, typed) => {
      if (name === "return" || name === "enter") return answer();
      // readline would bring back what was entered before.
      return name === "up" || name === "down" ? state.typed : change(typed);
    },
    paste: (text) => change(insert(state.typed, pastedLine(text))),
  });
  if (state.over) return answeredLines(screen, question.message, state.typed.line).join("\n");
  const lead = leadOf(screen, question.message);
  const typed = typedRows(state.typed, {...lead, width: columnsOf(screen), most});
  return view({...lead, typed, below: wrongLines(screen, state.wrong)});
});

/** The line with the text put in at the cursor. */
export function insert({line, cursor}: Typed, text: string): Typed {
  return {
    line: line.slice(0, cursor) + text + line.slice(cursor),
    cursor: cursor + text.length,
  };
}

/** The question before the typed text: on its line while that leaves room, else above it. */
export function leadOf(
  screen: Screen,
  message: string,
): {above: string[]; lead: string; first: number; hang: number} {
  const lines = questionLines(screen, message);
  const last = lines.at(-1) ?? "";
  const first = widthOf(stripVTControlCharacters(last)) + 1;
  return first <= columnsOf(screen) * 0.6
    ? {above: lines.slice(0, -1), lead: `${last} `, first, hang: 2}
    : {above: lines, lead: "  ", first: 2, hang: 2};
}
