import {stripVTControlCharacters} from "node:util";
import {useEffect, useKeypress, useRef, useState, type KeypressEvent} from "@inquirer/core";
import {columnsOf, type Screen} from "./screen.ts";
import type {Typed, TypedRows} from "./typed-rows.ts";

/** readline's line, which it lets us set, and the place where inquirer believes the cursor to be. */
interface Editor {
  line: string;
  cursor: number;
  getCursorPos: () => {rows: number; cols: number};
}

/** Where a question of ours hears of pastes. */
export interface Pastes {
  listen: (listener: (text: string) => void) => () => void;
}

export interface EditingHandlers {
  /** A key was pressed, and the line is now `typed`; gives back the line that shall stand there. */
  key: (name: string, typed: Typed) => Typed;
  /** A paste came; gives back the line that shall stand there. */
  paste: (text: string) => Typed;
}

/**
 * A line edited by readline with all its keys, a paste put in at once, and a redraw when the terminal changes
 * its size. Gives back the view of the question for inquirer, from its lines and the rows of the typed text.
 */
export function useEditing(
  screen: Screen,
  pastes: Pastes,
  initial: Typed,
  handlers: EditingHandlers,
): (frame: Frame) => [string, string] {
  const editor = useRef<Editor | null>(null);
  const place = useRef({rows: 0, cols: 0});
  const latest = useRef(handlers);
  latest.current = handlers;
  const [, redraw] = useState(0);
  const [failure, setFailure] = useState<{error: unknown} | null>(null);
  const attempt = (work: () => Typed): void => {
    try {
      set(work());
    } catch (error) {
      // Thrown here it would end the process; thrown while drawing it ends the question.
      setFailure({error});
    }
  };
  const set = (typed: Typed): void => {
    if (editor.current !== null) Object.assign(editor.current, typed);
  };
  useEffect((readline) => {
    const own = readline as unknown as Editor;
    editor.current = own;
    own.getCursorPos = () => place.current;
    set(initial);
    const stop = pastes.listen((text) => {
      attempt(() => latest.current.paste(text));
    });
    const resized = (): void => {
      redraw((count) => count + 1);
    };
    screen.output.on("resize", resized);
    return () => {
      stop();
      screen.output.off("resize", resized);
    };
  }, []);
  useKeypress((key: KeypressEvent) => {
    const {line = "", cursor = 0} = editor.current ?? {};
    // A tab is a space in all that we keep, and no key may put in what a terminal obeys.
    const typed = {line: line.replace(/\p{Cc}/gu, " "), cursor};
    attempt(() => latest.current.key(key.name, typed));
  });
  if (failure !== null) throw failure.error;
  return (frame) => viewOf(frame, columnsOf(screen), place);
}

/** What a question shows: lines above, the rows of the typed text behind their beginnings, lines below. */
export interface Frame {
  above: readonly string[];
  /** What stands before the first row of the typed text, and before the others. */
  lead: string;
  hang: number;
  typed: TypedRows;
  below: readonly string[];
}

/**
 * inquirer takes the last line of the first text for the one with the cursor and counts its letters to find the
 * row; so that line is the cursor's row, and the place is given in its own count.
 */
function viewOf(
  frame: Frame,
  width: number,
  place: {current: {rows: number; cols: number}},
): [string, string] {
  const {typed} = frame;
  const cut = typed.top > 0;
  const rows = typed.rows.map((row, index) =>
    index === 0 && !cut ? frame.lead + row : " ".repeat(frame.hang) + row,
  );
  const above = cut ? [...frame.above, `${frame.lead}...`] : frame.above;
  const length = stripVTControlCharacters(rows[typed.row] ?? "").length;
  place.current = {rows: Math.floor(length / width), cols: typed.column};
  const upTo = rows.slice(0, typed.row + 1);
  // A length that fills the row would make it add a line end.
  const filler = length % width === 0 ? " " : "";
  return [
    [...above, ...upTo].join("\n") + filler,
    [...rows.slice(typed.row + 1), ...frame.below].join("\n"),
  ];
}
