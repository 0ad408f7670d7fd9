import {foldId} from "../../core/identity.ts";
import type {Assumption, Collection} from "../../notes/collection.ts";
import type {NoteContent} from "../../notes/write-note.ts";
import {assumptionKind, knownAssumptions} from "../known.ts";
import {findNamed, nearestNamed} from "../names.ts";
import type {Remarks} from "./log-values.ts";

/** An assumption that no file declares is written as typed: the line counts, and `check --strict` names it. */
export function resolveEvidence(
  content: NoteContent,
  collection: Collection,
  remarks: Remarks,
): NoteContent["lines"]["evidence"] {
  const declared = collection.assumptions.filter((assumption) => assumption.file !== null);
  const known = knownAssumptions({...collection, assumptions: declared});
  return content.lines.evidence.map((line) => {
    const id = findNamed(line.assumption, known, assumptionKind);
    if (id === null)
      remarks.warnings.push(
        undeclared(
          line.assumption,
          nearestNamed(line.assumption, known).map((thing) => thing.id),
          declared,
        ),
      );
    return {...line, assumption: id ?? line.assumption};
  });
}

function undeclared(id: string, near: string[], declared: Assumption[]): string {
  const nearest = near.filter((name) => foldId(name) !== foldId(id));
  const meant =
    nearest.length > 0
      ? ` Nearest: ${nearest.join(", ")}.`
      : declared.length === 0
        ? " No assumption is declared yet."
        : "";
  return `No file declares the assumption "${id}"; the line is written as typed and counts.${meant}`;
}
