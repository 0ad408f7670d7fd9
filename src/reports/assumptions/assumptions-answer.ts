import {count} from "../../core/text.ts";
import type {AssumptionStatus} from "../../notes/vocabulary.ts";
import type {AssumptionData, AssumptionsData} from "./assumptions-data.ts";
import type {AssumptionsView} from "./assumptions-view.ts";
import type {Spans} from "../document.ts";
import {shortLabel} from "../wording.ts";

/** What is settled against us first, what nobody asked last: the order in which counts are read out. */
const order: readonly AssumptionStatus[] = [
  "contested",
  "invalidated",
  "leaning-invalid",
  "inconclusive",
  "leaning-valid",
  "validated",
  "stale",
  "untested",
];

/** The first lines: how many beliefs are where, what to test first, what is most said against. */
export function answerLines(data: AssumptionsData, view: AssumptionsView): Spans[] {
  if (data.assumptions.length === 0) return nothingListed(view);
  const current = data.assumptions.filter((one) => one.retired === null);
  const counts = countLine(current, data.assumptions.length - current.length);
  if (data.assumptions.length === 1) return [counts];
  return [counts, ...testFirst(data, view), ...mostSaidAgainst(current, view)];
}

function nothingListed(view: AssumptionsView): Spans[] {
  if (view.filtered) return ["None of the assumptions is about that."];
  const add: Spans = ["What must be true for this to work?  ", {role: "command", text: addCommand}];
  return ["No assumptions yet.", add];
}

const addCommand = "pm-talk assumption add";

function countLine(current: readonly AssumptionData[], retired: number): string {
  const byLabel = new Map<string, number>();
  for (const status of order) {
    for (const one of current.filter((candidate) => candidate.status === status)) {
      const label = one.state === "unreadable" ? one.label : shortLabel(one.status, one.strength);
      byLabel.set(label, (byLabel.get(label) ?? 0) + 1);
    }
  }
  const parts = [...byLabel].map(([label, n]) =>
    current.length === 1 ? label : `${String(n)} ${label}`,
  );
  const split = parts.length === 0 ? "" : `: ${parts.join(", ")}`;
  const gone = retired === 0 ? "" : `; ${String(retired)} retired`;
  return `${count(current.length, "belief")}${split}${gone}.`;
}

function testFirst(data: AssumptionsData, view: AssumptionsView): Spans[] {
  const [first] = data.leapsOfFaith;
  const one = first === undefined ? undefined : view.byId(first);
  if (one === undefined) return [];
  const why = one.importance === null ? [] : [one.importance];
  return [["Test first: ", view.assumption(one), ` (${[...why, whatIsHeard(one)].join(", ")}).`]];
}

function whatIsHeard(one: AssumptionData): string {
  if (one.status === "stale") return "all that was heard is out of date";
  if (one.customers > 0) return `${count(one.customers, "customer")} so far`;
  if (one.status !== "untested") return "only second-hand so far";
  return one.evidence.length === 0 ? "nobody asked yet" : "nothing but praise so far";
}

/** Most points against; of two alike the one with less for it, then the id that sorts first. */
function mostSaidAgainst(current: readonly AssumptionData[], view: AssumptionsView): Spans[] {
  let most: AssumptionData | null = null;
  for (const one of current) {
    if (one.pointsAgainst === 0) continue;
    if (most === null || isMoreAgainst(one, most)) most = one;
  }
  if (most === null) return [];
  const who = `${count(most.customersAgainst, "customer")}, ${String(most.customersFor)} for`;
  return [["Most said against: ", view.assumption(most), ` (${who}).`]];
}

function isMoreAgainst(one: AssumptionData, other: AssumptionData): boolean {
  if (one.pointsAgainst !== other.pointsAgainst) return one.pointsAgainst > other.pointsAgainst;
  if (one.pointsFor !== other.pointsFor) return one.pointsFor < other.pointsFor;
  return one.id < other.id;
}
