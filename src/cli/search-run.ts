import {dayOf} from "../analysis/search-day.ts";
import {holds, type Query, wordsIn} from "../analysis/search.ts";
import type {CalendarDate} from "../core/calendar.ts";
import {nearest} from "../core/text.ts";
import type {FilePlace} from "../notes/files.ts";
import type {Kind} from "../notes/vocabulary.ts";
import {compareFound} from "../reports/search.ts";
import {searchFiles} from "../workspace/search-files.ts";
import type {Progress} from "./progress.ts";
import type {SearchScope} from "./search-scope.ts";

export interface Searched {
  /** Newest first; `day` as the file's text says it. */
  found: {place: FilePlace; day: CalendarDate | null}[];
  searched: number;
  unread: {file: string; reason: string}[];
  /** Words that are almost what was looked for, where nothing was found. */
  near: string[];
}

/** Goes through the files of these kinds; all kinds where none is named. */
export function runSearch(
  scope: SearchScope,
  query: Query,
  kinds: readonly Kind[],
  progress: Progress,
): Searched {
  const places = scope.places.filter(({kind}) => kinds.length === 0 || kinds.includes(kind));
  const look = (text: string, place: FilePlace): Searched["found"][number] | null => {
    if (!holds(text, query)) return null;
    const hasDay = place.kind === "conversation" || place.kind === "decision";
    const day = hasDay ? dayOf(text, place.id) : null;
    return scope.isPast && (day ?? "") > scope.asOf ? null : {place, day};
  };
  const {found, unread} = searchFiles(scope.source, places, look, progress.step);
  progress.done();
  found.sort(compareFound);
  const near = found.length > 0 ? [] : nearWords(scope, places, query);
  return {found, searched: places.length, unread, near};
}

/** Most words that are remembered for a guess, and most files that are read again for it: it is a help. */
const mostWords = 200_000;
const mostFiles = 1000;

/** Words of the files that are near to those that none of them has. */
function nearWords(scope: SearchScope, places: FilePlace[], {terms}: Query): string[] {
  const missing = new Set(terms.filter((term) => /^[\p{L}\p{N}]{3,40}$/u.test(term)));
  const words = new Set<string>();
  searchFiles(scope.source, places.slice(-mostFiles), (text) => {
    for (const word of wordsIn(text))
      if (word.length >= 3 && words.size < mostWords) words.add(word);
    return null;
  });
  for (const word of words) {
    for (const term of missing) if (word.includes(term)) missing.delete(term);
  }
  return [...missing].flatMap((term) => nearest(term, words).slice(0, 1));
}
