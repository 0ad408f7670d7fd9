import {findOddQuote} from "../lines/read-line-quote.ts";
import type {Scanned} from "../lines/line-scan.ts";
import {note, type Piece, placeIn, type Reading} from "./read-body-state.ts";
import {readLine} from "../lines/read-line.ts";
import {conversationTypes} from "../vocabulary.ts";

const evidenceLike = /^\s*(?:\[[ xX]\]\s+)?(\*\*|__)?(?:for|against|mixed)(?![\p{L}\p{N}])/iu;

/** Whether a text begins as a line of evidence does: For, Against or Mixed. */
export function beginsAsEvidence(line: Scanned): boolean {
  return evidenceLike.test(line.source);
}

/** Whether a text is a line of evidence, or one with a slip in it. "For us it is fine" is none. */
function isEvidence(line: Scanned): boolean {
  const match = evidenceLike.exec(line.source);
  if (match === null || !line.mask.includes("(")) return false;
  return match[1] !== undefined || "row" in readLine("evidence", line);
}

/** Warns of a line of evidence that stands where it does not count. */
export function warnOfEvidence(reading: Reading, piece: Piece): void {
  if (!isEvidence(piece.scanned)) return;
  const length = piece.scanned.source.trimEnd().length;
  note(reading, "evidence-misplaced", {...placeIn(reading, piece, 0), length});
}

/** Warns of words that look like a quote, in a text from `start` on in which none was found. */
export function warnOfQuote(reading: Reading, piece: Piece, start: number): void {
  const at = findOddQuote(piece.scanned, start);
  if (at !== null) note(reading, "quote-marks", {...placeIn(reading, piece, at), length: 1});
}

const link = String.raw`\[[^[\]]{1,200}\]\([^()\s]{1,500}\.md\)`;
const plain = String.raw`[^.!?:;"()[\]]{1,80}`;
const sentence = new RegExp(
  `^([\\p{L}\\p{N} -]{1,40}) with (${link}|${plain}?)(?: about (?:${link}|${plain}?)(?:(?:, | and )(?:${link}|${plain}?)){0,20})?\\.?$`,
  "u",
);
const typeWords = new Set(Object.keys(conversationTypes).map((type) => type.replaceAll("-", " ")));

/**
 * Whether a paragraph is the sentence that `log` writes under the front matter: `Sales call with
 * [Gantry](../../customers/gantry.md) about [Fast setup](../../concepts/fast-setup.md)`. Names without a
 * file stand there plain; then the type must be a known one, for else it could be anybody's prose.
 */
export function isNoteSentence(text: string): boolean {
  if (text.length > 4000) return false;
  const match = sentence.exec(text);
  if (match === null) return false;
  return (match[2] ?? "").startsWith("[") || typeWords.has((match[1] ?? "").toLowerCase());
}
