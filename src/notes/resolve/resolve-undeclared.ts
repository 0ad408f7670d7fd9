import type {Place} from "../../core/diagnostics.ts";
import type {Config} from "../config.ts";
import type {ParsedFile} from "../files.ts";
import {referencedId} from "./names-index.ts";
import type {DistinctFiles} from "./resolve-duplicates.ts";
import {warning} from "./resolve-faults.ts";
import type {FileFault} from "./resolve-input.ts";
import type {Indexes} from "./resolve-references.ts";

/** A reference of a file to something that may be declared. */
interface Reference {
  what: "customer" | "contact" | "member" | "concept" | "assumption" | "segment";
  name: string;
  place: Place;
}

/** A warning for each reference that no file, no member and no segment of the config stands for. */
export function undeclaredFaults(
  files: DistinctFiles,
  indexes: Indexes,
  config: Config,
): FileFault[] {
  const isDeclared = (reference: Reference): boolean => declares(reference, indexes, config);
  const among = <File extends ParsedFile>(
    list: readonly File[],
    referencesOf: (file: File) => Reference[],
  ): FileFault[] =>
    list.flatMap((file) =>
      referencesOf(file)
        .filter((reference) => !isDeclared(reference))
        .map((reference) => undeclared(file.file, reference)),
    );
  return [
    ...among(files.of("conversation").files, (note) => inNote(note, indexes)),
    ...among(files.of("customer").files, ({fields}) => [
      ...one("segment", "segment", fields.segment),
      ...one("member", "owner", fields.owner),
    ]),
    ...among(files.of("assumption").files, inAssumption),
    ...among(files.of("concept").files, inConcept),
    ...among(files.of("decision").files, inDecision),
  ];
}

/** A team that lists no segments has none to keep to. */
function declares({what, name}: Reference, indexes: Indexes, config: Config): boolean {
  switch (what) {
    case "customer":
      return indexes.customers.find(name) !== null;
    case "contact":
      return false;
    case "member":
      return name.toLowerCase() === "them" || indexes.members.find(name) !== null;
    case "concept":
      return indexes.concepts.find(name) !== null;
    case "assumption":
      return indexes.assumptions.find(name) !== null;
    case "segment":
      return config.segments.length === 0 || indexes.segments.find(name) !== null;
  }
}

function inNote({fields, body}: ParsedFile<"conversation">, indexes: Indexes): Reference[] {
  const customer = indexes.customers.find(fields.customer);
  const people = indexes.people.get(customer ?? "");
  const strangers = list("contact", "contacts", fields.contacts).filter(({name}) => {
    const plain = referencedId(name);
    return (people?.find(plain.slice(plain.indexOf("/") + 1)) ?? null) === null;
  });
  return [
    ...one("customer", "customer", fields.customer),
    // Nobody is known of a customer that is not declared; that one warning says it.
    ...(customer === null ? [] : strangers),
    ...list("member", "team", fields.team),
    ...list("member", "observers", fields.observers),
    ...list("concept", "concepts", fields.concepts),
    ...body.lines.evidence.map(({assumption, line}) => inLine("assumption", assumption, line)),
    ...body.lines.steps.map(({who, line}) => inLine("member", who, line)),
  ];
}

function inAssumption({fields}: ParsedFile<"assumption">): Reference[] {
  return [
    ...list("concept", "concepts", fields.concepts),
    ...list("segment", "segments", fields.segments),
    ...one("member", "owner", fields.owner),
    ...list("member", "believers", fields.believers),
    ...list("member", "doubters", fields.doubters),
    ...one("member", "by", fields.by),
    ...one("assumption", "replaces", fields.replaces),
  ];
}

function inConcept({fields, body}: ParsedFile<"concept">): Reference[] {
  return [
    ...list("segment", "segments", fields.segments),
    ...one("member", "owner", fields.owner),
    ...body.lines.claims.flatMap(({assumptions, line}) =>
      assumptions.map((name) => inLine("assumption", name, line)),
    ),
  ];
}

function inDecision({fields, body}: ParsedFile<"decision">): Reference[] {
  return [
    ...one("concept", "concept", fields.concept),
    ...list("assumption", "assumptions", fields.assumptions),
    ...list("member", "by", fields.by),
    ...body.lines.told.map(({customer, line}) => inLine("customer", customer, line)),
  ];
}

function one(what: Reference["what"], field: string, name: string | null): Reference[] {
  return name === null ? [] : [{what, name, place: {at: "field", field}}];
}

function list(what: Reference["what"], field: string, names: readonly string[]): Reference[] {
  return names.map((name, index) => ({what, name, place: {at: "field", field, index}}));
}

function inLine(what: Reference["what"], name: string, line: number): Reference {
  return {what, name, place: {at: "line", line, column: 1, length: 0}};
}

const homes: Record<Reference["what"], string> = {
  customer: "A file in customers declares one.",
  contact: "A line under People in the customer's file declares one.",
  member: "The team stands in pm-talk.yml.",
  concept: "A file in concepts declares one.",
  assumption: "A file in assumptions declares one.",
  segment: "The segments stand in pm-talk.yml.",
};

function undeclared(file: string, {what, name, place}: Reference): FileFault {
  const message = `no ${what} "${referencedId(name)}" is declared`;
  return {file, fault: warning(`${what}-undeclared`, place, message, homes[what])};
}
