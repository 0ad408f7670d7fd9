/** The text on one line of a picture: what is longer ends in "…", the table has it in full. */
export function shortText(text: string, most: number): string {
  const signs = Array.from(text.slice(0, most * 4));
  return signs.length <= most
    ? text
    : `${signs
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}
