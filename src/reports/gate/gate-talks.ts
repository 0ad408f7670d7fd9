import {advocatesOn} from "../../analysis/evidence-index.ts";
import {meaning} from "../../analysis/meaningful.ts";
import {pointsOf} from "../../analysis/points.ts";
import type {Readiness} from "../../analysis/readiness.ts";
import {compareRecency, isSpoken} from "../../analysis/spoken.ts";
import type {CalendarDate} from "../../core/calendar.ts";
import type {ItemSection} from "../../notes/body.ts";
import type {Collection, Conversation, EvidenceRow} from "../../notes/collection.ts";
import type {GateMix, GateTalk} from "./gate-data.ts";
import {refOf} from "../ref.ts";

/** The talks of a gate's window, the newest first, with what was learned or why they do not count. */
export function gateTalks(
  {window, assessed}: Readiness,
  collection: Collection,
  asOf: CalendarDate,
): GateTalk[] {
  const segments = new Map(collection.customers.map(({id, segment}) => [id, segment]));
  const friends = advocatesOn(collection, asOf);
  const own = new Set(assessed.map(({assumption}) => assumption.id));
  return [...window]
    .sort((a, b) => compareRecency(b, a))
    .map((talk) => {
      const {meaningful, why} = meaning(talk, collection.config.meaningful);
      const {customer, status, selling, secondhand} = talk;
      return {
        ...refOf(talk, asOf),
        segment: segments.get(customer) ?? null,
        advocate: friends.has(customer),
        ...{status, selling, secondhand, meaningful, why},
        learning: learningOf(talk, own),
      };
    });
}

/** What kinds of talks these are: only interviews, or only friends, would be half the picture. */
export function mixOf(talks: readonly GateTalk[], window: readonly Conversation[]): GateMix {
  const spokenIds = new Set(window.filter(isSpoken).map(({id}) => id));
  const held = talks.filter(({status}) => status === "held");
  const spoken = held.filter(({conversation}) => spokenIds.has(conversation));
  const secondhand = held.filter((talk) => talk.secondhand).length;
  return {
    interviews: spoken.filter(({selling}) => !selling).length,
    selling: spoken.filter(({selling}) => selling).length,
    written: held.length - spoken.length - secondhand,
    secondhand,
    advocates: spoken.filter(({advocate}) => advocate).length,
  };
}

/** Where a talk without evidence says most, first. */
const telling: readonly ItemSection[] = [
  ...(["surprises", "not-working", "pains", "tune-out", "objections", "must-change"] as const),
  ...(["story", "lean-in", "wish", "works", "would-use", "today", "insights"] as const),
];

/** In one line what was learned: the strongest row, on the concept's own beliefs first, else an item. */
function learningOf({evidence, items}: Conversation, own: ReadonlySet<string>): string | null {
  const rows = evidence.filter((row) => worth(row) > 0 && saidIn(row) !== null);
  const mine = rows.filter((row) => own.has(row.assumption));
  const [strongest] = (mine.length > 0 ? mine : rows).toSorted((a, b) => worth(b) - worth(a));
  if (strongest !== undefined) return saidIn(strongest);
  const [item] = telling.flatMap((section) => items[section]);
  return item === undefined ? null : (item.quotes[0] ?? withoutThemes(item.text));
}

/** A no outweighs a yes of the same kind here: it is what gatekeepers have to hear. */
function worth(row: EvidenceRow): number {
  const points = pointsOf(row);
  return points.against > 0 ? points.against + 3 : points.for;
}

function saidIn({quote, note}: EvidenceRow): string | null {
  return quote ?? note;
}

function withoutThemes(text: string): string {
  return text.replace(/ #\p{L}[\p{L}\p{N}_-]*/gu, "");
}
