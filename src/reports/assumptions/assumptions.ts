import {collectionAsOf} from "../../analysis/as-of.ts";
import {assessAll, leapsOfFaith, type AssessedAssumption} from "../../analysis/assess-all.ts";
import {indexEvidence, type EvidenceIndex} from "../../analysis/evidence-index.ts";
import {historyOf, standingOn} from "../../analysis/history.ts";
import {defaultThresholds} from "../../notes/config-defaults.ts";
import {addDays, type CalendarDate} from "../../core/calendar.ts";
import {assumptionStatuses, type AssumptionStatus} from "../../notes/vocabulary.ts";
import {answerLines} from "./assumptions-answer.ts";
import {assumptionData} from "./assumptions-build.ts";
import type {AssumptionsData} from "./assumptions-data.ts";
import {closingBlocks} from "./assumptions-closing.ts";
import {assumptionGroup} from "./assumptions-group.ts";
import {selectAssumptions} from "./assumptions-select.ts";
import {viewOf} from "./assumptions-view.ts";
import {saturationOf, untestedTalks} from "./assumptions-talks.ts";
import type {Block, Document} from "../document.ts";
import {answerBlock, footer} from "../footer.ts";
import type {ReportRequest} from "../request.ts";
import {changedLines, evidenceLine} from "../thresholds.ts";

/** The facts of the report; `since` is the first day of "invalidated since" and changes nothing else. */
export function assumptionsReport(
  request: ReportRequest,
  options: {since: CalendarDate},
): AssumptionsData {
  const {asOf} = request;
  const collection = collectionAsOf(request.collection, asOf);
  const then = {...request, collection};
  const thresholds = collection.config.evidence;
  const index = indexEvidence(collection);
  const assessed = assessAll(request.collection, asOf, index);
  const listed = selectAssumptions(assessed, request.filters);
  const current = listed.filter((one) => !one.retired);
  const untested = untestedTalks(then);
  const history = (one: AssessedAssumption) => historyOf(one.assumption, index, asOf, thresholds);
  return {
    thresholds,
    counts: countByStatus(current),
    leapsOfFaith: leapsOfFaith(current).map((one) => one.assumption.id),
    saturation: saturationOf(then),
    untestedConversations: untested.map(({conversation}) => conversation),
    untestedTalks: untested,
    invalidatedSince: {
      since: options.since,
      assumptions: invalidatedSince(current, index, options.since, request),
    },
    assumptions: listed.map((one) => assumptionData(one, history(one), thresholds)),
  };
}

/** The report as blocks: counts, what to test first, what is most said against, then each assumption. */
export function assumptionsDocument(data: AssumptionsData, request: ReportRequest): Document {
  const view = viewOf(data, request);
  const current = data.assumptions.filter((one) => one.retired === null);
  const groups = current.map((one) => assumptionGroup(one, view));
  const beliefs: Block[] =
    groups.length === 0
      ? []
      : [
          {
            block: "heading",
            level: 2,
            text: "What we believe",
            aside: ["each mark a customer, against | for: ", {role: "legend"}],
          },
          ...groups,
        ];
  return {
    title: "Assumptions",
    blocks: [
      answerBlock(answerLines(data, view), request),
      ...beliefs,
      ...closingBlocks(data, view),
      footer(request, thresholdLines(request)),
    ],
  };
}

function countByStatus(current: readonly AssessedAssumption[]): Record<AssumptionStatus, number> {
  const statuses = current.map((one) => one.assessment.status);
  const countOf = (status: AssumptionStatus) => statuses.filter((one) => one === status).length;
  return Object.fromEntries(
    assumptionStatuses.map((status) => [status, countOf(status)]),
  ) as Record<AssumptionStatus, number>;
}

/** Invalidated now, and not yet on the day before `since`. */
function invalidatedSince(
  current: readonly AssessedAssumption[],
  index: EvidenceIndex,
  since: CalendarDate,
  {asOf, collection}: ReportRequest,
): string[] {
  const dayBefore = addDays(since, -1);
  const before = dayBefore < asOf ? dayBefore : asOf;
  return current
    .filter(({assessment}) => assessment.status === "invalidated")
    .map((one) => one.assumption)
    .filter((one) => {
      const then = standingOn(one, index, before, collection.config.evidence);
      return then.status !== "invalidated";
    })
    .map((one) => one.id);
}

function thresholdLines({collection, explain}: ReportRequest): string[] {
  const {believe, disbelieve} = collection.config.evidence;
  const figures = `Validated from a belief of ${believe.toFixed(2)}, invalidated up to ${disbelieve.toFixed(2)}.`;
  return [
    evidenceLine(collection.config),
    ...(explain ? [figures] : []),
    ...changedLines({...defaultThresholds, evidence: collection.config.evidence}),
  ];
}
