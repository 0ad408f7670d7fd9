import type {Collection} from "../../notes/collection.ts";
import type {NoteContent} from "../../notes/write-note.ts";
import {knownMembers, memberKind} from "../known.ts";
import {findNamed, nearestNamed} from "../names.ts";
import type {Remarks} from "./log-values.ts";

type Steps = NoteContent["lines"]["steps"];

/** Steps with handles of ours where a name or `me` was typed; an unknown one is written as typed, with a warning. */
export async function resolveSteps(
  steps: Steps,
  collection: Collection,
  me: () => Promise<string>,
  remarks: Remarks,
): Promise<Steps> {
  const known = knownMembers(collection);
  const whoOf = async (typed: string): Promise<string> => {
    const word = typed.toLowerCase();
    if (word === "them") return word;
    if (word === "me") return await me();
    const found = findNamed(typed, known, memberKind);
    if (found !== null) return found;
    const near = nearestNamed(typed, known).map((member) => member.id);
    remarks.warnings.push(
      `Nobody in pm-talk.yml is "${typed}"; the next step is written as typed.${near.length === 0 ? "" : ` Nearest: ${near.join(", ")}.`}`,
    );
    return typed;
  };
  return await Promise.all(steps.map(async (step) => ({...step, who: await whoOf(step.who)})));
}
