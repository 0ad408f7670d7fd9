import {exitCodes} from "../../core/errors.ts";
import {formatDay} from "../../core/calendar.ts";
import type {ConceptGate} from "../../analysis/gates.ts";
import type {GateData} from "../../reports/gate/gate-data.ts";
import {gateDocument, gateReport} from "../../reports/gate/gate.ts";
import {gateTalksTable} from "../../reports/main-tables.ts";
import type {BuiltReport} from "../report/built-report.ts";
import type {Flag, Input} from "../command.ts";
import type {Context} from "../context.ts";
import type {Opened} from "../open.ts";
import {requestOf, showReport} from "../report/print-report.ts";
import {writeNotice} from "../streams.ts";
import {findGate, openedFor} from "./find-gate.ts";

/** What `gate` and `report gate` take to say which gate is meant. */
export const gateArgs = [
  {name: "[concept]", about: "whose gate (default: the concept whose next gate is nearest)"},
];
export const gateFlag: Flag = {
  flags: "--gate <id>",
  about: "which gate (default: the next one, overdue ones too)",
};

/** Prints the report of a gate; `holds` makes the exit code 1 when it is not ready, so that CI can hold it. */
export async function showGate(
  input: Input,
  opened: Opened,
  context: Context,
  holds: boolean,
): Promise<number> {
  const found = findGate(input, opened);
  const then = openedFor(found, input, opened);
  if (then.asOf !== opened.asOf && !input.global.quiet && !input.global.json)
    await writeNotice(
      context,
      `${found.gate.id} was decided on ${formatDay(then.asOf)}: as of that day.`,
    );
  const build = buildGate(found);
  const built = await build(input, then, context);
  const code = await showReport(built, built.request, input, then, context, build);
  return holds && !built.data.ready && code === exitCodes.done ? exitCodes.findings : code;
}

/** Builds the report of one gate. */
export function buildGate({concept, gate}: Pick<ConceptGate, "concept" | "gate">) {
  return async (
    input: Input,
    opened: Opened,
    context: Context,
  ): Promise<BuiltReport & {data: GateData}> => {
    const request = await requestOf(input, opened, context);
    const data = gateReport(request, concept.id, gate.id);
    return {
      kind: "gate",
      request,
      data,
      document: () => gateDocument(data, request),
      table: () => gateTalksTable(data.conversations),
    };
  };
}
