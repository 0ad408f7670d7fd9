import {formatDay} from "../../core/calendar.ts";
import {shortId} from "../../core/identity.ts";
import type {Conversation} from "../../notes/collection.ts";
import {valueOf} from "../command.ts";
import {timeOfDay} from "./words.ts";
import type {Talk, ToldCustomer} from "./talk.ts";

/** Whether this is a second account of a talk that somebody wrote up already, and else when it began. */
export interface Same {
  addTo: Conversation | null;
  time: string | null;
}

/** Two notes of one customer and day are one talk unless their times say otherwise; so one has to ask. */
export async function askSame(customer: ToldCustomer, date: string, talk: Talk): Promise<Same> {
  const none = {addTo: null, time: null};
  if (talk.addTo !== null) return {addTo: talk.addTo, time: null};
  if (customer.isNew) return none;
  if (valueOf(talk.flags, "time") !== null) return none;
  const others = talk.collection.conversations.filter(
    (one) => one.customer === customer.id && one.date === date && one.status === "held",
  );
  if (others.length === 0) return none;
  const picked = await talk.memory.once<string>(`same/${customer.id}/${date}`, (before) =>
    talk.prompter.select<string>({
      message: `Is it the talk with ${customer.name} on ${formatDay(date)} that is written up already?`,
      choices: [
        ...others.map((one) => ({
          value: one.id,
          label: `Yes, a second account of it`,
          note: by(one, talk),
        })),
        {value: "", label: "No, another talk on that day"},
      ],
      marked: before ?? others[0]?.id ?? "",
    }),
  );
  const addTo = others.find((one) => one.id === picked) ?? null;
  return addTo === null ? {addTo, time: await askTime(talk)} : {addTo, time: null};
}

function by(one: Conversation, talk: Talk): string {
  const who = one.team.map((handle) => (handle === talk.me ? "you" : handle)).join(" and ");
  return [who, one.time, shortId(one.id)].filter((part) => part !== null && part !== "").join(", ");
}

/** Only two different times make two talks of one day, so one is needed; about when it began will do. */
async function askTime(talk: Talk): Promise<string | null> {
  const typed = await talk.memory.once<string>("time", (before) =>
    talk.prompter.text({
      message: "When did it begin? (14:30)",
      initial: before ?? "",
      refuse: (text) =>
        timeOfDay(text) !== null
          ? null
          : text.trim() === ""
            ? "Two talks of one day are told apart by their times; about when was it?"
            : "A time looks like 14:30.",
    }),
  );
  return timeOfDay(typed);
}
