import {piece} from "../../render/pieces.ts";
import {widthOf} from "../../render/width.ts";
import type {Choice} from "./prompter.ts";
import {columnsOf, cutLine, rowsOf, shown, type Screen} from "./screen.ts";

/** Choices on the screen at once: what the terminal has room for, and no more than an eye takes in. */
export function pageSize(screen: Screen, most = 12): number {
  return Math.max(3, Math.min(most, rowsOf(screen) - 5));
}

/**
 * The column, from the beginning of the labels, at which the notes of all choices stand below each other; null
 * where they have no room there and each stands behind its own label. `before` columns stand before a label.
 */
export function notesColumn(
  screen: Screen,
  choices: readonly Choice<unknown>[],
  before: number,
): number | null {
  const noted = choices.filter(({note}) => note !== undefined && note !== "");
  const label = Math.max(0, ...choices.map((choice) => widthOf(shown(screen, choice.label).text)));
  const note = Math.max(
    0,
    ...noted.map((choice) => widthOf(shown(screen, choice.note ?? "").text)),
  );
  return before + label + 3 + note < columnsOf(screen) ? label + 3 : null;
}

/** A choice's label and its note, cut to `width`. */
export function choiceText(
  screen: Screen,
  {label, note}: Choice<unknown>,
  {isActive = false, notesAt, width}: {isActive?: boolean; notesAt: number | null; width: number},
): string {
  const name = shown(screen, label, isActive ? "command" : "plain");
  if (note === undefined || note === "") return cutLine(screen, [name], width);
  const gap = Math.max(2, (notesAt ?? 0) - widthOf(name.text));
  return cutLine(screen, [name, piece(" ".repeat(gap)), shown(screen, note, "muted")], width);
}

/** A choice on a line of its own, marked when Enter takes it. */
export function choiceLine(
  screen: Screen,
  choice: Choice<unknown>,
  {isActive, notesAt}: {isActive: boolean; notesAt: number | null},
): string {
  const mark = cutLine(screen, [piece(isActive ? "> " : "  ", "command")], 2);
  return mark + choiceText(screen, choice, {isActive, notesAt, width: columnsOf(screen) - 3});
}
