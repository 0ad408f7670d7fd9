import {exitCodes} from "../../core/errors.ts";
import {formatDay} from "../../core/calendar.ts";
import {gateDocument, gateReport} from "../../reports/gate.ts";
import type {Flag, Input} from "../command.ts";
import type {Context} from "../context.ts";
import type {Opened} from "../open.ts";
import {requestOf, showReport} from "../print-report.ts";
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
  const request = await requestOf(input, then, context);
  const data = gateReport(request, found.concept.id, found.gate.id);
  const document = () => gateDocument(data, request);
  const code = await showReport({kind: "gate", data, document}, request, input, then, context);
  return holds && !data.ready && code === exitCodes.done ? exitCodes.findings : code;
}
