import {selectConversations, noFilters, type Filters} from "../analysis/select.ts";
import {collectionAsOf} from "../analysis/as-of.ts";
import type {CalendarDate} from "../core/calendar.ts";
import {foldId} from "../core/identity.ts";
import type {Collection} from "../notes/collection.ts";
import type {FilePlace, ParsedFile} from "../notes/files.ts";
import {indexNames, type NamesIndex, referencedId} from "../notes/resolve/names-index.ts";
import {namesOf, type Names, typeName} from "../reports/names.ts";
import {diskSource} from "../workspace/disk-source.ts";
import {findWorkspace} from "../workspace/find-workspace.ts";
import {loadConfig} from "../workspace/load-config.ts";
import {readerOf} from "../workspace/read-notes.ts";
import type {Source} from "../workspace/source.ts";
import type {Input} from "./command.ts";
import type {Context} from "./context.ts";
import {openWorkspace, readAsOf, type Opened} from "./open.ts";
import {requestOf} from "./report/print-report.ts";

/** What is searched, and what is known of a file in it. */
export interface SearchScope {
  source: Source;
  places: FilePlace[];
  asOf: CalendarDate;
  /** Whether the answer is for a day gone by: what is dated later does not exist yet. */
  isPast: boolean;
  filters: Filters;
  /** The file as read; null when it is left out. `customer` is that of its talk, by id. */
  about: (place: FilePlace) => {parsed: ParsedFile | null; customer: string | null};
  names: Pick<Names, "customer" | "type">;
  /** The whole workspace, where it was read. */
  opened: Opened | null;
}

/** The files that the filters let through, in a workspace that was read as a whole. */
export async function scopeOfAll(input: Input, context: Context): Promise<SearchScope> {
  const opened = await openWorkspace(input.global, context);
  const {workspace, asOf, today} = opened;
  const {filters, collection} = await requestOf(input, opened, context);
  const isPast = asOf < today;
  const talks = new Map(
    collection.conversations.flatMap((talk) => talk.files.map((file) => [file, talk])),
  );
  const parsed = new Map(workspace.results.map(({place, result}) => [place.file, result.parsed]));
  const places = workspace.source.files().places;
  return {
    source: workspace.source,
    places: isNarrow(filters) ? places.filter(passes(filters, collection, {asOf, isPast})) : places,
    asOf,
    isPast,
    filters,
    about: ({file}) => ({
      parsed: parsed.get(file) ?? null,
      customer: talks.get(file)?.customer ?? null,
    }),
    names: namesOf(collection),
    opened,
  };
}

function isNarrow(filters: Filters): boolean {
  return Object.entries(filters).some(([key, value]) =>
    Array.isArray(value) ? value.length > 0 : value !== noFilters[key as keyof Filters],
  );
}

/** Filters choose talks; a decision has a day too, and passes when nothing but days is asked for. */
function passes(
  filters: Filters,
  collection: Collection,
  {asOf, isPast}: Pick<SearchScope, "asOf" | "isPast">,
): (place: FilePlace) => boolean {
  const then = collectionAsOf(collection, asOf);
  const {conversations, decisions} = isPast ? then : collection;
  const talks = selectConversations(conversations, filters, then);
  const files = new Set(talks.flatMap((talk) => talk.files));
  const {since, until, ...others} = filters;
  if (!isNarrow({...noFilters, ...others})) {
    for (const {date, file} of decisions) {
      if (date !== null && date >= (since ?? date) && date <= (until ?? date)) files.add(file);
    }
  }
  return ({file}) => files.has(file);
}

/**
 * All files of a workspace of which nothing is read but what is asked about: for one question, reading ten
 * thousand notes would take longer than looking through them.
 */
export async function scopeOfText(input: Input, context: Context): Promise<SearchScope> {
  const asOf = await readAsOf(input.global, context.today, context);
  const root = findWorkspace({cwd: context.cwd, dir: input.global.dir, env: context.env});
  const config = await loadConfig(root);
  const source = diskSource(root);
  const {places} = source.files();
  const read = await readerOf(config);
  const parse = (place: FilePlace): ParsedFile | null => {
    const bytes = source.read(place.file);
    return bytes instanceof Uint8Array ? read(place, bytes).parsed : null;
  };
  return {
    source,
    places,
    asOf,
    isPast: asOf < context.today,
    filters: noFilters,
    about: (place) => ({parsed: parse(place), customer: null}),
    names: {customer: customerNames(places, parse), type: typeName},
    opened: null,
  };
}

/** What a customer is called, by what a note calls them: mostly the id, else a name or alias that one has. */
function customerNames(
  places: readonly FilePlace[],
  parse: (place: FilePlace) => ParsedFile | null,
): (written: string) => string {
  const files = places.filter(({kind}) => kind === "customer");
  const byId = new Map(files.map((place) => [foldId(place.id), place]));
  const read = (place: FilePlace) => parse(place) as ParsedFile<"customer"> | null;
  // Only for a customer that is no id are all of them read.
  let index: NamesIndex | null = null;
  const indexed = (): NamesIndex => {
    const parsed = files.flatMap((place) => read(place) ?? []);
    return indexNames(
      parsed.map(({id, file, fields: {name, aliases}}) => ({
        id,
        file,
        names: [name ?? id, ...aliases].map((text) => ({text, place: {at: "file"}})),
      })),
      [],
    );
  };
  return (written) => {
    const id = foldId(referencedId(written));
    const place = byId.get(id) ?? byId.get(foldId((index ??= indexed()).find(written) ?? ""));
    return (place === undefined ? null : read(place)?.fields.name) ?? place?.id ?? written;
  };
}
