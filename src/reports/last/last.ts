import {collectionAsOf} from "../../analysis/as-of.ts";
import {countBands, recencyOf, talksOf, type Talk} from "../../analysis/last.ts";
import {selectConversations} from "../../analysis/select.ts";
import {overdueSteps} from "../../analysis/steps.ts";
import type {LastData} from "./last-data.ts";
import {customerRows} from "./last-customers.ts";
import {memberRows} from "./last-members.ts";
import {notCountedRows} from "./last-not-counted.ts";
import {segmentRows} from "./last-segments.ts";
import {refOf, type Ref} from "../ref.ts";
import type {ReportRequest} from "../request.ts";

export {lastAnswer} from "./last-answer.ts";
export type {LastData} from "./last-data.ts";
export {lastDocument} from "./last-document.ts";

/**
 * Builds the data of `last` and `report last`. Filters choose the conversations it speaks of, and the members,
 * customers and segments that are listed; whether a customer is late is counted from all conversations.
 */
export function lastReport(request: ReportRequest): LastData {
  const {asOf, filters} = request;
  const collection = collectionAsOf(request.collection, asOf);
  const talks = talksOf(collection, filters, asOf);
  const {last, lastMeaningful} = recencyOf(talks);
  const ref = (talk: Talk | null | undefined): Ref | null =>
    talk === null || talk === undefined ? null : refOf(talk.conversation, asOf);
  const customers = customerRows({collection, talks, filters, asOf, ref});
  return {
    lastSpoke: ref(last),
    lastMeaningful: ref(lastMeaningful),
    lastWithoutSelling: ref(talks.find((talk) => !talk.conversation.selling)),
    members: memberRows({collection, talks, filters, asOf, ref}),
    customers,
    segments: segmentRows({collection, talks, filters, asOf, ref}, customers),
    bands: countBands(customers.map(({lastSpoke}) => lastSpoke?.daysAgo ?? null)),
    steps: overdueSteps(selectConversations(collection.conversations, filters, collection), asOf),
    notCounted: notCountedRows(request),
    thresholds: collection.config.meaningful,
  };
}
