import {stepsDocument, stepsReport} from "../../reports/steps.ts";
import {stepsTable} from "../../reports/main-tables.ts";
import type {BuildReport} from "../report/built-report.ts";
import {isOn, listOf, type CommandDefinition, type Flags} from "../command.ts";
import {filterFlags, formatFlagsWithout} from "../flags/flags.ts";
import {openWorkspace} from "../open.ts";
import {requestOf, showBuilt} from "../report/print-report.ts";

export const command: CommandDefinition = {
  args: [],
  flags: [
    ...(filterFlags["customer"] === undefined ? [] : [filterFlags["customer"]]),
    {
      flags: "--by <member>",
      about: "taken on by: handle, name, me, leaders, or them for theirs",
      repeatable: true,
    },
    {flags: "--done", about: "those that are done, too"},
    ...formatFlagsWithout("explain"),
  ],
  writes: "nothing, or the file given with -o.",
  examples: ["steps --by me", "steps --customer gantry --done"],
  reads: true,
  run: async (input, context) =>
    await showBuilt(buildSteps, input, await openWorkspace(input.global, context), context),
};

const buildSteps: BuildReport = async (input, opened, context) => {
  const {flags, them} = takeThem(input.flags);
  const asked = await requestOf({...input, flags}, opened, context);
  const {filters} = asked;
  const request = them ? {...asked, filters: {...filters, by: [...filters.by, "them"]}} : asked;
  const data = stepsReport(request, {done: isOn(flags, "done")});
  return {
    kind: "steps",
    request,
    data,
    document: () => stepsDocument(data, request),
    table: () => stepsTable(data),
  };
};

/** `them` is nobody of ours, so it is taken out of `--by` before names are looked up. */
function takeThem(flags: Flags): {flags: Flags; them: boolean} {
  const isThem = (word: string): boolean => word.trim().toLowerCase() === "them";
  const by = listOf(flags, "by").flatMap((value) => {
    const parts = value.split(",");
    return parts.some(isThem) ? parts : [value];
  });
  const ours = by.filter((word) => !isThem(word));
  return {flags: {...flags, by: ours}, them: ours.length < by.length};
}
