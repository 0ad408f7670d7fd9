import type {Filters} from "../../analysis/select.ts";
import {formatDay} from "../../core/calendar.ts";
import {listWithOr} from "../../core/text.ts";
import type {Names} from "../names.ts";
import {isOfSomeTime} from "../page.ts";

/**
 * What the filters ask for, in words: `sales call or demo with Gantry about fast-setup since Thu 2026-10-01`.
 * Segments, concepts and assumptions keep the ids that were typed.
 */
export function conversationsIn(filters: Filters, names: Names): string {
  const {type, customer, contact, segment, by, concept, assumption, tag} = filters;
  const parts = [
    type.length === 0 ? "conversation" : listWithOr(type.map((one) => names.type(one))),
    withWhom("a customer in ", segment),
    withWhom(
      "",
      customer.map((id) => names.customer(id)),
    ),
    withWhom(
      "",
      contact.map((one) => contactName(one, names)),
    ),
    by.length === 0 ? "" : `that ${listWithOr(by.map((one) => names.member(one)))} was at`,
    concept.length + assumption.length === 0
      ? ""
      : `about ${[concept, assumption]
          .filter((list) => list.length > 0)
          .map(listWithOr)
          .join(" and ")}`,
    tag.length === 0 ? "" : `tagged ${listWithOr(tag.map((one) => `#${one.replace(/^#/, "")}`))}`,
    period(filters),
  ];
  return parts.filter((part) => part !== "").join(" ");
}

/** "Never." and why, naming what was asked for; `total` is the number of all spoken conversations. */
export function never(filters: Filters, total: number, names: Names): string {
  if (total === 0) return "Never. Nobody has spoken with a customer yet.";
  const asked = kindsOfFilter(filters);
  const among = total === 1 ? "the one conversation" : `the ${String(total)} conversations`;
  if (asked.length === 0) return "Never.";
  if (asked.every((kind) => kind === "about")) {
    const about = listWithOr([...filters.concept, ...filters.assumption]);
    if (filters.concept.length === 0 || filters.assumption.length === 0) {
      if (total === 1) return `Never. The one conversation is not about ${about}.`;
      return `Never. None of ${among} is about ${about}.`;
    }
  }
  if (asked.every((kind) => kind === "by")) {
    const who = listWithOr(filters.by.map((one) => names.member(one)));
    if (total === 1) return `Never. ${who} was not at the one conversation.`;
    return `Never. ${who} was at none of ${among}.`;
  }
  const when = asked.includes("when") ? "Not in that time" : "Never";
  return `${when}. No ${conversationsIn(filters, names)}.`;
}

/** Whether anything narrows the question. */
export function isNarrowed(filters: Filters): boolean {
  return kindsOfFilter(filters).length > 0;
}

function kindsOfFilter(filters: Filters): string[] {
  const kinds: [string, boolean][] = [
    ["when", isOfSomeTime(filters)],
    ["about", filters.concept.length + filters.assumption.length > 0],
    ["by", filters.by.length > 0],
    ["customer", filters.customer.length + filters.contact.length + filters.segment.length > 0],
    ["type", filters.type.length + filters.tag.length > 0],
  ];
  return kinds.filter(([, given]) => given).map(([kind]) => kind);
}

function withWhom(before: string, whom: readonly string[]): string {
  return whom.length === 0 ? "" : `with ${before}${listWithOr(whom)}`;
}

/** `gantry/tom-berg` → `Tom Berg`. */
function contactName(contact: string, names: Names): string {
  const slash = contact.indexOf("/");
  if (slash < 0) return contact;
  return names.contact(contact.slice(0, slash), contact.slice(slash + 1));
}

function period({since, until}: Filters): string {
  if (since !== null && until !== null) {
    return since === until
      ? `on ${formatDay(since)}`
      : `from ${formatDay(since)} to ${formatDay(until)}`;
  }
  if (since !== null) return `since ${formatDay(since)}`;
  return until === null ? "" : `until ${formatDay(until)}`;
}
