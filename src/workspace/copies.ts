import {createHash} from "node:crypto";
import {posix} from "node:path";
import type {Fault} from "../core/diagnostics.ts";
import {compareText} from "../core/text.ts";
import type {FilePlace} from "../notes/files.ts";
import {fileFault} from "./file-codes.ts";

/** What sync programs and file managers call a second copy of a file. */
const copyName =
  / \(\d+\)$|(?:^|[\s(_.-])(?:conflicted copy|conflict|copy|copie|kopie)(?:$|[\s)_.-])/i;

/**
 * Finds files that only repeat another one of the same folder, byte for byte, under a copy-like name.
 * Only folders with such a name in them are looked at closer.
 */
export class CopyFinder {
  readonly #suspects: ReadonlySet<string>;
  readonly #alike = new Map<string, FilePlace[]>();

  constructor(places: readonly FilePlace[]) {
    const copies = places.filter((place) => copyName.test(place.id));
    this.#suspects = new Set(copies.map((place) => posix.dirname(place.file)));
  }

  /** Whether the content of this file is of interest. */
  wants(place: FilePlace): boolean {
    return this.#suspects.size > 0 && this.#suspects.has(posix.dirname(place.file));
  }

  /** Takes note of a file's content. */
  add(place: FilePlace, bytes: Uint8Array): void {
    if (!this.wants(place)) return;
    const folder = posix.dirname(place.file);
    const key = `${folder}\0${createHash("sha256").update(bytes).digest("hex")}`;
    const alike = this.#alike.get(key);
    if (alike === undefined) this.#alike.set(key, [place]);
    else alike.push(place);
  }

  /** The copies, by file, each with the fault that names its original. */
  copies(): Map<string, Fault> {
    const faults = new Map<string, Fault>();
    for (const alike of this.#alike.values()) {
      if (alike.length < 2) continue;
      const [original, ...others] = alike.sort(originalFirst);
      for (const other of others) {
        if (copyName.test(other.id)) faults.set(other.file, copyFault(original?.file ?? ""));
      }
    }
    return faults;
  }
}

/** The original has no copy-like name, or else the shortest. */
function originalFirst(a: FilePlace, b: FilePlace): number {
  const suspicion = Number(copyName.test(a.id)) - Number(copyName.test(b.id));
  return suspicion || a.file.length - b.file.length || compareText(a.file, b.file);
}

function copyFault(original: string): Fault {
  const message = `this is a copy of ${posix.basename(original)}, equal to the last byte`;
  return fileFault(
    "file-copy",
    message,
    "Delete it, or change what is said in it if it is another one.",
  );
}
