const asciiOf = new Map([
  ["■", "#"],
  ["□", "o"],
  ["…", "..."],
  ["–", "-"],
  ["—", "--"],
  ["−", "-"],
  ["→", "->"],
  ["←", "<-"],
  ["×", "x"],
  ["≥", ">="],
  ["≤", "<="],
  ["“", '"'],
  ["”", '"'],
  ["‘", "'"],
  ["’", "'"],
  ["✓", "v"],
  ["✔", "v"],
  ["✗", "x"],
  ["✘", "x"],
]);

const signPattern = /[■□·…–—−→←×≥≤“”‘’✓✔✗✘]/g;

/** Our own words in ASCII, for a screen without Unicode; letters are left alone, they may be a name. */
export function ownSigns(text: string, unicode: boolean): string {
  if (unicode) return text;
  // Beside the other marks a dot is the mark "thinks", elsewhere it parts two things.
  const dot = /[■□]/.test(text) ? "." : "-";
  return text.replace(signPattern, (sign) => asciiOf.get(sign) ?? dot);
}
