import type {Block} from "../reports/document.ts";
import {visibleLine} from "../core/visible.ts";
import {ownSigns} from "./own-signs.ts";
import {piece, piecesOf} from "./pieces.ts";
import {proseLines, proseWidth, withoutOrphan, type Screen} from "./prose.ts";
import {widthOf} from "./width.ts";
import {indentLine, type Line} from "./wrap.ts";

/** Spaces between a label and its value, and the fewest columns in which a value is read with ease. */
const beside = {gap: 3, least: 24};

/** Labels in one column, values in another; "label: value" where the screen is too narrow for that. */
export function factLines(
  facts: Extract<Block, {block: "facts"}>["facts"],
  screen: Screen,
): Line[] {
  const labels = facts.map((fact) => visibleLine(ownSigns(fact.label, screen.unicode)));
  const widest = labels.reduce((most, label) => Math.max(most, widthOf(label)), 0);
  const width = proseWidth(screen) - widest - beside.gap;
  return facts.flatMap((fact, index) => {
    const label = labels[index] ?? "";
    const value = piecesOf(fact.value, screen.unicode);
    if (width < beside.least) {
      return proseLines([piece(withColon(label), "strong"), piece(" "), ...value], screen, 2);
    }
    const space = piece(" ".repeat(widest - widthOf(label) + beside.gap));
    const [first = [], ...others] = withoutOrphan(value, width);
    return [
      [piece(label, "strong"), space, ...first],
      ...others.map((line) => indentLine(line, widest + beside.gap)),
    ];
  });
}

/** A label that has no sign at its end gets one. */
export function withColon(label: string): string {
  return label === "" || /[:?!.]$/.test(label) ? label : `${label}:`;
}
