/**
 * The small text questions of the recount, answered the slow way. Nothing under test/recount imports from
 * src: the recount exists to disagree with it.
 */

/** Two spellings of one name are equal when this is. */
export function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

/** Code-point order of two texts. */
export function order(a: string, b: string): number {
  if (a === b) return 0;
  const left = Array.from(a);
  const right = Array.from(b);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Whole days from one ISO day to another. */
export function days(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);
}

/** The ISO day `count` days later. */
export function later(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

const halfWords =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Words: runs of letters, marks, digits and inner apostrophes; a run of n characters of a script without
 * spaces is n/2 words, rounded down, at least one.
 */
export function countWords(text: string): number {
  let words = 0;
  for (const run of text.match(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu) ?? []) {
    let dense = 0;
    let inWord = false;
    const endDense = () => {
      if (dense > 0) words += Math.max(1, Math.floor(dense / 2));
      dense = 0;
    };
    for (const character of run) {
      if (halfWords.test(character)) {
        dense++;
        inWord = false;
      } else {
        endDense();
        if (!inWord) words++;
        inWord = true;
      }
    }
    endDense();
  }
  return words;
}

const closers: Record<string, string> = {
  '"': '"',
  "“": "”",
  "„": "“",
  "«": "»",
  "「": "」",
};

/** Text that begins with a quotation mark, as one quote with who said it; null when it is no quote. */
export function wholeQuote(text: string): {quote: string; who: string | null} | null {
  const close = closers[text.charAt(0)];
  if (close === undefined) return null;
  for (let end = text.length - 1; end > 0; end--) {
    if (text.charAt(end) !== close) continue;
    const behind = text.slice(end + 1);
    const fits = /^[.,;]*\s*(?:(?:—|–|--|-)\s*([^#]*?))?\s*(?:#[\p{L}\p{N}_-]+\s*)*$/u.exec(behind);
    if (fits) return {quote: text.slice(1, end), who: fits[1]?.trim() || null};
  }
  return null;
}

/** Whether somebody's own words stand anywhere in an item. */
export function holdsQuote(text: string): boolean {
  if (wholeQuote(text) !== null) return true;
  if (/“[^”]+”|„[^“]+“|«[^»]+»|「[^」]+」/.test(text)) return true;
  return /(?:^|[\s([—–-])"(?=\S)[^"]+"/.test(text);
}

/** Hashtags outside code and links, case-folded. */
export function hashtags(text: string): string[] {
  const plain = text.replace(/`[^`]*`/g, " ").replace(/\]\([^)]*\)/g, "] ");
  return Array.from(plain.matchAll(/(?:^|[\s([{])#(\p{L}[\p{L}\p{N}_-]*)/gu), (hit) =>
    fold(hit[1] ?? ""),
  );
}
