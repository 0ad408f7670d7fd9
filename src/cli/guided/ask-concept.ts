import type {Concept} from "../../notes/collection.ts";
import {listOf} from "../command.ts";
import {talksWith, type Talk, type ToldCustomer} from "./talk.ts";

const none = "";
const several = "several ...";

/** About which concept? Marked is what the last talk with them was about, else your own last one. */
export async function askConcepts(customer: ToldCustomer, talk: Talk): Promise<string[]> {
  const concepts = open(talk.collection.concepts);
  if (listOf(talk.flags, "concept").length > 0 || concepts.length === 0) return [];
  const last = talksWith(customer.id, talk).at(-1)?.concepts ?? [];
  const usual = [...last, ...ownLast(talk)].find((id) => concepts.some((one) => one.id === id));
  const only = concepts.length === 1 ? concepts[0]?.id : undefined;
  const picked = await talk.memory.once<string>("concepts", (before) =>
    talk.prompter.select<string>({
      message: "About which concept?",
      choices: [
        ...concepts.map(({id, name}) => ({value: id, label: name})),
        {value: none, label: "None of them"},
        ...(concepts.length > 1 ? [{value: several, label: "More than one ..."}] : []),
      ],
      marked: before ?? usual ?? only ?? none,
    }),
  );
  if (picked !== several) return picked === none ? [] : [picked];
  return await talk.memory.once<string[]>("concepts/several", (before) =>
    talk.prompter.checkbox<string>({
      message: "Which ones?",
      choices: concepts.map(({id, name}) => ({value: id, label: name})),
      ticked: before ?? last,
    }),
  );
}

/** What the last talk of whoever is asked was about. */
function ownLast({collection, me, today}: Talk): string[] {
  const own = collection.conversations.filter(
    ({team, observers, status, date}) =>
      me !== null && [...team, ...observers].includes(me) && status === "held" && date <= today,
  );
  return own.findLast(({concepts}) => concepts.length > 0)?.concepts ?? [];
}

/** Concepts that one still talks about: what was given up is not offered. */
function open(concepts: Concept[]): Concept[] {
  return concepts.filter(({status}) => status !== "killed");
}
