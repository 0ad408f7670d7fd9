/** The numbers in `1 3` or `1,3`, all of 1 to `most`, 0 for none; else a sentence that says what is wrong. */
export function readNumbers(typed: string, most: number): Set<number> | string {
  const words = typed.split(/[\s,]+/).filter((word) => word !== "");
  const wrong = words.find((word) => !/^\d{1,4}$/.test(word) || Number(word) > most);
  if (wrong !== undefined) return `"${wrong}" is none of 0 to ${String(most)}.`;
  const numbers = new Set(words.map(Number));
  return numbers.has(0) && numbers.size > 1 ? "0 is none of them: alone, or not at all." : numbers;
}
