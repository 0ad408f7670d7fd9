import {collectionAsOf} from "../analysis/as-of.ts";
import type {CalendarDate} from "../core/calendar.ts";
import {compareText} from "../core/text.ts";
import type {Collection, Conversation, Decision} from "../notes/collection.ts";
import {type MainTable, mainTable} from "./main-table.ts";
import type {ReportRequest} from "./request.ts";

/** The decisions as a register, the newest first. */
export interface DecisionRegister {
  decisions: DecisionRow[];
}

export interface DecisionRow {
  id: string;
  file: string;
  /** Null where the file states none that can be read. */
  date: CalendarDate | null;
  title: string | null;
  type: Decision["type"];
  status: Decision["status"];
  concept: string | null;
  gate: string | null;
  assumptions: string[];
  change: string | null;
  challenge: string | null;
  by: string[];
  replaces: string | null;
  /** The decisions that take it back, proposed ones left out. */
  replacedBy: string[];
  because: {
    conversation: string;
    customer: string | null;
    date: CalendarDate | null;
    what: string | null;
  }[];
  told: {customer: string; date: CalendarDate}[];
  /** Customers of the cited talks who do not know yet. */
  notTold: string[];
}

/** Builds the register; filters choose the concept and the days. */
export function decisionsReport(request: ReportRequest): DecisionRegister {
  const {concept, since, until} = request.filters;
  const then = collectionAsOf(request.collection, request.asOf);
  const chosen = then.decisions.filter(
    (one) =>
      (concept.length === 0 || concept.includes(one.concept ?? "")) &&
      (since === null || (one.date ?? "") >= since) &&
      (until === null || (one.date ?? until) <= until),
  );
  return {decisions: decisionRows(chosen, then)};
}

/** The rows of some decisions, the newest first; `then` is what existed on the day. */
export function decisionRows(decisions: readonly Decision[], then: Collection): DecisionRow[] {
  const talks = talksByNote(then);
  const newest = decisions.toSorted(
    (a, b) => compareText(b.date ?? "", a.date ?? "") || compareText(b.id, a.id),
  );
  return newest.map((one) => {
    const {id, file, date, title, type, status, concept, gate, assumptions} = one;
    const {change, challenge, by, replaces} = one;
    return {
      ...{id, file, date, title, type, status, concept, gate, assumptions},
      ...{change, challenge, by, replaces, replacedBy: takenBackBy(id, then)},
      ...groundsOf(one, talks),
    };
  });
}

/** The conversations of a collection by the ids of their notes. */
export function talksByNote({conversations}: Collection): Map<string, Conversation> {
  return new Map(
    conversations.flatMap((talk) => [talk.id, ...talk.also].map((note) => [note, talk])),
  );
}

/** Which talks a decision rests on, who was told of it, and who of those heard does not know yet. */
export function groundsOf(
  decision: Decision,
  talks: ReadonlyMap<string, Conversation>,
): Pick<DecisionRow, "because" | "told" | "notTold"> {
  const because = decision.because.map(({conversation, what}) => {
    const talk = talks.get(conversation);
    return {conversation, customer: talk?.customer ?? null, date: talk?.date ?? null, what};
  });
  const told = decision.told.map(({customer, date}) => ({customer, date}));
  const know = new Set(told.map(({customer}) => customer));
  const heard = new Set(because.flatMap(({customer}) => customer ?? []));
  return {because, told, notTold: [...heard].filter((customer) => !know.has(customer))};
}

/** One row a decision, for a spreadsheet: of talks the ids, of those who know the customers. */
export function decisionCells({decisions}: DecisionRegister): MainTable {
  const rows = decisions.map((one) => ({
    ...one,
    because: one.because.map(({conversation}) => conversation),
    told: one.told.map(({customer}) => customer),
  }));
  return mainTable(
    [
      ...(["id", "date", "title", "type", "status", "concept", "gate", "assumptions"] as const),
      ...(["change", "challenge", "by", "replaces", "replacedBy", "because", "told"] as const),
      ...(["notTold", "file"] as const),
    ],
    rows,
  );
}

function takenBackBy(id: string, {decisions}: Collection): string[] {
  return decisions
    .filter(({replaces, status}) => replaces === id && status !== "proposed")
    .map((one) => one.id);
}
