import {flattenSpace} from "../../core/text.ts";
import type {Member} from "../../notes/config.ts";
import {listOf} from "../command.ts";
import type {Choice} from "../prompts/prompter.ts";
import {refuseText, talksWith, type Talk, type ToldCustomer} from "./talk.ts";

/** Who was there: of them as id or text, of us as handles. */
export interface Present {
  contacts: string[];
  team: string[];
}

/** Members of ours that are listed at once; the others stand behind "somebody else". */
const mostMembers = 8;
const somebodyNew = "them/ new";
const somebodyElse = "us/ else";

/** Who was there? Theirs and ours in one list; you are ticked. */
export async function askPresent(customer: ToldCustomer, talk: Talk): Promise<Present> {
  const asksThem = listOf(talk.flags, "contact").length === 0;
  const asksUs = listOf(talk.flags, "team").length === 0 && talk.flags["secondhand"] !== true;
  if (!asksThem && !asksUs) return {contacts: [], team: []};
  const key = `present/${customer.id}`;
  const members = membersFor(talk);
  const choices = [
    ...(asksThem ? [{heading: "them"}, ...theirs(customer, talk)] : []),
    ...(asksUs ? [{heading: "us"}, ...ours(members, talk)] : []),
  ];
  for (;;) {
    const ticked = await talk.memory.once<string[]>(key, (before) =>
      talk.prompter.checkbox<string>({
        message: "Who was there?",
        choices,
        ticked: before ?? (talk.me === null || !asksUs ? [] : [`us/${talk.me}`]),
      }),
    );
    const present = {
      contacts: [...idsOf(ticked, "them/"), ...(await askNew(key, ticked, talk))],
      team: [...idsOf(ticked, "us/"), ...(await askElse(key, ticked, members, talk))],
    };
    if (!asksUs || present.team.length > 0) return present;
    talk.memory.reopen(key);
    await talk.prompter.say(
      "  Somebody of us was there. (Heard from others?  pm-talk log --secondhand)",
    );
  }
}

function idsOf(ticked: string[], prefix: string): string[] {
  return ticked
    .filter((value) => value.startsWith(prefix) && value !== somebodyNew && value !== somebodyElse)
    .map((value) => value.slice(prefix.length));
}

function theirs(customer: ToldCustomer, talk: Talk): Choice<string>[] {
  const declared = talk.collection.customers.find((one) => one.id === customer.id);
  const people = (declared?.people ?? []).filter(({left}) => left === null || left > talk.today);
  const known = new Set(people.map(({id}) => id));
  const gone = new Set((declared?.people ?? []).map(({id}) => id).filter((id) => !known.has(id)));
  const met = talksWith(customer.id, talk)
    .reverse()
    .flatMap(({contacts}) => contacts)
    .filter((contact) => !known.has(contact) && !gone.has(contact));
  return [
    ...people.map(({id, name, title}) => ({
      value: `them/${id}`,
      label: title === null ? name : `${name}, ${title}`,
    })),
    ...[...new Set(met)].slice(0, 6).map((contact) => ({value: `them/${contact}`, label: contact})),
    {value: somebodyNew, label: "somebody new"},
  ];
}

/** You first, then those who took part last, then the order of pm-talk.yml. */
function membersFor(talk: Talk): Member[] {
  const here = talk.config.team.filter(({left}) => left === null || left > talk.today);
  const recent = talk.collection.conversations
    .slice(-40)
    .reverse()
    .flatMap(({team, observers}) => [...team, ...observers]);
  const rank = ({handle}: Member): number => {
    if (handle === talk.me) return -1;
    const at = recent.indexOf(handle);
    return at < 0 ? recent.length : at;
  };
  return here
    .map((member, at) => ({member, at}))
    .sort((a, b) => rank(a.member) - rank(b.member) || a.at - b.at)
    .map(({member}) => member);
}

function ours(members: Member[], talk: Talk): Choice<string>[] {
  const shown = members.slice(0, mostMembers).map((member) => ({
    value: `us/${member.handle}`,
    label: member.handle === talk.me ? "you" : nameOf(member),
  }));
  const more = members.length > mostMembers ? [{value: somebodyElse, label: "somebody else"}] : [];
  return [...shown, ...more];
}

function nameOf({name, handle}: Member): string {
  return name ?? handle;
}

async function askNew(key: string, ticked: string[], talk: Talk): Promise<string[]> {
  if (!ticked.includes(somebodyNew)) return [];
  const message =
    talk.config.privacy === "roles"
      ? "What is their role? (several: with ; between)"
      : "Who? Name, role (several: with ; between)";
  const typed = await talk.memory.once<string>(`${key}/new`, (before) =>
    talk.prompter.text({message, initial: before ?? "", refuse: refuseText}),
  );
  return typed
    .split(";")
    .map(flattenSpace)
    .filter((one) => one !== "");
}

async function askElse(
  key: string,
  ticked: string[],
  members: Member[],
  talk: Talk,
): Promise<string[]> {
  if (!ticked.includes(somebodyElse)) return [];
  return await talk.memory.once<string[]>(`${key}/else`, (before) =>
    talk.prompter.checkbox<string>({
      message: "Who else of us?",
      choices: members
        .slice(mostMembers)
        .map((member) => ({value: member.handle, label: nameOf(member)})),
      ticked: before ?? [],
    }),
  );
}
