import {collectionAsOf} from "../analysis/as-of.ts";
import {assumptionsOf, isAbout, nextGate} from "../analysis/gates.ts";
import {isSpoken, latest} from "../analysis/spoken.ts";
import {type CalendarDate, daysBetween} from "../core/calendar.ts";
import {foldId} from "../core/identity.ts";
import {compareText} from "../core/text.ts";
import type {Collection, Concept} from "../notes/collection.ts";
import {type MainTable, mainTable} from "./main-table.ts";
import {type Ref, refOf} from "./ref.ts";
import type {ReportRequest} from "./request.ts";

/** The concepts as a register, the nearest gate first. */
export interface ConceptRegister {
  concepts: ConceptRow[];
}

export interface ConceptRow {
  id: string;
  /** Null where only other files name it. */
  file: string | null;
  name: string;
  summary: string | null;
  owner: string | null;
  status: Concept["status"];
  segments: string[];
  /** The one that is next to be decided; negative days are overdue. */
  nextGate: {id: string; name: string; date: CalendarDate; inDays: number} | null;
  /** Its own criteria, those that are off among them. */
  criteria: number;
  assumptions: number;
  decisions: number;
  /** Talks in which we spoke about it. */
  conversations: number;
  lastSpoke: Ref | null;
}

/** Builds the register: what files declare, then what others only name. */
export function conceptsReport(request: ReportRequest): ConceptRegister {
  const then = collectionAsOf(request.collection, request.asOf);
  const declared = then.concepts.map((concept) => conceptRow(concept.id, then, request.asOf));
  const named = namedOnly(then).map((id) => conceptRow(id, then, request.asOf));
  return {concepts: [...declared.toSorted(byGate), ...named]};
}

/** What the register says of one concept; `then` is what existed on the day. */
export function conceptRow(id: string, then: Collection, asOf: CalendarDate): ConceptRow {
  const concept = then.concepts.find((one) => one.id === id);
  const own = assumptionsOf(id, then, asOf);
  const talks = then.conversations.filter((one) => isSpoken(one) && isAbout(one, id, own));
  const last = latest(talks);
  const gate = concept === undefined ? null : nextGate(concept, asOf);
  return {
    id,
    file: concept?.file ?? null,
    name: concept?.name ?? id,
    summary: concept?.summary ?? null,
    owner: concept?.owner ?? null,
    status: concept?.status ?? null,
    segments: concept?.segments ?? [],
    nextGate:
      gate === null
        ? null
        : {id: gate.id, name: gate.name, date: gate.date, inDays: daysBetween(asOf, gate.date)},
    criteria: concept?.criteria.length ?? 0,
    assumptions: own.size,
    decisions: then.decisions.filter((one) => one.concept === id).length,
    conversations: talks.length,
    lastSpoke: last === null ? null : refOf(last, asOf),
  };
}

/** One row a concept, for a spreadsheet. */
export function conceptCells({concepts}: ConceptRegister): MainTable {
  return mainTable(
    [
      ...(["id", "name", "summary", "owner", "status", "segments", "nextGate.id"] as const),
      ...(["nextGate.name", "nextGate.date", "criteria", "assumptions", "decisions"] as const),
      ...(["conversations", "lastSpoke.date", "lastSpoke.conversation", "file"] as const),
    ],
    concepts,
  );
}

function byGate(a: ConceptRow, b: ConceptRow): number {
  const day = ({nextGate: gate}: ConceptRow): string => gate?.date ?? "9999-99-99";
  return compareText(day(a), day(b)) || compareText(a.name, b.name) || compareText(a.id, b.id);
}

/** Concepts that talks, assumptions and decisions name and no file declares, by id. */
function namedOnly({concepts, conversations, assumptions, decisions}: Collection): string[] {
  const seen = new Set(concepts.map(({id}) => foldId(id)));
  const used = [
    ...[...conversations, ...assumptions].flatMap((one) => one.concepts),
    ...decisions.flatMap(({concept}) => concept ?? []),
  ];
  return used.toSorted(compareText).filter((id) => !seen.has(foldId(id)) && seen.add(foldId(id)));
}
