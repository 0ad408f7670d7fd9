import type {ConceptGate} from "../../analysis/gates.ts";
import {readinessOf} from "../../analysis/readiness.ts";
import {type CalendarDate, formatDay} from "../../core/calendar.ts";
import {PmTalkError} from "../../core/errors.ts";
import type {GateLine} from "../../notes/body.ts";
import {markGate, type GateVerdict} from "../../notes/edit/edit-gate.ts";
import {setBullet} from "../../notes/edit/edit-lines.ts";
import type {ParsedFile} from "../../notes/files.ts";
import {metWords} from "../../reports/gate/gate-answer.ts";
import {decisionWord} from "../../reports/gate/gate-decided.ts";
import {gateName} from "../../reports/gate/gate-view.ts";
import {filesWithErrors} from "../../reports/gate/gate.ts";
import {planEdit, type PlannedEdit} from "../../workspace/write/edit-file.ts";
import {type Input, isOn, valueOf} from "../command.ts";
import type {Context} from "../context.ts";
import {finishEdit} from "../edit/finish-edit.ts";
import {findReadable} from "../find-file.ts";
import {conceptKind} from "../known.ts";
import type {Remarks} from "../log/log-values.ts";
import type {Opened} from "../open.ts";
import {readPastDay} from "../flags/past-day.ts";
import {writesToday} from "../flags/writes-today.ts";
import {askVerdict} from "./ask-verdict.ts";
import {findGate} from "./find-gate.ts";

/**
 * Writes what the gatekeepers decided into the gate's line, and says beside it what the verdict was on that
 * day. It computes no decision and changes no verdict. A decided gate stays as it is without --force.
 */
export async function recordDecision(
  input: Input,
  opened: Opened,
  context: Context,
): Promise<number> {
  refuseOthers(input);
  const found = findGate(input, opened);
  refuseDecided(found, isOn(input.flags, "force"));
  const remarks: Remarks = {notices: [], warnings: []};
  const given = valueOf(input.flags, "date");
  const deed = {echo: "Decided", what: "What was decided"};
  const on = given === null ? opened.today : readPastDay(given, opened.today, deed, remarks);
  const verdict = {...(await askVerdict(found, input, opened, context)), decided: on};
  const planned = await planDecision(found, verdict, opened, context);
  const {concept, gate} = found;
  const computed = verdictOn(found, on, opened);
  const decision = decisionWord(verdict.decision ?? "pending");
  const said = [
    `${concept.name}, ${gateName(gate)}: ${decision} on ${formatDay(on)}, ${verdict.by ?? ""}${
      verdict.conditions === null ? "" : `: ${verdict.conditions}`
    }`,
    computed.said,
  ].join("\n");
  const edit = {
    ...{kind: "gate", planned, changed: ["gates"], said, remarks},
    message: `Record ${gate.id} of ${concept.id}: ${verdict.decision ?? ""}`,
    data: {
      concept: concept.id,
      gate: {id: gate.id, name: gate.name, date: gate.date, ...verdict},
      ready: computed.ready,
      mustMeets: computed.mustMeets,
    },
  };
  return await finishEdit(edit, input, opened, context);
}

/** Flags of the report that have no meaning when something is written down. */
function refuseOthers(input: Input): void {
  if (input.global.asOf !== null)
    throw writesToday("gate --decide", "For the day of the decision use --date.");
  const flag = ["output", "open", "explain", "strict", "all"].find(
    (name) => input.flags[name] !== undefined,
  );
  if (flag !== undefined)
    throw new PmTalkError(
      "usage",
      `--decide prints no report: --${flag} does not apply.`,
      "pm-talk gate prints it, before and after.",
    );
}

function refuseDecided({concept, gate}: ConceptGate, force: boolean): void {
  if (force || gate.decision === null || gate.decision === "pending") return;
  const who = gate.by === null ? "" : ` (${gate.by})`;
  throw new PmTalkError(
    "usage",
    `${gate.id} of ${concept.name} was decided on ${formatDay(gate.decided ?? gate.date)}: ${decisionWord(gate.decision)}${who}.`,
    "A gate that is repeated gets a line of its own. To write over it:  --force",
  );
}

async function planDecision(
  {concept, gate}: ConceptGate,
  verdict: GateVerdict,
  opened: Opened,
  context: Context,
): Promise<PlannedEdit> {
  const only = {kind: "concept", named: conceptKind} as const;
  const file: ParsedFile = findReadable(concept.file ?? concept.id, opened, context, only);
  const {root, config} = opened.workspace;
  const after = (line: GateLine): GateLine =>
    line.line === gate.line ? {...line, ...verdict} : line;
  return await planEdit(
    root,
    {kind: "concept", id: file.id, file: file.file},
    config,
    (text) => setBullet(text, gate.line, (source) => markGate(source, verdict)),
    {
      since: file,
      body: (old) => ({...old, lines: {...old.lines, gates: old.lines.gates.map(after)}}),
    },
  );
}

/** What the criteria said on the day of the decision. */
function verdictOn(
  {concept, gate}: ConceptGate,
  day: CalendarDate,
  {workspace}: Opened,
): Pick<ReturnType<typeof readinessOf>, "ready" | "mustMeets"> & {said: string} {
  const faulty = filesWithErrors(workspace.diagnostics);
  const {ready, mustMeets} = readinessOf(concept.id, gate.id, workspace.collection, day, faulty);
  const said = `The verdict of that day: ${ready ? "READY" : "NOT READY"}, ${metWords({ready, mustMeets})}.`;
  return {ready, mustMeets, said};
}
