import {createPrompt, useMemo, usePagination, useState} from "@inquirer/core";
import {choiceLine, notesColumn, pageSize} from "./choice-lines.ts";
import {useEditing, type Pastes} from "./editing.ts";
import {pastedLine} from "./pasted-text.ts";
import type {SearchQuestion} from "./prompter.ts";
import {answeredLines, columnsOf, cutLine, shown, type Screen} from "./screen.ts";
import {insert, leadOf} from "./text-prompt.ts";
import {typedRows, type Typed} from "./typed-rows.ts";

interface SearchState {
  typed: Typed;
  active: number;
  over: boolean;
}

/**
 * Type-ahead. inquirer's own loses an Enter that comes at once behind what was typed, forgets the typed text
 * when an arrow is pressed, and draws a paste letter by letter.
 */
export const searchPrompt = createPrompt<
  unknown,
  {question: SearchQuestion<unknown>; screen: Screen; pastes: Pastes}
>(({question, screen, pastes}, done) => {
  const [state, setState] = useState<SearchState>({
    typed: {line: "", cursor: 0},
    active: 0,
    over: false,
  });
  const {line} = state.typed;
  const found = useMemo(() => question.find(line.trim()), [line]);
  const chosen = found[state.active];
  const change = (typed: Typed): Typed => {
    setState({typed, active: typed.line === line ? state.active : 0, over: false});
    return typed;
  };
  const move = (by: number): Typed => {
    const active = Math.min(Math.max(0, state.active + by), Math.max(0, found.length - 1));
    setState({...state, active});
    return state.typed;
  };
  const answer = (): Typed => {
    if (chosen !== undefined) {
      setState({...state, over: true});
      done(chosen.value);
    }
    return state.typed;
  };
  const view = useEditing(screen, pastes, state.typed, {
    key: (name, typed) => {
      if (name === "return" || name === "enter") return answer();
      if (name === "up" || name === "down") return move(name === "up" ? -1 : 1);
      return change(typed);
    },
    paste: (text) => change(insert(state.typed, pastedLine(text))),
  });
  const notesAt = notesColumn(screen, found, 2);
  const page = usePagination({
    items: [...found],
    active: state.active,
    renderItem: ({item, isActive}) => choiceLine(screen, item, {isActive, notesAt}),
    pageSize: pageSize(screen),
    loop: false,
  });
  if (state.over && chosen !== undefined)
    return answeredLines(screen, question.message, chosen.label).join("\n");
  const lead = leadOf(screen, question.message);
  const typed = typedRows(state.typed, {...lead, width: columnsOf(screen), most: 2});
  const none = cutLine(
    screen,
    [shown(screen, line.trim() === "" ? "  Type a name." : "  Nothing fits.", "muted")],
    columnsOf(screen) - 1,
  );
  return view({...lead, typed, below: found.length === 0 ? [none] : page.split("\n")});
});
