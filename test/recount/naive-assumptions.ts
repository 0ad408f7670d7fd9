import {assess, type RuleRow, type RuleSubject, validUntil} from "./naive-rule.ts";
import {monthEnd, relationshipOf, spoken} from "./naive-last.ts";
import {type NaiveFile, type NaiveWorkspace, textOf, texts} from "./naive-reader.ts";
import type {NaiveRow, NaiveTalk} from "./naive-talks.ts";
import {order} from "./naive-text.ts";

/** The rows of one assumption, of held and other talks apart, and whether each is an advocate's. */
function rowsOf(workspace: NaiveWorkspace, talks: NaiveTalk[], assumption: string, day: string) {
  const dated = talks.filter((talk) => talk.date <= day);
  const standing = new Map<string, string | null>();
  const standingOf = (customer: string) => {
    if (!standing.has(customer)) standing.set(customer, relationshipOf(workspace, dated, customer));
    return standing.get(customer);
  };
  const toRow = (talk: NaiveTalk, row: NaiveRow): RuleRow => ({
    ...row,
    customer: talk.customer,
    segment: textOf(workspace.customers.find((file) => file.id === talk.customer)?.fields.segment),
    date: talk.date,
    advocate: standingOf(talk.customer) === "advocate",
  });
  const pick = (held: boolean) =>
    dated
      .filter((talk) => (talk.status === "held") === held)
      .flatMap((talk) =>
        talk.evidence
          .filter((row) => row.assumption === assumption)
          .map((row) => ({rule: toRow(talk, row), source: row})),
      );
  return {held: pick(true), others: pick(false)};
}

/** Every figure of `report assumptions` as of a day. */
export function countAssumptions(workspace: NaiveWorkspace, all: NaiveTalk[], asOf: string) {
  const talks = all.filter((talk) => talk.date <= asOf);
  const ids = new Set([
    ...workspace.assumptions.map((file) => file.id),
    ...talks.flatMap((talk) => talk.evidence.map((row) => row.assumption)),
  ]);
  const limits = workspace.evidence;
  return Array.from(ids, (id) => {
    const file = workspace.assumptions.find((entry) => entry.id === id);
    const subject = subjectOf(file);
    const {held, others} = rowsOf(workspace, talks, id, asOf);
    const rules = held.map((entry) => entry.rule);
    const result = assess(subject, rules, asOf, limits);
    const retired = textOf(file?.fields.retired);
    const statusOn = (day: string) => {
      const then = rowsOf(workspace, talks, id, day).held.map((entry) => entry.rule);
      const {status, belief: trust} = assess(subject, then, day, limits);
      return {date: day, status, belief: trust};
    };
    const history = [statusOn(asOf)];
    for (let back = 1; back <= 12; back++) {
      const end = monthEnd(asOf, back);
      if (result.firstWithPoints !== undefined && end >= result.firstWithPoints)
        history.unshift(statusOn(end));
    }
    return {
      id,
      importance: textOf(file?.fields.importance),
      retired: retired !== null && retired <= asOf,
      ...result,
      validUntil: validUntil(subject, rules, asOf, limits),
      held,
      others,
      history,
    };
  });
}

function subjectOf(file: NaiveFile | undefined): RuleSubject {
  return {
    type: textOf(file?.fields.type),
    segments: texts(file?.fields.segments),
    reset: textOf(file?.fields.reset),
    created: textOf(file?.fields.created),
    unreadable: file !== undefined && textOf(file.fields.type) === null,
  };
}

/** Spoken talks that tested nothing, as ids. */
export function untested(all: NaiveTalk[], asOf: string): string[] {
  return all
    .filter((talk) => talk.date <= asOf && spoken(talk) && talk.evidence.length === 0)
    .map((talk) => talk.id);
}

/** New themes of the last two talks with themes for each of the first four's; null for fewer than six. */
export function saturation(all: NaiveTalk[], asOf: string): number | null {
  const talks = all
    .filter((talk) => talk.date <= asOf && talk.status === "held" && talk.themes.length > 0)
    .sort((a, b) => order(a.date, b.date) || order(a.id, b.id));
  if (talks.length < 6) return null;
  const themes = (list: NaiveTalk[]) => new Set(list.flatMap((talk) => talk.themes));
  const before = themes(talks.slice(0, -2));
  const fresh = Array.from(themes(talks.slice(-2))).filter((theme) => !before.has(theme));
  return fresh.length / themes(talks.slice(0, 4)).size;
}
