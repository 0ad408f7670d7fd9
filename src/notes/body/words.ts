/** Counting stops here: no rule asks whether a body has more words. */
export const mostWords = 1000;

const script =
  "\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}";
const letter = "[\\p{L}\\p{N}]";
/** A letter or digit of a script that puts no space between words, with its marks. */
const dense = `(?=${letter})[${script}]\\p{M}*`;
const loose = `(?![${script}])${letter}\\p{M}*`;
const runs = new RegExp(`((?:${dense})+)|(?:${loose})+(?:['’](?:${loose})+)*`, "gu");

/**
 * Words of a text: a word is a run of letters, marks, digits and inner apostrophes; a run of n characters
 * of a script without spaces between words (Han, Kana, Thai, Lao, Khmer, Myanmar) is n/2 words, rounded
 * down, at least one. Counting stops at `limit`.
 */
export function countWords(text: string, limit = mostWords): number {
  const simple = countSimple(text, limit);
  return simple >= 0 ? simple : countAny(text, limit);
}

/**
 * -1 as soon as a sign is neither ASCII, an accented Latin letter nor a dash or quotation mark: most notes
 * hold no other, and a pattern over all letters takes several times as long.
 */
function countSimple(text: string, limit: number): number {
  let words = 0;
  let inside = false;
  for (let at = 0; at < text.length && words < limit; at++) {
    const unit = text.charCodeAt(at);
    if (isLetter(unit)) {
      if (!inside) words++;
      inside = true;
    } else {
      if (unit > 127 && !isMark(unit)) return -1;
      inside = inside && (unit === 0x27 || unit === 0x2019) && isLetter(text.charCodeAt(at + 1));
    }
  }
  return words;
}

function isLetter(unit: number): boolean {
  if (unit > 127) return unit >= 0xc0 && unit <= 0x17f && unit !== 0xd7 && unit !== 0xf7;
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57);
}

/** Dashes, quotation marks and the like; a no-break space. */
function isMark(unit: number): boolean {
  return (unit >= 0x2010 && unit <= 0x2027) || unit === 0xa0 || unit === 0xab || unit === 0xbb;
}

function countAny(text: string, limit: number): number {
  let words = 0;
  for (const match of text.matchAll(runs)) {
    words += match[1] === undefined ? 1 : Math.max(1, Math.floor(characters(match[1]) / 2));
    if (words >= limit) return limit;
  }
  return words;
}

/** Characters without the marks on them. */
function characters(run: string): number {
  return Array.from(run.replace(/\p{M}/gu, "")).length;
}
