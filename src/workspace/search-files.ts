import {decodeLeniently, isUtf16} from "../notes/decode-bytes.ts";
import type {FilePlace} from "../notes/files.ts";
import type {Source} from "./source.ts";

export interface SearchedFiles<T> {
  found: T[];
  /** Files that could not be looked into, and why. */
  unread: {file: string; reason: string}[];
}

/**
 * Reads these files one after the other and collects what `look` makes of them, where it is not null. Files
 * that reports must leave out are text too: what is wrong in their front matter does not hide them here.
 * No text is kept: that of thousands of files would cost more time than reading the few again that are shown.
 */
export function searchFiles<T>(
  source: Pick<Source, "read">,
  places: readonly FilePlace[],
  look: (text: string, place: FilePlace) => T | null,
  progress: (read: number, of: number) => void = () => undefined,
): SearchedFiles<T> {
  const result: SearchedFiles<T> = {found: [], unread: []};
  places.forEach((place, index) => {
    progress(index, places.length);
    const text = textOf(source, place);
    if (typeof text !== "string") {
      result.unread.push({file: place.file, reason: text.unread});
      return;
    }
    const found = look(text, place);
    if (found !== null) result.found.push(found);
  });
  return result;
}

/** The text of a file for looking into it, or why there is none. */
export function textOf(source: Pick<Source, "read">, {file}: FilePlace): string | {unread: string} {
  const bytes = source.read(file);
  if (!(bytes instanceof Uint8Array)) return {unread: bytes.message};
  return isUtf16(bytes) ? {unread: "the file is UTF-16, not UTF-8"} : decodeLeniently(bytes);
}
