import {namesOf} from "../../reports/names.ts";
import {conversationTypes} from "../../notes/vocabulary.ts";
import {valueOf} from "../command.ts";
import {typeOf} from "../log/log-when.ts";
import {talksWith, type Talk, type ToldCustomer} from "./talk.ts";

/** The types that are offered at once; the others stand behind "Something else". */
const usual = ["interview", "sales-call", "demo", "check-in"];
const somethingElse = "something else ...";

/** What was it? Marked is what it was last time with them. */
export async function askType(
  customer: ToldCustomer,
  addToType: string | null,
  talk: Talk,
): Promise<string> {
  const given = valueOf(talk.flags, "type");
  if (given !== null) {
    return typeOf(talk.flags, customer.id, {
      collection: talk.collection,
      root: "",
      cwd: "",
      today: talk.today,
      addTo: null,
    });
  }
  if (addToType !== null) return addToType;
  const last = talksWith(customer.id, talk).at(-1)?.type ?? "interview";
  const first = usual.includes(last) ? usual : [last, ...usual];
  const picked = await talk.memory.once<string>("type", (before) =>
    talk.prompter.select<string>({
      message: "What was it?",
      choices: [
        ...first.map((type) => ({value: type, label: typeLabel(type, talk)})),
        {value: somethingElse, label: "Something else ..."},
      ],
      marked: before !== undefined && [...first, somethingElse].includes(before) ? before : last,
    }),
  );
  if (picked !== somethingElse) return picked;
  const all = [...Object.keys(conversationTypes), ...Object.keys(talk.config.types)];
  const others = all.filter((type) => !first.includes(type));
  return await talk.memory.once<string>("type/else", (before) =>
    talk.prompter.select<string>({
      message: "What then?",
      choices: others.map((type) => ({value: type, label: typeLabel(type, talk)})),
      ...(before === undefined ? {} : {marked: before}),
    }),
  );
}

/** `Sales call` */
function typeLabel(type: string, talk: Talk): string {
  const words = namesOf(talk.collection).type(type);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
