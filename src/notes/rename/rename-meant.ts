import {foldName} from "../../core/text.ts";

/** A thing that has another id, and another file, from now on. */
export interface Renaming {
  kind: "customer" | "assumption";
  /** What refers to it and is to be changed, folded: an old id; where two become one, its names too. */
  names: ReadonlySet<string>;
  from: {id: string; file: string};
  to: {id: string; file: string};
  /** Whether nothing of another kind has the old id, so that a bare `[[id]]` in a text can mean nothing else. */
  alone: boolean;
}

/** Whether an id, a name or an alias, as a file writes it, is one that is to be changed. */
export function isMeant(name: string, {names}: Renaming): boolean {
  return names.has(foldName(name));
}
