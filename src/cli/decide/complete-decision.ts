import type {CalendarDate} from "../../core/calendar.ts";
import {listWithAnd} from "../../core/text.ts";
import {foldId, shortId} from "../../core/identity.ts";
import type {Collection, Concept} from "../../notes/collection.ts";
import type {DecisionFields} from "../../notes/decision.ts";
import {newDecisionId} from "../../workspace/slug.ts";
import type {Context} from "../context.ts";
import {refuseToCome} from "../flags/past-day.ts";
import type {Remarks} from "../log/log-values.ts";
import type {Opened} from "../open.ts";
import type {NewRegister} from "../register/add-register.ts";
import {planSuperseded} from "./supersede.ts";

const proposed = "Not decided yet?  add --status proposed";

/** A decision with its id, its gate as the concept spells it, and the decision that it takes back. */
export async function completeDecision(
  register: NewRegister,
  remarks: Remarks,
  opened: Opened,
  context: Context,
): Promise<NewRegister> {
  const fields = register.fields as unknown as DecisionFields;
  const {collection} = opened.workspace;
  const date = fields.date ?? opened.today;
  // What is only proposed may be for a day to come.
  if (fields.status !== "proposed") refuseToCome(date, opened.today, "What was decided", proposed);
  const id = register.id ?? freshId(date, fields.title ?? register.title, opened, context);
  return {
    ...register,
    id,
    fields: {...fields, date, gate: gateIn(fields, collection, remarks)},
    alongside: await planSuperseded(id, fields, opened, remarks),
    next: notTold(id, register, collection),
  };
}

function freshId(date: CalendarDate, title: string, {workspace}: Opened, context: Context): string {
  const taken = new Set(
    workspace.results.flatMap(({place}) => (place.kind === "decision" ? [foldId(place.id)] : [])),
  );
  for (;;) {
    const id = newDecisionId({date, title}, context.random);
    if (!taken.has(foldId(id))) return id;
  }
}

function gateIn(
  {gate, concept}: DecisionFields,
  {concepts}: Collection,
  {warnings}: Remarks,
): string | null {
  if (gate === null || gate === undefined) return null;
  const of = concepts.find(({id}) => id === concept);
  const found = of?.gates.find(({id}) => foldId(id) === foldId(gate));
  if (found !== undefined) return found.id;
  warnings.push(`${whyNoGate(gate, of)} It is written as typed.`);
  return gate;
}

function whyNoGate(gate: string, concept: Concept | undefined): string {
  if (concept === undefined)
    return `"${gate}" is a gate of no concept: --concept ID says of which.`;
  const {name, gates} = concept;
  const has = gates.length === 0 ? "none" : listWithAnd(gates.map(({id}) => id));
  return `${name} has no gate "${gate}"; it has ${has}.`;
}

/** Customers like to hear what became of what they said: those who were heard and do not know yet. */
function notTold(id: string, {lines}: NewRegister, collection: Collection): string[] {
  const customerOf = new Map(
    collection.conversations.flatMap((one) =>
      [one.id, ...one.also].map((note) => [note, one.customer] as const),
    ),
  );
  const know = new Set((lines.told ?? []).map(({customer}) => customer));
  const heard = (lines.because ?? []).flatMap((row) => customerOf.get(row.conversation) ?? []);
  const missing = [...new Set(heard)].filter((customer) => !know.has(customer));
  const [first] = missing;
  if (first === undefined) return [];
  const names = missing.map((one) => collection.customers.find(({id: own}) => own === one)?.name);
  return [
    `Not told yet: ${listWithAnd(names.map((name, at) => name ?? missing[at] ?? ""))}. When they know:`,
    `  pm-talk decision told ${shortId(id)} ${first}`,
  ];
}
