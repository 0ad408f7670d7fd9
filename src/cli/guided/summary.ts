import {formatDay} from "../../core/calendar.ts";
import {count, listWithAnd} from "../../core/text.ts";
import type {LogValues} from "../log/read-log.ts";
import {namesOf} from "../../reports/names.ts";
import {knownCustomers} from "../known.ts";
import {nearestNamed} from "../names.ts";
import {contactName, pitchBefore, relationshipOf} from "./ask-rest.ts";
import type {Talk, Told} from "./talk.ts";

/** What is about to be saved, on one screen. */
export function summaryOf(told: Told, values: LogValues, verdict: string, talk: Talk): string {
  const rows = [
    ...newRow(told, talk),
    ...pitchRow(told, talk),
    ["They are now", relationshipRow(told, talk)],
    ...values.fields.tags.map((tag) => ["Tag", tag]),
  ];
  return [
    "",
    `  ${headline(told, values, talk)}`,
    `  ${contentLine(told, values)}`,
    ...rows.map(([title = "", text = ""]) => `  ${title.padEnd(15)}${text}`),
    `  ${verdict}`,
    "",
  ].join("\n");
}

/** `Gantry (Tom Berg), sales call, Thu 2026-11-19, you and Farid, Fast setup` */
function headline(told: Told, {fields}: LogValues, talk: Talk): string {
  const names = namesOf(talk.collection);
  const contacts = fields.contacts.map((contact) => contactName(contact, told.customer, talk));
  const who = contacts.length === 0 ? "" : ` (${contacts.join(", ")})`;
  const ours = [...fields.team, ...fields.observers].map((handle) =>
    handle === talk.me ? "you" : names.member(handle),
  );
  const concepts = fields.concepts.map((id) => names.concept(id));
  return [
    `${told.customer.name}${who}`,
    names.type(fields.type),
    `${formatDay(fields.date)}${fields.time === null ? "" : ` ${fields.time}`}`,
    ...(ours.length === 0 ? [] : [listWithAnd(ours)]),
    ...(concepts.length === 0 ? [] : [listWithAnd(concepts)]),
    ...(fields.duration === null ? [] : [`${String(fields.duration)} minutes`]),
  ].join(", ");
}

/** `4 lines, 2 tests of assumptions, 1 ask (declined), 1 next step` */
function contentLine(told: Told, {content}: LogValues): string {
  const {evidence, asks, promised, requests, introductions, steps} = content.lines;
  const typed = told.items.reduce((sum, [, lines]) => sum + lines.length, 0);
  const others = Object.values(content.items).reduce((sum, lines) => sum + lines.length, 0);
  const parts = [
    typed + others > 0 ? count(Math.max(typed, others), "line") : "",
    evidence.length > 0
      ? count(evidence.length, "test of assumptions", "tests of assumptions")
      : "",
    ...asks.map(({answer}) => `1 ask (${answer})`),
    ...promised.map(({exists}) => `1 promise (${exists === "none" ? "does not exist" : exists})`),
    requests.length > 0 ? count(requests.length, "request") : "",
    introductions.length > 0 ? count(introductions.length, "introduction") : "",
    steps.length > 0 ? count(steps.length, "next step") : "",
    content.body === null ? "" : "more text",
  ];
  return parts.filter((part) => part !== "").join(", ") || "nothing said yet";
}

/** A slip in a name makes a second customer of one, so a new one is told apart from a known one. */
function newRow({customer: {name, isNew}}: Told, talk: Talk): string[][] {
  if (!isNew) return [];
  const near = nearestNamed(name, knownCustomers(talk.collection)).map(
    (thing) => thing.label ?? thing.id,
  );
  return [["New customer", near.length === 0 ? name : `${name}; nearest: ${near.join(", ")}`]];
}

function pitchRow(told: Told, talk: Talk): string[][] {
  if (!told.selling && told.pitch === null) return [];
  const usual = pitchBefore(told.customer, talk);
  const said = told.pitch === null ? "none" : told.pitch;
  return [["Pitch", told.pitch !== null && told.pitch === usual ? `${said}, as last time` : said]];
}

function relationshipRow(told: Told, talk: Talk): string {
  if (told.relationship !== null) return told.relationship;
  const before = relationshipOf(told.customer, talk);
  return before === null ? "not said" : `${before}, as before`;
}
