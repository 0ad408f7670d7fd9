import * as v from "valibot";
import {compareText} from "../../core/text.ts";
import {assumptionSchema} from "../assumption.ts";
import type {Assumption, Concept, Conversation, Customer, Decision} from "../collection.ts";
import {customerSchema} from "../customer.ts";
import type {ParsedFile} from "../files.ts";
import type {FilesOf} from "./resolve-duplicates.ts";
import {unique} from "./resolve-note.ts";
import type {References} from "./resolve-references.ts";

const noCustomerFields = v.parse(customerSchema, {});
const noAssumptionFields = v.parse(assumptionSchema, {});

/** Declared customers and those that notes only name, by id. */
export function customersOf(
  {files}: FilesOf<"customer">,
  conversations: readonly Conversation[],
  references: References,
): Customer[] {
  const declared = files.map(({id, file, fields, body}) => ({
    ...fields,
    id,
    file,
    name: fields.name ?? id,
    segment: maybe(fields.segment, references.segment),
    owner: maybe(fields.owner, references.member),
    people: body.lines.people,
  }));
  const known = new Set(declared.map((customer) => customer.id));
  const named = unique(conversations.map((conversation) => conversation.customer))
    .filter((id) => !known.has(id))
    .map((id) => ({...noCustomerFields, id, name: id, file: null, people: []}));
  return byId([...declared, ...named]);
}

/** Declared assumptions, those whose file cannot be read, and those that notes only name, by id. */
export function assumptionsOf(
  {files, leftOut}: FilesOf<"assumption">,
  conversations: readonly Conversation[],
  references: References,
): Assumption[] {
  const read = files.map((file) => assumptionOf(file, references));
  const unread: Assumption[] = leftOut.map(({id, file}) => ({
    ...noAssumptionFields,
    id,
    file,
    state: "unreadable",
  }));
  const known = new Set<string>();
  // Two left-out files with one id are one assumption that cannot be read.
  const listed = [...read, ...unread].filter(({id}) => {
    const listedAs = references.assumption(id);
    return known.has(listedAs) ? false : known.add(listedAs);
  });
  const named = unique(conversations.flatMap(({evidence}) => evidence.map((row) => row.assumption)))
    .filter((id) => !known.has(id))
    .map((id): Assumption => ({...noAssumptionFields, id, file: null, state: "undeclared"}));
  return byId([...listed, ...named]);
}

function assumptionOf(
  {id, file, fields}: ParsedFile<"assumption">,
  references: References,
): Assumption {
  return {
    ...fields,
    id,
    file,
    state: fields.type === null ? "unreadable" : "declared",
    concepts: unique(fields.concepts.map(references.concept)),
    segments: unique(fields.segments.map(references.segment)),
    owner: maybe(fields.owner, references.member),
    believers: unique(fields.believers.map(references.member)),
    doubters: unique(fields.doubters.map(references.member)),
    by: maybe(fields.by, references.member),
    replaces: maybe(fields.replaces, references.assumption),
  };
}

/** Declared concepts, by id. */
export function conceptsOf({files}: FilesOf<"concept">, references: References): Concept[] {
  return byId(
    files.map(({id, file, fields, body: {lines}}) => ({
      ...fields,
      id,
      file,
      name: fields.name ?? id,
      owner: maybe(fields.owner, references.member),
      segments: unique(fields.segments.map(references.segment)),
      gates: lines.gates.map((gate) => ({...gate, by: maybe(gate.by, references.member)})),
      claims: lines.claims.map((claim) => ({
        ...claim,
        assumptions: claim.assumptions.map(references.assumption),
      })),
      limitations: lines.limitations,
      criteria: lines.criteria,
    })),
  );
}

/** Decisions, by id; what they cite is resolved when the talks are known. */
export function decisionsOf({files}: FilesOf<"decision">, references: References): Decision[] {
  return byId(
    files.map(({id, file, fields, body: {lines}}) => ({
      ...fields,
      id,
      file,
      concept: maybe(fields.concept, references.concept),
      assumptions: unique(fields.assumptions.map(references.assumption)),
      by: unique(fields.by.map(references.member)),
      because: lines.because,
      told: lines.told.map((line) => ({...line, customer: references.customer(line.customer)})),
    })),
  );
}

function maybe(value: string | null, find: (name: string) => string): string | null {
  return value === null ? null : find(value);
}

function byId<Thing extends {id: string}>(things: Thing[]): Thing[] {
  return things.sort((a, b) => compareText(a.id, b.id));
}
