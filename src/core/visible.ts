/**
 * What a terminal obeys or does not show: control characters (but for tab and line feed), line
 * separators, bidi marks, zero-width and filler characters, invisible tags, lone surrogates, and
 * selectors of a variant beyond the first, which can carry hidden text.
 */
export const unseen =
  /(?![\t\n])\p{Cc}|\p{Cs}|[\u2028\u2029\ufff9-\ufffb]|(?!\p{VS})\p{DI}|(?<=\p{VS})\p{VS}/gu;

/** Sequences in which a joiner or tags belong: joined emoji, flags of regions, scripts that shape with joiners. */
const joined =
  /\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{1,8}\u{e007f}|\p{Extended_Pictographic}[\ufe0f\p{EMod}]{0,2}(?:\u200d\p{Extended_Pictographic}[\ufe0f\p{EMod}]{0,2})+|(?<=[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{M}])[\u200c\u200d](?=[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}])/gu;

/**
 * The text with everything a terminal would obey or hide turned into a visible escape (`\x1b`, `\u202e`),
 * so that no note can move the cursor, set a title, reorder a line or hide in it. Tabs and line feeds
 * stay, as do combining marks and the joiners of emoji and of scripts that need them.
 */
export function visible(text: string): string {
  // Nearly all text is plain; asking costs less than replacing.
  if (text.search(unseen) === -1) return text;
  let result = "";
  let from = 0;
  for (const match of text.matchAll(joined)) {
    result += escapeUnseen(text.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return result + escapeUnseen(text.slice(from));
}

/** One line of visible text: line breaks and tabs become a space. */
export function visibleLine(text: string): string {
  return visible(text.replace(/\r\n|[\t\n\u2028\u2029]/g, " "));
}

function escapeUnseen(text: string): string {
  return text.replace(unseen, escapeCharacter);
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, "0")}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, "0")}` : `\\u{${hex}}`;
}
