import {foldName} from "../../core/text.ts";
import type {PersonLine} from "../body.ts";
import type {Config} from "../config.ts";
import type {ParsedFile} from "../files.ts";
import {
  firstSpellings,
  indexNames,
  referencedId,
  type Holder,
  type NamesIndex,
} from "./names-index.ts";
import type {DistinctFiles} from "./resolve-duplicates.ts";
import type {Kind} from "../vocabulary.ts";

/** Everything that files may refer to by id, name or alias. */
export interface Indexes {
  customers: NamesIndex;
  /** Ids of people by customer: looked up by id or name. */
  people: Map<string, NamesIndex>;
  members: NamesIndex;
  concepts: NamesIndex;
  assumptions: NamesIndex;
  segments: NamesIndex;
  conversations: NamesIndex;
  decisions: NamesIndex;
}

/** Turns what a file says into the id it means; what nobody declared keeps its first spelling. */
export interface References {
  customer: (name: string) => string;
  /** `customer` is an id already. */
  contact: (customer: string, name: string) => string;
  member: (name: string) => string;
  concept: (name: string) => string;
  assumption: (name: string) => string;
  segment: (name: string) => string;
}

/** Indexes all files and the team. */
export function indexesOf(config: Config, files: DistinctFiles): Indexes {
  const byKind = (kind: Kind, namesOf: (file: ParsedFile) => Holder["names"]): NamesIndex => {
    const {files: parsed, leftOut} = files.of(kind);
    const holders = parsed.map((file) => ({id: file.id, file: file.file, names: namesOf(file)}));
    return indexNames(
      holders,
      leftOut.map((place) => place.id),
    );
  };
  return {
    customers: byKind("customer", nameAndAliases),
    people: peopleOf(files.of("customer").files),
    members: indexNames(config.team.map(memberHolder), []),
    concepts: byKind("concept", nameAndAliases),
    assumptions: byKind("assumption", nameAndAliases),
    segments: indexNames([], config.segments),
    conversations: byKind("conversation", () => []),
    decisions: byKind("decision", () => []),
  };
}

/** References by the given indexes. First spellings are kept in it, so resolve files in a fixed order. */
export function referencesOf(indexes: Indexes): References {
  const lookUp = (index: NamesIndex): ((name: string) => string) => {
    const spelling = firstSpellings();
    return (name) => index.find(name) ?? spelling(referencedId(name));
  };
  return {
    customer: lookUp(indexes.customers),
    contact: contactsOf(indexes.people),
    member: memberOf(lookUp(indexes.members)),
    concept: lookUp(indexes.concepts),
    assumption: lookUp(indexes.assumptions),
    segment: lookUp(indexes.segments),
  };
}

/** `them` is nobody of ours and no name. */
function memberOf(find: (name: string) => string): (name: string) => string {
  return (name) => (foldName(name) === "them" ? "them" : find(name));
}

function contactsOf(people: Indexes["people"]): References["contact"] {
  const spellings = new Map<string, (name: string) => string>();
  return (customer, name) => {
    const plain = withoutCustomer(referencedId(name), customer);
    const found = people.get(customer)?.find(plain);
    if (found !== undefined && found !== null) return found;
    const spelling = spellings.get(customer) ?? firstSpellings();
    spellings.set(customer, spelling);
    return spelling(plain);
  };
}

/** `gantry/tom-berg`, as one types it on the command line, is `tom-berg`. */
function withoutCustomer(name: string, customer: string): string {
  const slash = name.indexOf("/");
  if (slash < 0 || foldName(name.slice(0, slash)) !== foldName(customer)) return name;
  return name.slice(slash + 1).trim();
}

function peopleOf(customers: readonly ParsedFile<"customer">[]): Map<string, NamesIndex> {
  return new Map(
    customers.map((customer) => {
      const holders = customer.body.lines.people.map((person) => ({
        id: person.id,
        file: customer.file,
        names: waysToName(person).map((text) => ({text, place: {at: "file"} as const})),
      }));
      return [customer.id, indexNames(holders, [])];
    }),
  );
}

/** `Tom Berg`, `Tom Berg, head of finance` as the line of People has it, and the address. */
function waysToName({name, title, email}: PersonLine): string[] {
  return [name, title === null ? null : `${name}, ${title}`, email].filter((one) => one !== null);
}

function memberHolder(member: Config["team"][number]): Holder {
  const names = member.name === null ? member.aliases : [member.name, ...member.aliases];
  return {
    id: member.handle,
    file: "pm-talk.yml",
    names: names.map((text) => ({text, place: {at: "field", field: "team"}})),
  };
}

function nameAndAliases(file: ParsedFile): Holder["names"] {
  const {name, aliases} = file.fields as {name?: string | null; aliases: string[]};
  const named = name === null || name === undefined ? [] : [{text: name, place: field("name")}];
  return [...named, ...aliases.map((text, index) => ({text, place: {...field("aliases"), index}}))];
}

function field(name: string): {at: "field"; field: string} {
  return {at: "field", field: name};
}
