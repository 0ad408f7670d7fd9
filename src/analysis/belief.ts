import {compareText} from "../core/text.ts";
import {
  oneVoicePerCustomer,
  pointsOn,
  type Side,
  type Voices,
  type WeighedRow,
} from "./evidence.ts";
import {isDoEvidence} from "./points.ts";

/** Points that opinions may add on either side, however many people share them. */
const opinionCap = 3;
/** Points that stories may add for an assumption, so that politeness cannot pile up. A no is not capped. */
const storyCap = 6;

/** Points of one side by what they come from, before the caps, and their sum after them. */
export interface Sum {
  opinions: number;
  stories: number;
  deeds: number;
  total: number;
}

/** What the kept rows of one side add up to. */
export function sumOf(voices: readonly WeighedRow[], side: Side): Sum {
  const sum = {opinions: 0, stories: 0, deeds: 0};
  for (const voice of voices) {
    const points = pointsOn(side, voice);
    if (isDoEvidence(voice.kind)) sum.deeds += points;
    else if (voice.kind === "story") sum.stories += points;
    else sum.opinions += points;
  }
  const stories = side === "for" ? Math.min(sum.stories, storyCap) : sum.stories;
  return {...sum, total: Math.min(sum.opinions, opinionCap) + stories + sum.deeds};
}

/** How far the evidence carries, above 0 and below 1; without any it is a sceptical third. */
export function beliefOf(pointsFor: number, pointsAgainst: number): number {
  return (1 + pointsFor) / (3 + pointsFor + pointsAgainst);
}

/** The belief that the kept rows of both sides amount to. */
function beliefOfVoices(voices: Voices): number {
  return beliefOf(sumOf(voices.for, "for").total, sumOf(voices.against, "against").total);
}

/** Belief by segment, over the rows of its customers alone; segments with a scoring row, in order. */
export function beliefBySegment(weighed: readonly WeighedRow[]): Map<string, number> {
  const bySegment = new Map<string, WeighedRow[]>();
  for (const entry of weighed) {
    const {segment} = entry.row;
    if (!entry.scores || segment === null) continue;
    const rows = bySegment.get(segment);
    if (rows === undefined) bySegment.set(segment, [entry]);
    else rows.push(entry);
  }
  return new Map(
    [...bySegment]
      .sort(([a], [b]) => compareText(a, b))
      .map(([segment, rows]) => [segment, beliefOfVoices(oneVoicePerCustomer(rows))]),
  );
}
