import {compareText, foldName} from "../core/text.ts";
import type {Customer} from "../notes/collection.ts";
import {mayBeAsked, type NextFacts} from "./next-facts.ts";
import type {NextReason} from "./next-reasons.ts";
import {includes, type Suggestion, whoAsks} from "./next-suggestion.ts";

/** A missing segment without a customer who may be asked is a line of its own. */
export function emptySegments(facts: NextFacts): Suggestion[] {
  const {collection, missing, scope} = facts;
  const populated = collection.customers.filter(mayBeAsked).flatMap(({segment}) => segment ?? []);
  const asked = scope.segments.map((segment) => ({segment, missing: null}));
  const lacking = missing.map((one) => ({segment: one.segment, missing: one}));
  const seen = new Set<string>();
  return [...lacking, ...asked].flatMap((one) => {
    const key = foldName(one.segment);
    const wanted = scope.segments.length === 0 || includes(scope.segments, one.segment);
    if (seen.has(key) || !wanted || includes(populated, one.segment)) return [];
    seen.add(key);
    const others = missing.filter(({segment}) => foldName(segment) === key).length - 1;
    const reason: NextReason =
      one.missing === null
        ? {rank: 2, emptySegment: one.segment}
        : {rank: 2, missing: one.missing, others};
    return [nobodyYet(one.segment, reason, facts)];
  });
}

function nobodyYet(segment: string, reason: NextReason, facts: NextFacts): Suggestion {
  const friend = whoCouldIntroduce(facts);
  return {
    ...{customer: null, segment, reasons: [reason], daysSince: null, advocate: false},
    through: friend === null ? null : {customer: friend.id},
    who: friend === null ? facts.scope.asker : whoAsks(friend, [], facts),
    ask: "missing" in reason ? reason.missing.assumption : null,
  };
}

/** The advocate, else the warm customer, whom we spoke to last. */
function whoCouldIntroduce({collection, relationships, daysSince}: NextFacts): Customer | null {
  const recency = ({id}: Customer): number => daysSince.get(id) ?? Number.MAX_SAFE_INTEGER;
  for (const standing of ["advocate", "warm"] as const) {
    const friends = collection.customers.filter(
      (one) => mayBeAsked(one) && relationships.get(one.id) === standing,
    );
    const [friend] = friends.sort((a, b) => recency(a) - recency(b) || compareText(a.id, b.id));
    if (friend !== undefined) return friend;
  }
  return null;
}
