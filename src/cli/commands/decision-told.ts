import {type CalendarDate, formatDay} from "../../core/calendar.ts";
import {type CommandDefinition, valueOf} from "../command.ts";
import {editFlags, finishEdit} from "../edit/finish-edit.ts";
import {planRegister} from "../edit/edit-register.ts";
import {findReadable} from "../find-file.ts";
import {readPastDay} from "../flags/past-day.ts";
import {decisionKind} from "../known.ts";
import type {Remarks} from "../log/log-values.ts";
import {openWorkspace} from "../open.ts";
import {idMeant} from "../register/id-meant.ts";
import {lineChanges} from "../register/set-lines.ts";

export const command: CommandDefinition = {
  args: [
    {name: "<id>", about: "the decision: id, title, or its last six characters"},
    {name: "<customer>", about: "who was told: id, name or alias"},
  ],
  flags: [{flags: "--date <date>", about: "the day they were told (default: today)"}, ...editFlags],
  writes: "one line under Told in the file of the decision.",
  examples: ["decision told b3m7rs alder", 'decision told w4a8ke "Dune Health" --date yesterday'],
  reads: false,
  run: async (input, context) => {
    const opened = await openWorkspace(input.global, context);
    const {collection} = opened.workspace;
    const remarks: Remarks = {notices: [], warnings: []};
    const only = {kind: "decision", named: decisionKind} as const;
    const parsed = findReadable(input.args[0] ?? "", opened, context, only);
    const customer = idMeant("customer", input.args[1] ?? "", opened, context);
    const name = collection.customers.find(({id}) => id === customer)?.name ?? customer;
    const before = collection.decisions
      .find(({id}) => id === parsed.id)
      ?.told.find((line) => line.customer === customer);
    const given = valueOf(input.flags, "date");
    const date =
      given === null
        ? dayTold(before?.date ?? null, opened.today)
        : readPastDay(given, opened.today, {echo: "Told", what: "Who was told"}, remarks);
    const lines = {told: [{customer, date}]};
    const isSame = before?.date === date;
    const changes = isSame ? [] : lineChanges(parsed, lines, collection);
    const edit = {
      kind: "decision-told",
      planned: await planRegister(parsed, [], changes, opened),
      changed: ["told"],
      message: `Told a customer of ${parsed.id}`,
      said: `Told ${name} on ${formatDay(date)}.`,
      already: `Told ${name} already, on ${formatDay(date)}.`,
      data: {told: {customer, date}},
      remarks,
    };
    return await finishEdit(edit, input, opened, context);
  },
};

/** The day that stands there; one that is still to come was a plan, and today is the day. */
function dayTold(before: CalendarDate | null, today: CalendarDate): CalendarDate {
  return before === null || before > today ? today : before;
}
