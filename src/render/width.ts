import stringWidth from "fast-string-width";

/**
 * What a terminal draws as one: a base with its marks, an emoji with its joiners, a flag, a Hangul
 * syllable in parts. `Intl.Segmenter` would differ between versions of Node.
 */
const clusterPattern =
  /[\u{1f1e6}-\u{1f1ff}]{2}|[\u1100-\u115e]+[\u1161-\u11a7]*[\u11a8-\u11ff]*|.[\p{M}\p{EMod}\u200c\u{e0020}-\u{e007f}]*(?:\u200d(?:.[\p{M}\p{EMod}\u{e0020}-\u{e007f}]*)?)*/gsu;

const printableAscii = /^[\x20-\x7e]*$/;

/** Columns that the text takes on a terminal: 2 for wide characters and emoji, 0 for marks. */
export function widthOf(text: string): number {
  if (text.length === 1) {
    // Long words are measured sign by sign: the usual letters need no look-up.
    const code = text.charCodeAt(0);
    if (code >= 0x20 && code <= 0x7e) return 1;
    if (code >= 0x4e00 && code <= 0x9fff) return 2;
  }
  if (printableAscii.test(text)) return text.length;
  // Decomposed Hangul would be counted by its parts.
  return stringWidth(text.normalize("NFC"));
}

/** The text cut where a line may be broken inside a word; none of the parts can be halved. */
export function clustersOf(text: string): string[] {
  return text.match(clusterPattern) ?? [];
}
