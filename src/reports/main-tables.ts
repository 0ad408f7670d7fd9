import type {AssumptionRegister} from "./assumption-register.ts";
import type {CustomerRegister} from "./customers.ts";
import type {GateTalk} from "./gate/gate-data.ts";
import type {GatesDueData} from "./gate/gate-due.ts";
import type {ListedConversation} from "./list.ts";
import {type MainTable, mainTable} from "./main-table.ts";
import type {BelievedRow} from "./marks.ts";
import type {SearchData} from "./search.ts";
import type {StepsData} from "./steps.ts";

/*
 * Ages are left out: a table says nowhere for which day it is true, and the days that they are counted from
 * stand in it.
 */

/** One row an assumption, in short: what the overview says of each. */
export function believedTable(rows: readonly BelievedRow[]): MainTable {
  return mainTable(["id", "statement", "importance", "status", "label", "against", "for"], rows);
}

/** One row an assumption, without its evidence and its history. */
export function assumptionsTable({assumptions}: AssumptionRegister): MainTable {
  return mainTable(
    [
      ...(["id", "statement", "state", "type", "importance", "concepts", "segments"] as const),
      ...(["owner", "wrong", "test", "threshold", "created", "due", "reset"] as const),
      ...(["retired", "reason", "believers", "doubters", "status", "label"] as const),
      ...(["validUntil", "override.status", "override.on", "override.by"] as const),
      ...(["override.reason", "belief", "strength", "pointsFor", "pointsAgainst"] as const),
      ...(["customers", "customersFor", "customersAgainst", "witnessesFor"] as const),
      ...(["witnessesAgainst", "against", "for", "blockers", "missing"] as const),
      ...(["missingSegments", "flags", "newestEvidence"] as const),
    ],
    assumptions,
  );
}

/** One row a customer: when they were last spoken with, and by whom. */
export function customersTable({customers}: CustomerRegister): MainTable {
  return mainTable(
    [
      ...(["id", "name", "segment", "stage", "relationship", "lastSpoke.date"] as const),
      ...(["lastSpoke.type", "lastSpoke.conversation", "by", "cadence", "daysLate"] as const),
      ...(["contactsKnown", "conversations"] as const),
    ],
    customers,
  );
}

/** One row a conversation, held or not. */
export function conversationsTable(rows: readonly ListedConversation[]): MainTable {
  return mainTable(
    [
      ...(["conversation", "also", "date", "customer", "type", "team", "observers"] as const),
      ...(["contacts", "concepts", "file", "status", "meaningful", "why"] as const),
      ...(["override.to", "override.reason"] as const),
    ],
    rows,
  );
}

/** One row a talk about a concept since the gate before, whether it counts or not. */
export function gateTalksTable(rows: readonly GateTalk[]): MainTable {
  return mainTable(
    [
      ...(["conversation", "also", "date", "customer", "segment", "type", "team"] as const),
      ...(["observers", "contacts", "concepts", "status", "advocate", "selling"] as const),
      ...(["secondhand", "meaningful", "why", "learning"] as const),
    ],
    rows,
  );
}

/** One row a gate that is due. */
export function gatesDueTable({gates}: GatesDueData): MainTable {
  return mainTable(["concept", "gate", "name", "date", "ready", "failed"], gates);
}

/** One row a next step. */
export function stepsTable({steps}: StepsData): MainTable {
  return mainTable(
    [
      ...(["conversation", "n", "what", "who", "due", "overdueDays", "done", "doneOn"] as const),
      ...(["customer", "file"] as const),
    ],
    steps,
  );
}

/** One row a line that was found. */
export function matchesTable({matches}: Pick<SearchData, "matches">): MainTable {
  return mainTable(["kind", "id", "file", "line", "text"], matches);
}
