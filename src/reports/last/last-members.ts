import {groupTalks, recencyOf} from "../../analysis/last.ts";
import {selectConversations} from "../../analysis/select.ts";
import {presentOf} from "../../analysis/spoken.ts";
import {compareText} from "../../core/text.ts";
import type {Member} from "../../notes/config.ts";
import type {RowSource} from "./last-rows.ts";
import type {Ref} from "../ref.ts";

/** When a member last spoke with a customer, taking part or observing. */
export interface MemberRow {
  /** Of a declared member, else the text as written. */
  handle: string;
  name: string;
  function: Member["function"];
  level: Member["level"];
  /** Their last day with us; null while they are, and for who is not declared. */
  left: Member["left"];
  lastSpoke: Ref | null;
  lastMeaningful: Ref | null;
  /** Spoken conversations of the last 30 days. */
  spoke30: number;
  spoke90: number;
  meaningful30: number;
  meaningful90: number;
  /** Those of the last 90 days in which they only listened. */
  observed90: number;
}

/** The team in the order of pm-talk.yml, zeros included, then whoever notes name besides, by handle. */
export function memberRows(source: RowSource): MemberRow[] {
  const {collection, talks, filters, asOf} = source;
  const byMember = groupTalks(talks, presentOf);
  const known = new Map(collection.config.team.map((member) => [member.handle, member]));
  const hasJoined = ({handle, joined}: Member): boolean =>
    joined === null || joined <= asOf || byMember.has(handle);
  const named = selectConversations(collection.conversations, filters, collection)
    .flatMap(presentOf)
    .filter((handle) => !known.has(handle));
  const handles = [
    ...collection.config.team.filter(hasJoined).map((member) => member.handle),
    ...[...new Set(named)].sort(compareText),
  ];
  return handles
    .filter((handle) => filters.by.length === 0 || filters.by.includes(handle))
    .map((handle) => {
      const member = known.get(handle);
      const theirs = byMember.get(handle) ?? [];
      const {last, lastMeaningful, ...counts} = recencyOf(theirs);
      const observed = theirs.filter(
        ({daysAgo, conversation}) => daysAgo <= 90 && conversation.observers.includes(handle),
      );
      return {
        handle,
        name: member?.name ?? handle,
        function: member?.function ?? null,
        level: member?.level ?? null,
        left: member?.left ?? null,
        lastSpoke: source.ref(last),
        lastMeaningful: source.ref(lastMeaningful),
        ...counts,
        observed90: observed.length,
      };
    });
}
