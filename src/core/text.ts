/** Orders two texts by code point, the same in every locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  // UTF-16 order differs from code-point order only where a surrogate meets U+E000 or above.
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return codePointRank(left) - codePointRank(right);
  }
  return a.length - b.length;
}

function codePointRank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}

/** What two spellings of one name have in common: NFKC, lower case, white space flattened. */
export function foldName(name: string): string {
  // ASCII with single spaces, as nearly every id and name is, stays as it is but for its case.
  if (/^[!-~]+(?: [!-~]+)*$/.test(name)) return name.toLowerCase();
  return flattenSpace(name.normalize("NFKC").toLowerCase());
}

/** Inner runs of white space become one space, the outer ones go. */
export function flattenSpace(text: string): string {
  // Most texts are flat already, and asking costs less than replacing.
  if (!/^\s|\s$|\s\s|[^\S ]/.test(text)) return text;
  return text.replace(/\s+/g, " ").trim();
}

/** `1 note`, `2 notes`. */
export function count(n: number, singular: string, plural = `${singular}s`): string {
  return `${String(n)} ${n === 1 ? singular : plural}`;
}

/** Edits (insert, delete, replace, swap of neighbours) that turn one word into the other. */
export function editDistance(a: string, b: string): number {
  const left = Array.from(a);
  const right = Array.from(b);
  let beforeLast: number[] = [];
  let last = Array.from({length: right.length + 1}, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1];
      let best = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (swapped) best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[right.length] ?? 0;
}

/**
 * The candidates nearest to what was typed, best first, at most three: for "did you mean". Near is up to
 * two edits (one for words of up to three letters), or a beginning in common.
 */
export function nearest(typed: string, candidates: Iterable<string>): string[] {
  const wanted = foldName(typed).slice(0, 80);
  const limit = wanted.length <= 3 ? 1 : 2;
  const scored: {candidate: string; score: number}[] = [];
  for (const candidate of new Set(candidates)) {
    const folded = foldName(candidate).slice(0, 80);
    if (Math.abs(folded.length - wanted.length) <= limit) {
      const score = editDistance(wanted, folded);
      if (score <= limit) scored.push({candidate, score});
      else if (isPrefix(wanted, folded)) scored.push({candidate, score: limit + 1});
    } else if (isPrefix(wanted, folded)) {
      scored.push({candidate, score: limit + 1});
    }
  }
  scored.sort((a, b) => a.score - b.score || compareText(a.candidate, b.candidate));
  return scored.slice(0, 3).map((entry) => entry.candidate);
}

function isPrefix(a: string, b: string): boolean {
  return a.length >= 3 && b.length >= 3 && (a.startsWith(b) || b.startsWith(a));
}

/** `a`, `a or b`, `a, b or c`. */
export function listWithOr(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listWithAnd(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

/** The text in at most 40 signs, with an ellipsis for what is left off. */
export function shortened(text: string): string {
  if (text.length <= 40) return text;
  return `${text.slice(0, 39).replace(/[\ud800-\udbff]$/, "")}…`;
}
