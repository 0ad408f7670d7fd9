/** Letters that no normal form takes apart, and signs that are typed in more than one way. */
const others = new Map([
  ..."‘’‚‛′´".split("").map((sign) => [sign, "'"] as const),
  ..."“”„‟″«»".split("").map((sign) => [sign, '"'] as const),
  ..."‐‑‒–—―−".split("").map((sign) => [sign, "-"] as const),
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["ø", "o"],
  ["đ", "d"],
  ["ð", "d"],
  ["ħ", "h"],
  ["ł", "l"],
  ["ŧ", "t"],
  ["þ", "th"],
  ["ı", "i"],
  ["ς", "σ"],
]);
const otherSigns = /[‘’‚‛′´“”„‟″«»‐‑‒–—―−ßæœøđðħłŧþıς]/g;

/** Accents of Latin, Greek and Cyrillic letters, and signs that nobody sees. */
const marks = /[\u0300-\u036f]|[\u00ad\u200b-\u200d\u2060\ufeff]|[\ufe0e\ufe0f]/g;

/** What is folded alone: a letter with its marks, or a syllable typed as its parts, and what nobody sees in it. */
const segments =
  /[\u1100-\u11ff](?:[\u1100-\u11ff]|[\u00ad\u200b-\u200d\u2060\ufeff]|\p{M})*|\P{M}(?:\p{M}|[\u00ad\u200b-\u200d\u2060\ufeff])*|\p{M}+/gu;

/**
 * What is left of a text when nobody minds case, accents, width and typographic signs: `Über` and `uber`,
 * `Straße` and `STRASSE`, `ＳＳＯ` and `sso` are one. Marks that make another letter of one (が, й apart)
 * stay where the script needs them. For finding, never for names: those are told apart by less.
 */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  return isAscii(lower) ? lower : lower.replace(/[^\x00-\x7f]+/g, foldRun);
}

/** A folded text, and where each of its UTF-16 units came from. */
export interface Folded {
  text: string;
  /** Where in the original a part of the folded text stands: `[from, to)`, whole letters. */
  rangeOf: (from: number, to: number) => [from: number, to: number];
}

/** As foldText, for finding the place in the original again. */
export function foldWithPlaces(text: string): Folded {
  if (isAscii(text)) return {text: text.toLowerCase(), rangeOf: (from, to) => [from, to]};
  const starts: number[] = [];
  let folded = "";
  for (const {0: segment, index} of text.matchAll(segments)) {
    const part = foldText(segment);
    for (let unit = 0; unit < part.length; unit++) starts.push(index);
    folded += part;
  }
  const endOf = (to: number): number => {
    const last = starts[to - 1] ?? 0;
    while (starts[to] === last) to++;
    return starts[to] ?? text.length;
  };
  return {text: folded, rangeOf: (from, to) => [starts[from] ?? 0, endOf(to)]};
}

function foldRun(run: string): string {
  if (run.length > 2) return foldSigns(run);
  const known = short.get(run);
  if (known !== undefined) return known;
  const folded = foldSigns(run);
  // A few dozen short runs (a dash, an umlaut) make up nearly all; a hostile text must not fill the memory.
  if (short.size < 2000) short.set(run, folded);
  return folded;
}

const short = new Map<string, string>();

/** The other signs first, because the normal form makes a space of some, and last, because it makes some. */
function foldSigns(run: string): string {
  const plain = replaceOthers(run).normalize("NFKD").toLowerCase().replace(marks, "");
  return replaceOthers(plain).normalize("NFC");
}

function replaceOthers(text: string): string {
  return text.replace(otherSigns, (sign) => others.get(sign) ?? sign);
}

function isAscii(text: string): boolean {
  return !/[^\x00-\x7f]/.test(text);
}
