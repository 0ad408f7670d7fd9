import type {InlineOptions} from "./inline.ts";

/** What blocks have to know of the page above them. */
export interface PageState extends InlineOptions {
  /** A name that no other element of the page has. */
  nextId: (word: string) => string;
  /** The heading above, as plain text: what a table below it is about. */
  subject: string;
  /** Level of the heading above; the title of the page has the first. */
  level: number;
  /** What is added to a heading's level, since the title has the first. */
  offset: number;
}

/** The state of a page on which nothing is drawn yet; `offset` is added to the level of its headings. */
export function newPage(options: InlineOptions, title: string, offset: number): PageState {
  let last = 0;
  const nextId = (word: string): string => `${word}-${String(++last)}`;
  return {...options, nextId, subject: title, level: 1, offset};
}
