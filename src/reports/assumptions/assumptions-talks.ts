import {saturation, type Saturation} from "../../analysis/saturation.ts";
import {aboutConcepts, noFilters, selectConversations} from "../../analysis/select.ts";
import {compareRecency, isSpoken} from "../../analysis/spoken.ts";
import type {Conversation} from "../../notes/collection.ts";
import {type Ref, refOf} from "../ref.ts";
import type {ReportRequest} from "../request.ts";

/**
 * Talks in which somebody was spoken with and no assumption was tested, newest first. Of a concept,
 * customer or segment when one is asked for; a talk without evidence is about no assumption.
 */
export function untestedTalks({collection, asOf, filters}: ReportRequest): Ref[] {
  const {concept, customer, segment, assumption} = filters;
  const wanted = {...noFilters, concept, customer, segment, assumption};
  const tested = (talk: Conversation): boolean => talk.evidence.length > 0;
  return selectConversations(collection.conversations, wanted, collection)
    .filter((talk) => talk.date <= asOf && isSpoken(talk) && !tested(talk))
    .sort((a, b) => compareRecency(b, a))
    .map((talk) => refOf(talk, asOf));
}

/** Saturation over all talks, or over those of the concepts asked for. */
export function saturationOf({collection, asOf, filters}: ReportRequest): Saturation | null {
  if (filters.concept.length === 0) return saturation(collection.conversations, asOf);
  const isAbout = aboutConcepts(filters.concept, collection);
  return saturation(collection.conversations, asOf, isAbout);
}
