import {gatesDue} from "../../analysis/gates.ts";
import {slugOf} from "../../workspace/slug.ts";
import type {BuildReport} from "../report/built-report.ts";
import {buildAssumptions} from "../commands/report-assumptions.ts";
import {buildLast} from "../commands/report-last.ts";
import {buildOverview} from "../commands/report-overview.ts";
import {buildGate} from "../gate/show-gate.ts";
import type {Opened} from "../open.ts";

/** A report to be kept in a file. */
export interface PlannedReport {
  /** Of its file, without the ending. */
  name: string;
  build: BuildReport;
}

/** What `report all` writes beside the gates, in the order of the contents. */
const kinds: PlannedReport[] = [
  {name: "overview", build: buildOverview},
  {name: "last", build: buildLast},
  {name: "assumptions", build: buildAssumptions},
];

/** How the file of a gate begins. */
export const gatePrefix = "gate-";

/** After every gate that somebody would write down. */
const endOfTime = "9999-12-31";

/** Every report, and one for each gate that is not decided yet, the nearest first. */
export function planReports({workspace, asOf}: Opened): PlannedReport[] {
  const gates = gatesDue(workspace.collection.concepts, endOfTime, asOf).map((due) => ({
    name: gatePrefix + slugOf(`${due.concept.id} ${due.gate.id}`),
    build: buildGate(due),
  }));
  return withOwnNames([...kinds, ...gates]).map(({name, build}) => ({name, build: once(build)}));
}

/** Two ids may have one slug: the second is numbered. */
function withOwnNames(reports: PlannedReport[]): PlannedReport[] {
  const taken = new Set<string>();
  return reports.map(({name, build}) => {
    let own = name;
    for (let n = 2; taken.has(own); n++) own = `${name}-${String(n)}`;
    taken.add(own);
    return {name: own, build};
  });
}

/** A report is shown in several formats and in the contents, and built once a day that is asked for. */
function once(build: BuildReport): BuildReport {
  const built = new Map<string, ReturnType<BuildReport>>();
  return (input, opened, context) => {
    const known = built.get(opened.asOf) ?? build(input, opened, context);
    built.set(opened.asOf, known);
    return known;
  };
}
