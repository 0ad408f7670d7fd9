import type {AssessedAssumption} from "../analysis/assess-all.ts";
import {saturation, type Saturation} from "../analysis/saturation.ts";
import {compareText} from "../core/text.ts";
import type {Conversation} from "../notes/collection.ts";
import {toThreePlaces} from "./assumptions-data.ts";
import type {ReportRequest} from "./request.ts";

/**
 * Ids of talks in which somebody was spoken with and no assumption was tested, newest first. Of a concept,
 * customer or segment when one is asked for; a talk without evidence is about no assumption.
 */
export function untestedTalks(
  request: ReportRequest,
  assessed: readonly AssessedAssumption[],
): string[] {
  const {collection, asOf, filters} = request;
  if (filters.assumption.length > 0) return [];
  const segments = new Map(collection.customers.map((one) => [one.id, one.segment ?? ""]));
  const isAbout = aboutConcepts(filters.concept, assessed);
  const isWanted = (talk: Conversation): boolean =>
    isAbout(talk) &&
    (filters.customer.length === 0 || filters.customer.includes(talk.customer)) &&
    (filters.segment.length === 0 || filters.segment.includes(segments.get(talk.customer) ?? ""));
  return collection.conversations
    .filter((talk) => talk.date <= asOf && talk.evidence.length === 0)
    .filter((talk) => wasSpoken(talk) && isWanted(talk))
    .sort((a, b) => compareText(b.date, a.date) || compareText(a.id, b.id))
    .map((talk) => talk.id);
}

/** Saturation over all talks, or over those of the concepts asked for; the ratio to 3 places. */
export function saturationOf(
  request: ReportRequest,
  assessed: readonly AssessedAssumption[],
): Saturation | null {
  const {collection, asOf, filters} = request;
  const isAbout = aboutConcepts(filters.concept, assessed);
  const found = saturation(collection.conversations, asOf, isAbout);
  return found === null ? null : {...found, ratio: toThreePlaces(found.ratio)};
}

/** A talk is about a concept when it lists it or has evidence on one of its assumptions. */
function aboutConcepts(
  concepts: readonly string[],
  assessed: readonly AssessedAssumption[],
): (talk: Conversation) => boolean {
  if (concepts.length === 0) return () => true;
  const own = new Set(
    assessed
      .filter((one) => !one.retired)
      .map((one) => one.assumption)
      .filter((one) => one.concepts.some((concept) => concepts.includes(concept)))
      .map((one) => one.id),
  );
  return (talk) =>
    talk.concepts.some((concept) => concepts.includes(concept)) ||
    talk.evidence.some((row) => own.has(row.assumption));
}

function wasSpoken(talk: Conversation): boolean {
  const present = talk.team.length + talk.observers.length > 0;
  return talk.status === "held" && !talk.secondhand && talk.live && present;
}
