import type {CalendarDate} from "../../core/calendar.ts";
import {flattenSpace} from "../../core/text.ts";
import {latest} from "../../analysis/spoken.ts";
import {listOf} from "../command.ts";
import {echoDate} from "../flags/spoken-dates.ts";
import {refuseText, talksWith, type Talk, type Told, type ToldCustomer} from "./talk.ts";
import {readWhoAndWhen} from "./words.ts";

/** What did you ask them for? Asking is half of selling, and a no teaches more than praise. */
export async function askOffer(talk: Talk): Promise<Told["ask"]> {
  if (listOf(talk.flags, "ask").length > 0) return null;
  const what = await line("ask", "What did you ask them for? (Enter: nothing)", talk);
  if (what === "") return null;
  const currency = await choose("ask/currency", "That is their", talk, [
    ["time", "time"],
    ["reputation", "name"],
    ["money", "money"],
  ]);
  const answer = await choose("ask/answer", "They said", talk, [
    ["given", "yes"],
    ["declined", "no"],
    ["deferred", "not yet"],
  ]);
  const because = answer === "given" ? "" : await line("ask/because", "Because?", talk);
  return {what, currency, answer, because};
}

/** What did you promise them, and does it exist: a promise of something that does not is remembered. */
export async function askPromise(talk: Talk): Promise<Told["promise"]> {
  if (listOf(talk.flags, "promise").length > 0) return null;
  const what = await line("promise", "What did you promise them? (Enter: nothing)", talk);
  if (what === "") return null;
  const exists = await choose("promise/exists", "Does it exist?", talk, [
    ["today", "today"],
    ["roadmap", "on the roadmap"],
    ["none", "no"],
  ]);
  return {what, exists};
}

/** The next step, who does it and by when: in words, kept as a handle and a day. */
export async function askStep(talk: Talk): Promise<Told["step"]> {
  if (listOf(talk.flags, "step").length > 0) return null;
  const what = await line("step", "Next step? (Enter: none)", talk);
  if (what === "") return null;
  const read = (typed: string) => readWhoAndWhen(typed, talk);
  const {who, due} = await talk.memory.once<{who: string; due: CalendarDate | null}>(
    "step/who",
    async (before) => {
      const typed = await talk.prompter.text({
        message: "Who, by when? (me, friday)",
        initial: before === undefined ? "" : [before.who, before.due].filter(Boolean).join(", "),
        refuse: (text) => {
          const found = read(text);
          return "wrong" in found ? found.wrong : null;
        },
      });
      const found = read(typed);
      if (!("wrong" in found) && found.due !== null && !typed.includes(found.due))
        await talk.prompter.say(`  ${echoDate(found.due, talk.today)}`);
      return "wrong" in found ? {who: talk.me ?? "them", due: null} : found;
    },
  );
  return {what, who, due};
}

/** May we quote them? Asked once, after the first talk with that person. */
export async function askConsent(
  told: {customer: ToldCustomer; contacts: string[]},
  talk: Talk,
): Promise<string[] | null> {
  const first = firstTime(told, talk);
  if (listOf(talk.flags, "consent").length > 0 || first.length === 0) return null;
  const names = first.map((contact) => contactName(contact, told.customer, talk)).join(" and ");
  const answer = await choose("consent", `May we quote ${names}?`, talk, [
    ["", "I did not ask"],
    ["internal", "Inside the company"],
    ["external", "Outside too"],
    ["none", "No"],
  ]);
  if (answer === "") return null;
  return answer === "external" ? ["internal", "external"] : [answer];
}

/** Those of them whom no earlier talk names. */
function firstTime(told: {customer: ToldCustomer; contacts: string[]}, talk: Talk): string[] {
  const met = new Set(talksWith(told.customer.id, talk).flatMap(({contacts}) => contacts));
  return told.contacts.filter((contact) => !met.has(contact));
}

/** How a contact is called on a screen. */
export function contactName(contact: string, customer: ToldCustomer, talk: Talk): string {
  const people = talk.collection.customers.find(({id}) => id === customer.id)?.people ?? [];
  return people.find(({id}) => id === contact)?.name ?? contact;
}

/** A warm customer knows others: an introduction is asked for, and who it was to is kept. */
export async function askIntroduction(customer: ToldCustomer, talk: Talk): Promise<string | null> {
  if (listOf(talk.flags, "introduction").length > 0) return null;
  const how = relationshipOf(customer, talk);
  if (how !== "warm" && how !== "advocate") return null;
  const who = await line(
    "introduction",
    "Did you ask for an introduction? To whom? (Enter: no)",
    talk,
  );
  return who === "" ? null : who;
}

/** How it stood with them before this talk: the customer's file says so, else the last talk that does. */
export function relationshipOf(customer: ToldCustomer, talk: Talk): string | null {
  const declared = talk.collection.customers.find(({id}) => id === customer.id);
  const said = latest(talksWith(customer.id, talk).filter((one) => one.relationship !== null));
  return declared?.relationship ?? said?.relationship ?? null;
}

/** The pitch they heard, when nothing else is said: the one of the last talk with them, else our last one. */
export function pitchBefore(customer: ToldCustomer, talk: Talk): string | null {
  const pitched = talk.collection.conversations.filter(
    (one) => one.pitch !== null && one.status === "held" && one.date <= talk.today,
  );
  const withThem = latest(pitched.filter((one) => one.customer === customer.id));
  return (withThem ?? latest(pitched))?.pitch ?? null;
}

async function line(key: string, message: string, talk: Talk): Promise<string> {
  const typed = await talk.memory.once<string>(key, (before) =>
    talk.prompter.text({message, initial: before ?? "", refuse: refuseText}),
  );
  return flattenSpace(typed);
}

async function choose(
  key: string,
  message: string,
  talk: Talk,
  choices: [string, string][],
): Promise<string> {
  return await talk.memory.once<string>(key, (before) =>
    talk.prompter.select<string>({
      message,
      choices: choices.map(([value, label]) => ({value, label})),
      ...(before === undefined ? {} : {marked: before}),
    }),
  );
}
