import {writeLine} from "../../notes/lines/write-line.ts";
import type {EvidenceKind} from "../../notes/vocabulary.ts";
import type {Flags} from "../command.ts";
import {readWords} from "./ask-line.ts";
import type {Talk, Told, ToldEvidence} from "./talk.ts";

/**
 * The answers as the flags of `log` that say the same: the guided log writes nothing that flags could not.
 * `customer` goes as the first word.
 */
export function flagsOfTold(told: Told, talk: Talk): {args: string[]; flags: Flags} {
  const flags: Flags = {...talk.flags};
  const one = (name: string, value: string | null): void => {
    if (value !== null && value !== "") flags[name] = value;
  };
  const many = (name: string, values: string[]): void => {
    if (values.length > 0) flags[name] = [...listFlag(flags[name]), ...values];
  };
  // A second account takes customer, day and time from the first.
  if (told.addTo === null) {
    one("date", told.date === talk.today ? null : told.date);
    one("time", told.time);
  } else {
    one("addTo", told.addTo);
    for (const name of ["date", "time", "customer"]) flags[name] = undefined;
  }
  one("type", told.type);
  if (told.customer.isNew) flags["newCustomer"] = true;
  one("segment", told.customer.segment);
  one("source", told.customer.source);
  many("contact", told.contacts);
  many("team", told.team);
  many("observer", told.observers);
  many("concept", told.concepts);
  many("section", sectionsOf(told));
  many("evidence", told.evidence.map(evidenceLine));
  many("ask", told.ask === null ? [] : [askLine(told.ask)]);
  many("promise", told.promise === null ? [] : [promiseLine(told.promise)]);
  many("step", told.step === null ? [] : [stepLine(told.step)]);
  many("introduction", told.introduction === null ? [] : [introductionLine(told.introduction)]);
  many("consent", told.consent ?? []);
  one("pitch", told.pitch);
  one("relationship", told.relationship);
  one("duration", told.duration);
  return {args: told.addTo === null ? [told.customer.id] : [], flags};
}

function listFlag(value: Flags[string]): string[] {
  return Array.isArray(value) ? value : typeof value === "string" ? [value] : [];
}

/** Lines that became evidence stand there alone; with one person there, a quote is that person's. */
function sectionsOf({items, evidence, contacts}: Told): string[] {
  const moved = new Set(evidence.map(({words}) => words));
  return items.flatMap(([section, lines]) =>
    lines.filter((line) => !moved.has(line)).map((line) => `${section}: ${saidBy(line, contacts)}`),
  );
}

function saidBy(line: string, contacts: string[]): string {
  const [only, second] = contacts;
  const row = readWords(line);
  if (only === undefined || second !== undefined || row === null) return line;
  if (row.quote === null || row.who !== null) return line;
  return withWho(line, only) ?? line;
}

/** The line with who said it behind the closing mark, before its hashtags; null where that reads otherwise. */
function withWho(line: string, who: string): string | null {
  const tags = /(?:\s+#[^\s#]+)+$/.exec(line)?.[0] ?? "";
  const said = `${line.slice(0, line.length - tags.length)} — ${who}${tags}`;
  const before = readWords(line);
  const after = readWords(said);
  return after !== null && after.quote === before?.quote && after.who === who ? said : null;
}

function evidenceLine({assumption, words, stance, kind, who}: ToldEvidence): string {
  const row = readWords(words);
  const said = row ?? {quote: null, note: words === "" ? null : words, who: null, themes: []};
  return bullet(
    writeLine("evidence", {
      stance,
      assumption,
      kind: kind as EvidenceKind,
      unprompted: false,
      ...{quote: said.quote, note: said.note, who: said.who ?? who, themes: said.themes},
    }),
  );
}

function askLine(ask: NonNullable<Told["ask"]>): string {
  const {what, currency, answer, because} = ask;
  const row = {what, currency, answer, reason: because === "" ? null : because};
  return bullet(writeLine("asks", row as Parameters<typeof writeLine<"asks">>[1]));
}

function promiseLine(promise: NonNullable<Told["promise"]>): string {
  return bullet(writeLine("promised", promise as Parameters<typeof writeLine<"promised">>[1]));
}

function stepLine({what, who, due}: NonNullable<Told["step"]>): string {
  return bullet(writeLine("steps", {what, who, due, done: false, doneOn: null}));
}

function introductionLine(who: string): string {
  return bullet(writeLine("introductions", {who, state: "asked"}));
}

/** Flags take the line without its dash. */
function bullet(line: string): string {
  return line.replace(/^- /, "");
}
