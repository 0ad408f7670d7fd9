import {address} from "../escape-markdown.ts";
import {html, type Markup} from "./markup.ts";

/** Text of notes as content: web addresses become links, and a very long word may be broken. */
export function wordsHtml(text: string): Markup {
  const parts: Markup[] = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    parts.push(plainWords(text.slice(from, match.index)), webLink(match[0]));
    from = match.index + match[0].length;
  }
  return html`${parts}${plainWords(text.slice(from))}`;
}

/**
 * A table would grow with its longest word; one that no column has room for is broken where it must be. A day
 * is not: browsers would end a line behind one of its hyphens.
 */
export function plainWords(text: string): Markup {
  const parts = text.split(/(\S{25,})/);
  return html`${parts.map((part, index) => (index % 2 === 1 && isLong(part) ? html`<span class="long">${part}</span>` : daysWhole(part)))}`;
}

/** Between letters a line ends behind a hyphen by itself. */
function isLong(word: string): boolean {
  return word.split(/(?<=\p{L})-(?=\p{L})/u).some((piece) => piece.length >= 25);
}

const day = /(?<![\w-])((?:[A-Z][a-z]{2} )?\d{4}-\d\d-\d\d)(?![\w-])/;

function daysWhole(text: string): Markup {
  const parts = text.split(day);
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<span class="day">${part}</span>` : part))}`;
}

function webLink(url: string): Markup {
  return html`<a href="${url}" rel="noopener noreferrer">${plainWords(url)}</a>`;
}
