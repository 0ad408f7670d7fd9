import {PmTalkError} from "../../core/errors.ts";
import {nextDocument} from "../../reports/next-document.ts";
import {nextReport, nextTable, usualCount} from "../../reports/next.ts";
import type {BuildReport} from "../report/built-report.ts";
import {type CommandDefinition, type Flags, isOn, valueOf} from "../command.ts";
import type {Context} from "../context.ts";
import {filtersOf, formatFlagsWithout} from "../flags/flags.ts";
import {type Opened, openWorkspace, whoAmI} from "../open.ts";
import {readFilters} from "../flags/filters.ts";
import {requestOf, showBuilt} from "../report/print-report.ts";

export const command: CommandDefinition = {
  args: [],
  flags: [
    {flags: "-n, --number <count>", about: `how many (default: ${String(usualCount)})`},
    {flags: "--for <member>", about: "for this one of us: handle, name or me (default: you)"},
    ...filtersOf("segment", "concept"),
    ...formatFlagsWithout("explain"),
  ],
  writes: "nothing, or the file given with -o.",
  notes:
    "Every reason is printed. Who may not be contacted is left out, and who was spoken to in the last 14 days\nunless a step of ours is due.",
  examples: ["next", "next --for ben --segment public-sector"],
  reads: true,
  run: async (input, context) =>
    await showBuilt(buildNext, input, await openWorkspace(input.global, context), context),
};

const buildNext: BuildReport = async (input, opened, context) => {
  const request = await requestOf(input, opened, context);
  const {segment: segments, concept: concepts} = request.filters;
  const scope = {segments, concepts, asker: await whoAsks(input.flags, opened, context)};
  const n = isOn(input.flags, "all") ? null : countOf(input.flags);
  const data = nextReport(request, scope, n);
  return {
    kind: "next",
    request,
    data,
    document: () => nextDocument(data, request),
    table: () => nextTable(data),
  };
};

/** The member of `--for`, else whoever is at the keyboard; null where nobody knows who that is. */
async function whoAsks(flags: Flags, opened: Opened, context: Context): Promise<string | null> {
  const given = valueOf(flags, "for");
  if (given === null) return await whoAmI(opened, context).catch(unknownIsNobody);
  const {collection} = opened.workspace;
  const me = (): Promise<string> => whoAmI(opened, context);
  const {filters} = await readFilters({by: [given]}, collection, opened.asOf, me);
  const [one, another] = filters.by;
  if (one !== undefined && another === undefined) return one;
  throw new PmTalkError(
    "usage",
    `--for takes one member: ${given} is several.`,
    "Name one of them.",
  );
}

/** Who asks changes one reason only, so it is no mistake to be a stranger. */
function unknownIsNobody(error: unknown): null {
  if (error instanceof PmTalkError) return null;
  throw error;
}

/** Throws a usage error for what is no whole number above 0. */
function countOf(flags: Flags): number {
  const given = valueOf(flags, "number");
  if (given === null) return usualCount;
  if (/^[1-9]\d{0,5}$/.test(given.trim())) return Number(given);
  throw new PmTalkError(
    "usage",
    `-n wants a number from 1 on, not "${given}".`,
    "pm-talk next -n 3",
  );
}
