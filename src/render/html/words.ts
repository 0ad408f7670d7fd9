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

/** A table would grow with its longest word; one that no column has room for is broken where it must be. */
export function plainWords(text: string): Markup {
  const parts = text.split(/([^\s]{25,})/);
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<span class="long">${part}</span>` : part))}`;
}

function webLink(url: string): Markup {
  return html`<a href="${url}" rel="noopener noreferrer">${plainWords(url)}</a>`;
}
