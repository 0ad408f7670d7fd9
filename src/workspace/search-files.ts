import {decodeLeniently} from "../notes/decode-bytes.ts";
import type {FilePlace} from "../notes/files.ts";
import type {Source} from "./source.ts";

/** A file in which something was found, and all that stands in it. */
export interface FileWith {
  place: FilePlace;
  text: string;
}

export interface SearchedFiles {
  found: FileWith[];
  /** Files that could not be looked into, and why. */
  unread: {file: string; reason: string}[];
}

/**
 * Reads these files one after the other and keeps those whose text passes. Files that reports must leave out
 * are text too: what is wrong in their front matter does not hide them here.
 */
export function searchFiles(
  source: Pick<Source, "read">,
  places: readonly FilePlace[],
  passes: (text: string, place: FilePlace) => boolean,
  progress: (read: number, of: number) => void = () => undefined,
): SearchedFiles {
  const result: SearchedFiles = {found: [], unread: []};
  places.forEach((place, index) => {
    progress(index, places.length);
    const bytes = source.read(place.file);
    if (!(bytes instanceof Uint8Array)) {
      result.unread.push({file: place.file, reason: bytes.message});
      return;
    }
    const text = decodeLeniently(bytes);
    if (passes(text, place)) result.found.push({place, text});
  });
  return result;
}
