import {foldId, shortId} from "../../core/identity.ts";
import type {LineSection} from "../../notes/body.ts";
import type {Collection} from "../../notes/collection.ts";
import type {LinkTo} from "../../notes/lines/write-line.ts";
import {relativePath} from "../../notes/write-note.ts";

/** To which files the ids in the lines of a file are linked, so that its reader can follow them. */
export function linksFrom(
  file: string,
  {conversations, assumptions}: Collection,
): (section: LineSection) => LinkTo | null {
  const link = (to: string | null | undefined, text: string): ReturnType<LinkTo> =>
    to === null || to === undefined ? null : {text, path: relativePath(file, to)};
  return (section) => {
    if (section === "because") {
      const files = new Map(
        conversations.flatMap(({id, also, files: own}) =>
          [id, ...also].map((note, at) => [foldId(note), own[at]] as const),
        ),
      );
      return (id) => link(files.get(foldId(id)), shortId(id));
    }
    if (section !== "claims") return null;
    return (id) => link(assumptions.find((one) => one.id === id)?.file, id);
  };
}
