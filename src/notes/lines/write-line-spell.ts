import type {LineSection} from "../body.ts";
import {forms} from "./line-forms.ts";
import {scanLine} from "./line-scan.ts";
import {findThemes} from "./read-line-quote.ts";
import {escapeStart, escapeValue, type Signs} from "./write-line-escape.ts";
import {type LinkTo, writeReferences} from "./write-line-link.ts";
import type {Pieces} from "./write-line-parts.ts";

/** What is escaped besides the least, in TEXT, REST and WHO. */
interface Care {
  text: Signs;
  rest: Signs;
  who: Signs;
  /** Which of the ways to write an id. */
  reference: number;
  /** Whether all hashtags stand at the end, and those inside the text are plain text. */
  themesLast: boolean;
}

/** From the least escaping to the most, part by part. */
const texts: readonly Signs[] = [
  null,
  /[()（）]/,
  /[:：]/,
  /[()（）:：]/,
  /[,，]/,
  /[()（）:：,，"“”„«»「」`[\]*_#—–-]/,
];
const rests: readonly Signs[] = [
  null,
  /[()（）]/,
  /#/,
  /["“„«「]/,
  /[—–-]/,
  /[()（）"“”„«»「」#`[\]—–-]/,
];
const whos: readonly Signs[] = [null, /["“”„«»「」#`[\]—–-]/];
const everything: Pick<Care, "text" | "rest" | "who"> = {text: "all", rest: "all", who: "all"};

/** All combinations, so that what needs no backslash in one part gets none for the sake of another. */
const cares: readonly Pick<Care, "text" | "rest" | "who">[] = [
  ...texts
    .flatMap((text, i) =>
      rests.flatMap((rest, j) => whos.map((who, k) => ({text, rest, who, effort: i + j + k}))),
    )
    .sort((a, b) => a.effort - b.effort),
  everything,
];

const shortCares = [...cares.slice(0, 1), everything];

/** A text this long is tried in two ways only: each try reads it all. */
const longText = 4000;

/** Every way to write a line, the plainest first. */
export function* spellings(
  section: LineSection,
  pieces: Pieces,
  link: LinkTo | null,
): Generator<string> {
  const ways =
    pieces.references === null
      ? 1
      : Math.max(...pieces.references.ids.map((id) => writeReferences(id, link).length));
  for (const themesLast of pieces.themes.length > 0 ? [false, true] : [false]) {
    for (let reference = 0; reference < ways; reference++) {
      for (const care of isLong(pieces) ? shortCares : cares) {
        yield spell(section, pieces, link, {...care, reference, themesLast});
      }
    }
  }
}

function isLong({text, rest, who}: Pieces): boolean {
  return [...text, rest ?? "", who ?? ""].some((part) => part.length > longText);
}

function spell(section: LineSection, pieces: Pieces, link: LinkTo | null, care: Care): string {
  const parts: string[] = [];
  if (pieces.checkbox !== null) parts.push(pieces.checkbox ? "[x]" : "[ ]");
  if (pieces.label !== null) parts.push(`**${escapeValue(pieces.label, labelSigns(care))}**`);
  const text = spellText(pieces, link, care);
  if (text !== "") parts.push(parts.length === 0 ? escapeStart(text) : text);
  const words = pieces.words.filter((word) => word !== null);
  const who = words.map((word) => spellWord(word, care));
  if (who.length > 0) parts.push(`(${who.join(", ")})`);
  const rest = spellRest(pieces, link, care);
  const hasRest = forms[section].rest && rest !== "";
  return hasRest ? `${parts.join(" ")}: ${rest}` : parts.join(" ");
}

/** Asterisks would end a label, and a colon at its end is no part of it. */
function labelSigns(care: Care): Signs {
  return care.text === "all" ? "all" : /[*:：]/;
}

function spellText(pieces: Pieces, link: LinkTo | null, care: Care): string {
  if (pieces.references?.in === "text") return spellIds(pieces.references.ids, pieces, link, care);
  return pieces.text
    .map((text, index) =>
      // The first comma parts name and title.
      index === 0 && pieces.text.length > 1 && care.text === null && /[,，]/.test(text)
        ? escapeValue(text, /[,，]/)
        : escapeValue(text, care.text),
    )
    .join(", ");
}

function spellIds(ids: string[], pieces: Pieces, link: LinkTo | null, care: Care): string {
  const linked = pieces.references?.linked === true ? link : null;
  return ids
    .map((id) => {
      const ways = writeReferences(id, linked);
      return ways[Math.min(care.reference, ways.length - 1)] ?? id;
    })
    .join(", ");
}

function spellWord(word: string, care: Care): string {
  if (/^[\w -]*$/.test(word) && !/^\d+[-]\d/.test(word)) return word;
  return care.who === "all" && !/^(done |left |[a-z-]+ )?\d{4}-\d\d-\d\d$/.test(word)
    ? escapeValue(word, "all")
    : escapeValue(word, care.who === null ? null : /[(),:：，（）`[\]]/);
}

function spellRest(pieces: Pieces, link: LinkTo | null, care: Care): string {
  if (pieces.references?.in === "rest") return spellIds(pieces.references.ids, pieces, link, care);
  const parts: string[] = [];
  if (pieces.rest !== null) {
    const text = escapeValue(pieces.rest, care.themesLast ? hashed(care.rest) : care.rest);
    parts.push(pieces.quoted ? `"${text}"` : text);
  }
  if (pieces.who !== null) parts.push(`— ${escapeValue(pieces.who, care.who)}`);
  const written = scanLine(parts.join(" "));
  const inside = new Set(findThemes(written, 0));
  const missing = pieces.themes.filter((theme) => !inside.has(theme));
  return [...parts, ...missing.map((theme) => `#${theme}`)].join(" ");
}

function hashed(signs: Signs): Signs {
  return signs === "all" ? "all" : new RegExp(`#${signs === null ? "" : `|${signs.source}`}`);
}
