import {formatDay} from "../../core/calendar.ts";
import {foldText} from "../../core/fold.ts";
import {parseLine} from "../../notes/lines/read-line.ts";
import {writeLine} from "../../notes/lines/write-line.ts";
import {isOnTeam} from "../../analysis/as-of.ts";
import {namesOf} from "../../reports/names.ts";
import {listOf} from "../command.ts";
import type {Asker} from "../guided-registers/register-form.ts";
import type {Choice} from "../prompts/prompter.ts";
import {reasonIn} from "./answers.ts";

/** Who of us decided; whoever is asked is ticked. */
export async function askBy(before: string[], asker: Asker): Promise<string[]> {
  const {prompter, collection, today, me} = asker;
  const team = collection.config.team.filter((member) => isOnTeam(member, today));
  const mine = me === null ? [] : [me];
  return await prompter.checkbox<string>({
    message: "Who decided?",
    choices: team.map(({handle, name}) => ({value: handle, label: name ?? handle})),
    ticked: before.length === 0 ? mine : before,
  });
}

const other = "\n";

/** Which customers know of it already: those whose talks led to it, or somebody else. */
export async function askTold(before: string[], asker: Asker): Promise<string[]> {
  const known = before.flatMap((line) => customerIn(line));
  const heard = [...new Set([...customersHeard(asker), ...known])];
  const names = namesOf(asker.collection);
  const picked =
    heard.length === 0
      ? await anybody("Whom did you tell?", "Nobody yet", asker)
      : await asker.prompter.checkbox<string>({
          message: "Whom did you tell? (Enter: nobody yet)",
          choices: [
            ...heard.map((id) => ({value: id, label: names.customer(id)})),
            {value: other, label: "Somebody else ..."},
          ],
          ticked: known,
        });
  const others = picked.includes(other) ? await anybody("Whom?", "Nobody else", asker) : [];
  const all = new Set([...picked.filter((id) => id !== other), ...others]);
  return [...all].map((customer) => {
    const told = before.find((line) => customerIn(line).includes(customer));
    return told ?? writeLine("told", {customer, date: asker.today}).slice(2);
  });
}

/** `Gantry, Fri 2026-11-20` */
export function toldShown(value: string, {collection}: Asker): string {
  const result = parseLine("told", value);
  if ("faults" in result) return value;
  const {customer, date} = result.row;
  return `${namesOf(collection).customer(customer)}, ${formatDay(date)}`;
}

/** One customer of all, or none. */
async function anybody(message: string, none: string, asker: Asker): Promise<string[]> {
  const {customers} = asker.collection;
  const choices: Choice<string | null>[] = customers.map(({id, name}) => ({
    value: id,
    label: name,
  }));
  if (choices.length === 0) return [];
  const nobody = {value: null, label: none};
  const picked = await asker.prompter.search<string | null>({
    message,
    find: (typed) => {
      const wanted = foldText(typed).trim();
      if (wanted === "") return [nobody, ...choices];
      const found = choices.filter(({label, value}) =>
        foldText(`${label} ${value ?? ""}`).includes(wanted),
      );
      return [...found, nobody];
    },
  });
  return picked === null ? [] : [picked];
}

/** The customers of the talks that were named as reasons. */
function customersHeard(asker: Asker): string[] {
  const lines = listOf(asker.flags, "because");
  return lines.flatMap((line) => reasonIn(line, asker)?.talk.customer ?? []);
}

function customerIn(line: string): string[] {
  const result = parseLine("told", line);
  return "faults" in result ? [] : [result.row.customer];
}
