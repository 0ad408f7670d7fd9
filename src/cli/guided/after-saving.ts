import {assessAll, type AssessedAssumption} from "../../analysis/assess-all.ts";
import {wantedOf} from "../../analysis/criteria.ts";
import {nextGate, windowOf} from "../../analysis/gates.ts";
import {goalInMonth, meaningfulThisMonth} from "../../analysis/goals.ts";
import {meaning} from "../../analysis/meaningful.ts";
import {
  type CalendarDate,
  daysBetween,
  formatAge,
  monthName,
  monthOf,
} from "../../core/calendar.ts";
import {count} from "../../core/text.ts";
import type {Collection, EvidenceRow} from "../../notes/collection.ts";
import {shortLabel} from "../../reports/wording.ts";

/** What a saved note changed, said at once: why one typed all this. */
export function movedBy(
  noteId: string,
  me: string | null,
  before: Collection,
  after: Collection,
  today: CalendarDate,
): string[] {
  return [
    ...statusMoves(noteId, before, after, today),
    ...ownMonth(noteId, me, after, today),
    ...gateCounts(noteId, after, today),
  ];
}

/** `Fast setup, G2 Build in 5 days: 4 of 5 meaningful talks.`: how far the talks for the next gate are. */
function gateCounts(noteId: string, collection: Collection, today: CalendarDate): string[] {
  const {conversations, concepts, config} = collection;
  const talk = conversations.find(({id, also}) => id === noteId || also.includes(noteId));
  return concepts.flatMap((concept) => {
    const gate = nextGate(concept, today);
    if (gate === null || talk === undefined) return [];
    const heard = windowOf(concept, gate, collection, today);
    const wanted = wantedOf("conversations", concept, config).value;
    if (!heard.includes(talk) || typeof wanted !== "number") return [];
    const counted = heard.filter((one) => meaning(one, config.meaningful).meaningful).length;
    const when = `${gate.id}${gate.name === "" ? "" : ` ${gate.name}`} ${formatAge(daysBetween(gate.date, today))}`;
    return [`${concept.name}, ${when}: ${String(counted)} of ${count(wanted, "meaningful talk")}.`];
  });
}

/** `Customers will pay extra for single sign-on: early no -> invalidated (the third customer against)` */
function statusMoves(
  noteId: string,
  before: Collection,
  after: Collection,
  today: CalendarDate,
): string[] {
  const rows = after.conversations.flatMap(({evidence}) =>
    evidence.filter((row) => row.noteId === noteId),
  );
  const was = new Map(assessAll(before, today).map((one) => [one.assumption.id, one]));
  return assessAll(after, today).flatMap((one) => {
    const own = rows.filter((row) => row.assumption === one.assumption.id);
    if (own.length === 0 || one.retired) return [];
    const old = was.get(one.assumption.id);
    const from = old === undefined ? "not tested" : labelOf(old);
    const to = labelOf(one);
    const moved = from === to ? `${to}, as before` : `${from} -> ${to}`;
    const name = one.assumption.statement ?? one.assumption.id;
    return [`${name}: ${moved}${voices(own, old, one)}`];
  });
}

function labelOf({assessment: {status, strength}}: AssessedAssumption): string {
  return shortLabel(status, strength);
}

/** Which voice this was, when it is one more on its side; a compliment is none. */
function voices(
  own: EvidenceRow[],
  old: AssessedAssumption | undefined,
  now: AssessedAssumption,
): string {
  const against = now.assessment.customersAgainst;
  if (against > (old?.assessment.customersAgainst ?? 0))
    return ` (the ${ordinal(against)} customer against)`;
  const forIt = now.assessment.customersFor;
  if (forIt > (old?.assessment.customersFor ?? 0)) return ` (the ${ordinal(forIt)} customer for)`;
  return own.every(({kind}) => kind === "compliment") ? " (praise counts for nothing)" : "";
}

function ownMonth(
  noteId: string,
  me: string | null,
  {conversations, config}: Collection,
  today: CalendarDate,
): string[] {
  const talk = conversations.find(({id, also}) => id === noteId || also.includes(noteId));
  const member = config.team.find(({handle}) => handle === me);
  if (member === undefined || talk === undefined || talk.date > today) return [];
  const day = monthOf(talk.date) === monthOf(today) ? today : talk.date;
  const counted = meaningfulThisMonth(member.handle, conversations, day, config);
  const when = day === today ? "this month" : `in ${monthName(monthOf(day))}`;
  const goal = goalInMonth(member, config, monthOf(day));
  const aim = goal === null ? "" : `; the goal is ${String(goal)}`;
  if (!counted.includes(talk)) {
    return [`Meaningful talks of yours ${when}: ${String(counted.length)}${aim}.`];
  }
  return [`Your ${ordinal(counted.length)} meaningful talk ${when}${aim}.`];
}

const ordinals = [
  ...["first", "second", "third", "fourth", "fifth"],
  ...["sixth", "seventh", "eighth", "ninth", "tenth"],
];

function ordinal(n: number): string {
  const word = ordinals[n - 1];
  if (word !== undefined) return word;
  const tail = n % 100 >= 11 && n % 100 <= 13 ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th");
  return `${String(n)}${tail}`;
}
