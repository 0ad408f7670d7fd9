const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60]/u;
const neverFirst = /^[\p{Pe}\p{Pf}、。，．・：；？！ー々ゝ…]/u;
const neverLast = /[\p{Ps}\p{Pi}]$/u;

/** Whether the text has signs between which a line may be broken without a space. */
export function hasWide(text: string): boolean {
  return wide.test(text);
}

/** Whether a line may end between two clusters of Chinese or Japanese: not before 。 and not after 「. */
export function mayBreak(before: string, after: string): boolean {
  if (before === "" || !(wide.test(before) || wide.test(after))) return false;
  return !neverFirst.test(after) && !neverLast.test(before);
}
