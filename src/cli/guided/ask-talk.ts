import type {CalendarDate} from "../../core/calendar.ts";
import {valueOf, listOf} from "../command.ts";
import {dateOf as dateByFlags, statusOf} from "../log/log-when.ts";
import {askConcepts} from "./ask-concept.ts";
import {askCustomer} from "./ask-customer.ts";
import {askEvidence} from "./ask-evidence.ts";
import {askLists} from "./ask-lists.ts";
import {askPresent} from "./ask-present.ts";
import {
  askConsent,
  askIntroduction,
  askOffer,
  askPromise,
  askStep,
  pitchBefore,
} from "./ask-rest.ts";
import {askSame} from "./ask-same.ts";
import {isSellingType} from "../log/save-log.ts";
import {askType} from "./ask-type.ts";
import type {Talk, Told} from "./talk.ts";

/**
 * The questions after a call, in their order; what is remembered or was given by a flag is not asked again.
 * Selling is research: a sales call is asked what drew them in and what was asked of them.
 */
export async function askTalk(talk: Talk): Promise<Told> {
  talk.memory.restart();
  const customer = await askCustomer(talk);
  const date = dateOf(talk);
  const same = await askSame(customer, date, talk);
  const type = await askType(customer, same.addTo?.type ?? null, talk);
  const selling = isSellingType(type, talk.config);
  const present = await askPresent(customer, talk);
  const concepts = await askConcepts(customer, talk);
  const items = await askLists(selling, false, talk);
  const contacts = [...new Set([...listOf(talk.flags, "contact"), ...present.contacts])];
  const evidence = await askEvidence({concepts, contacts, items}, talk);
  // What was answered before the type was changed stays: nothing typed is lost.
  const wasAsked = (key: string): boolean => talk.memory.known(key) !== undefined;
  const ask = selling || wasAsked("ask") ? await askOffer(talk) : null;
  const promise = selling || wasAsked("promise") ? await askPromise(talk) : null;
  const step = await askStep(talk);
  const consent = await askConsent({customer, contacts}, talk);
  const introduction = await askIntroduction(customer, talk);
  return {
    ...{customer, addTo: same.addTo?.id ?? null, date, time: same.time, type, selling},
    ...{contacts: present.contacts, team: present.team, concepts, items, evidence},
    ...{ask, promise, step, consent, introduction},
    ...changeable(customer, selling, talk),
  };
}

/** The short way: customer, what they said, for which of these, next step. */
export async function askQuick(talk: Talk): Promise<Told> {
  talk.memory.restart();
  const customer = await askCustomer(talk);
  const date = dateOf(talk);
  const same = await askSame(customer, date, talk);
  const last = talk.collection.conversations.findLast((one) => one.customer === customer.id);
  const type = same.addTo?.type ?? valueOf(talk.flags, "type") ?? last?.type ?? "interview";
  const selling = isSellingType(type, talk.config);
  const items = await askLists(selling, true, talk);
  const evidence = await askEvidence({concepts: [], contacts: [], items}, talk);
  const step = await askStep(talk);
  return {
    ...{customer, addTo: same.addTo?.id ?? null, date, time: same.time, type, selling},
    ...{contacts: [], team: [], concepts: [], items, evidence},
    ...{ask: null, promise: null, step, consent: null, introduction: null},
    ...changeable(customer, selling, talk),
  };
}

/**
 * The day that --date or the last screen says, else the day on which the note was begun. Throws the usage
 * error for a --date that is none, or is still to come.
 */
export function dateOf({memory, flags, today, collection, addTo}: Talk): CalendarDate {
  const changed = memory.known<CalendarDate>("date");
  if (changed !== undefined) return changed;
  const before = {collection, root: "", cwd: "", today, addTo};
  return dateByFlags(flags, statusOf(flags), before, {notices: [], warnings: []});
}

/** What is asked for on the last screen only. */
function changeable(
  customer: Told["customer"],
  selling: boolean,
  talk: Talk,
): Pick<Told, "pitch" | "relationship" | "observers" | "duration"> {
  const known = (key: string): string | null => talk.memory.known<string>(key) ?? null;
  const usual =
    selling && valueOf(talk.flags, "pitch") === null ? pitchBefore(customer, talk) : null;
  return {
    pitch: known("pitch") ?? usual,
    relationship: known("relationship"),
    observers: talk.memory.known<string[]>("observers") ?? [],
    duration: known("duration"),
  };
}
