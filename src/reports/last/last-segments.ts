import {groupTalks} from "../../analysis/last.ts";
import {compareText} from "../../core/text.ts";
import type {CustomerRow} from "./last-customers.ts";
import type {RowSource} from "./last-rows.ts";
import type {Ref} from "../ref.ts";

/** When anybody of a segment was last spoken with. */
export interface SegmentRow {
  segment: string;
  lastSpoke: Ref | null;
  /** Customers of the segment that are listed. */
  customers: number;
  /** Spoken ones. */
  conversations: number;
}

/** The config's segments in its order, then those that only customers name; nobody heard is a row too. */
export function segmentRows(source: RowSource, customers: readonly CustomerRow[]): SegmentRow[] {
  const {collection, talks, filters} = source;
  const segmentOf = new Map(collection.customers.map(({id, segment}) => [id, segment]));
  const bySegment = groupTalks(talks, ({customer}) => [segmentOf.get(customer) ?? null]);
  const sizes = new Map<string, number>();
  for (const {segment} of customers) {
    if (segment !== null) sizes.set(segment, (sizes.get(segment) ?? 0) + 1);
  }
  const declared = collection.config.segments;
  const others = [...sizes.keys()].filter((segment) => !declared.includes(segment));
  const narrowed = filters.customer.length > 0 || filters.contact.length > 0;
  return [...new Set([...declared, ...others.sort(compareText), ...filters.segment])]
    .filter((segment) => filters.segment.length === 0 || filters.segment.includes(segment))
    .filter((segment) => !narrowed || sizes.has(segment))
    .map((segment) => {
      const theirs = bySegment.get(segment) ?? [];
      return {
        segment,
        lastSpoke: source.ref(theirs[0]),
        customers: sizes.get(segment) ?? 0,
        conversations: theirs.length,
      };
    });
}
