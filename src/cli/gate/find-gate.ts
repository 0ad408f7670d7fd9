import {
  type ConceptGate,
  decidedOn,
  defaultGate,
  gateOf,
  isDecided,
  nextGate,
} from "../../analysis/gates.ts";
import {formatDay} from "../../core/calendar.ts";
import {PmTalkError} from "../../core/errors.ts";
import type {GateLine} from "../../notes/body.ts";
import type {Collection, Concept} from "../../notes/collection.ts";
import {quote} from "../../workspace/shell-words.ts";
import {valueOf, type Input} from "../command.ts";
import {conceptKind, knownConcepts} from "../known.ts";
import {refuseLeftOut} from "../left-out.ts";
import {findNamed, type Named, nearestNamed, unknownName} from "../names.ts";
import type {Opened} from "../open.ts";

/**
 * The gate that a command line means: of the concept named, else of the one whose next gate is nearest,
 * overdue ones first; `--gate`, else the next one, else the last decided one. Throws a usage error for a
 * concept or gate that is unknown and for a concept without gates.
 */
export function findGate(input: Input, opened: Opened): ConceptGate {
  const named = input.args[0];
  const id = valueOf(input.flags, "gate");
  const {concepts} = opened.workspace.collection;
  if (named !== undefined) return gateIn(findConcept(named, opened), id, opened);
  if (id !== null) return gateOfAny(id, opened);
  const found = defaultGate(concepts, opened.asOf);
  if (found === null) throw noGateYet(opened.workspace.collection);
  return found;
}

/** The concept that a name means. Throws a usage error for one that no file declares. */
export function findConcept(typed: string, {workspace}: Opened): Concept {
  const {collection} = workspace;
  const things = knownConcepts(collection);
  const id = findNamed(typed, things, conceptKind);
  const concept = collection.concepts.find((one) => one.id === id);
  if (concept !== undefined) return concept;
  refuseLeftOut("concept", id ?? typed, collection);
  if (id === null) throw unknownName(typed, things, conceptKind);
  throw noGates(
    `Only notes name the concept ${id}; no file declares it, and it has no gates.`,
    `concept add --name ${quote(id)}`,
  );
}

function gateIn(concept: Concept, id: string | null, {asOf}: Opened): ConceptGate {
  if (concept.gates.length === 0)
    throw noGates(`${concept.name} has no gates.`, commandFor(concept));
  const gate = id === null ? defaultOf(concept, asOf) : gateOf(concept, id, asOf);
  if (gate !== null) return {concept, gate};
  throw unknownGate(id ?? "", `${concept.name} has no`, concept.gates);
}

function defaultOf(concept: Concept, asOf: string): GateLine | null {
  return nextGate(concept, asOf) ?? defaultGate([concept], asOf)?.gate ?? null;
}

/** Without a concept an id means the gate of the only concept that has it, else the nearest of several. */
function gateOfAny(id: string, {workspace, asOf}: Opened): ConceptGate {
  const {concepts} = workspace.collection;
  const found = concepts
    .map((concept) => ({
      ...concept,
      gates: [gateOf(concept, id, asOf)].flatMap((one) => one ?? []),
    }))
    .filter(({gates}) => gates.length > 0);
  const best = defaultGate(found, asOf);
  if (best === null)
    throw unknownGate(
      id,
      "No concept has a",
      concepts.flatMap(({gates}) => gates),
    );
  const concept = concepts.find((one) => one.id === best.concept.id) ?? best.concept;
  return {concept, gate: best.gate};
}

function unknownGate(typed: string, who: string, gates: readonly GateLine[]): PmTalkError {
  const things: Named[] = gates.map(({id, name}) => ({id, names: name === "" ? [] : [name]}));
  const near = [...new Set(nearestNamed(typed, things).map(({id}) => id))];
  const meant = near.length === 0 ? "" : ` Did you mean ${near.join(" or ")}?`;
  const lines = gates.map(({id, name, date}) => `${id} ${name}, ${formatDay(date)}`);
  const hint = lines.length === 0 ? null : `There are: ${lines.slice(0, 12).join("; ")}`;
  return new PmTalkError("usage", `${who} gate "${typed}".${meant}`, hint);
}

/** The command that gives a concept a gate, for one with a file or for the first one there is. */
function commandFor(concept: Concept | undefined): string {
  return concept === undefined
    ? 'concept add --name "Fast setup"'
    : `concept edit ${quote(concept.id)}`;
}

/** A concept that cannot be read may well have a gate. */
function noGateYet({concepts, leftOut}: Collection): PmTalkError {
  const unread = leftOut.find(({kind}) => kind === "concept");
  if (unread === undefined) return noGates("No concept has a gate yet.", commandFor(concepts[0]));
  return new PmTalkError(
    "usage",
    `No concept that can be read has a gate; ${unread.file} cannot be.`,
    `pm-talk check ${quote(unread.file)}`,
  );
}

function noGates(message: string, command: string): PmTalkError {
  return new PmTalkError("usage", message, `pm-talk ${command} --gate 'G1 Build (in 4 weeks)'`);
}

/**
 * The workspace as of the day that a gate is looked at: --as-of where it is given, else, for a gate that was
 * decided, the day on which it was.
 */
export function openedFor({gate}: ConceptGate, input: Input, opened: Opened): Opened {
  if (input.global.asOf !== null || !isDecided(gate, opened.asOf)) return opened;
  return {...opened, asOf: decidedOn(gate)};
}
