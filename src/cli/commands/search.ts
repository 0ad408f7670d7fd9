import {findLines, parseQuery, type Query} from "../../analysis/search.ts";
import {exitCodes, PmTalkError} from "../../core/errors.ts";
import {listWithOr, nearest} from "../../core/text.ts";
import {kinds, type Kind} from "../../notes/vocabulary.ts";
import {formats} from "../../render/formats.ts";
import {type SearchPage, searchDocument} from "../../reports/search-document.ts";
import {matchesTable} from "../../reports/main-tables.ts";
import {type SearchData, searchData, searchHit, type SearchHit} from "../../reports/search.ts";
import {type CommandDefinition, type Flags, type Input, isOn, listOf, valueOf} from "../command.ts";
import type {Context} from "../context.ts";
import {didYouMean} from "../did-you-mean.ts";
import {filterFlags, filtersOf, formatFlagsOf} from "../flags/flags.ts";
import {formatFor} from "../report/format.ts";
import {linkFrom} from "../report/output-file.ts";
import {showResult} from "../report/print-report.ts";
import {refuseRaw} from "../report/render-report.ts";
import {progressOn} from "../progress.ts";
import {runSearch, type Searched} from "../search-run.ts";
import {scopeOfAll, scopeOfText, type SearchScope} from "../search-scope.ts";
import {textOf} from "../../workspace/search-files.ts";
import {writeResult} from "../streams.ts";
import {terminalOf} from "../terminal.ts";

/** Files that are shown before the rest is only counted. */
const most = 20;

export const command: CommandDefinition = {
  args: [
    {name: "<text...>", about: 'words that a file must hold; "several words" in quotes are one'},
  ],
  flags: [
    {
      flags: "--kind <kind>",
      about: `only files of this kind: ${kinds.join(", ")}`,
      repeatable: true,
      words: kinds,
    },
    ...filtersOf(),
    {flags: "--context <n>", about: "lines shown around each find (default: 1)"},
    {flags: "--all", about: "every file and line, nothing cut"},
    ...formatFlagsOf("format", "raw"),
  ],
  notes:
    "Case and accents do not matter: uber finds Über. Parts of words are found too.\nFilters other than --kind leave conversations; days leave decisions as well.",
  writes: "nothing.",
  examples: ["search setup", `search '"single sign-on"' --since 90d`],
  reads: true,
  run: async (input, context) => {
    const query = readQuery(input.args);
    const format = formatFor(valueOf(input.flags, "format"), input.global.json, null);
    const raw = isOn(input.flags, "raw");
    refuseRaw(format, raw);
    const lines = readContextLines(input.flags);
    const only = readKinds(input.flags);
    const scope = await scopeFor(input, context);
    const searched = runSearch(scope, query, only, progressOn(context, input.global));
    if (format === "json") await printJson({scope, query, lines, searched}, input, context);
    else {
      const page = pageOf({scope, query, lines, searched}, isOn(input.flags, "all"));
      const options = {
        ...terminalOf(input.global, context, false),
        linkTo: linkFrom(null, scope.source.root, context.cwd),
        raw,
      };
      const report = {
        document: () => searchDocument(page),
        envelope: () => null,
        table: () => matchesTable(dataOf({scope, query, lines, searched})),
      };
      await writeResult(context, await formats[format].render(report, options));
    }
    return exitCodes.done;
  },
};

/** All is read where the answer rests on it: filters, JSON with what it was made from, or very many files. */
async function scopeFor(input: Input, context: Context): Promise<SearchScope> {
  const isFiltered = Object.keys(filterFlags).some((name) => input.flags[name] !== undefined);
  const needsAll = input.global.json || isFiltered || isOn(input.flags, "all");
  return await (needsAll ? scopeOfAll(input, context) : scopeOfText(input, context));
}

interface Answer {
  scope: SearchScope;
  query: Query;
  /** Lines around each find. */
  lines: number;
  searched: Searched;
}

function pageOf(answer: Answer, all: boolean): SearchPage {
  const {scope, query, searched} = answer;
  const found = new Map<Kind, number>();
  for (const {place} of searched.found) found.set(place.kind, (found.get(place.kind) ?? 0) + 1);
  return {
    query: query.text,
    asOf: scope.asOf,
    searched: searched.searched,
    found,
    hits: hitsOf(answer, all ? searched.found.length : most),
    all,
    near: searched.near,
    unread: searched.unread,
    names: scope.names,
  };
}

function hitsOf({scope, query, lines, searched}: Answer, limit: number): SearchHit[] {
  return searched.found.slice(0, limit).map(({place}) => {
    const {parsed, customer} = scope.about(place);
    const text = textOf(scope.source, place);
    const found = typeof text === "string" ? findLines(text, query, lines) : [];
    return searchHit(place, parsed, customer, found);
  });
}

function dataOf(answer: Answer): SearchData {
  return searchData(answer.query.text, hitsOf(answer, Infinity), answer.searched);
}

async function printJson(answer: Answer, input: Input, context: Context): Promise<void> {
  const {scope} = answer;
  if (scope.opened === null) throw new Error("JSON says what it was made from");
  const data = dataOf(answer);
  const {filters, opened} = scope;
  await showResult({kind: "search", data, text: () => "", filters}, input, opened, context);
}

function readQuery(args: string[]): Query {
  const query = parseQuery(args.join(" "));
  if (query.terms.length > 0) return query;
  throw new PmTalkError("usage", "Nothing to search for.", `pm-talk search setup`);
}

function readContextLines(flags: Flags): number {
  const typed = valueOf(flags, "context");
  if (typed === null) return 1;
  if (/^\d{1,2}$/.test(typed)) return Number(typed);
  throw new PmTalkError("usage", `--context "${typed}" is not a number of lines.`, "--context 2");
}

function readKinds(flags: Flags): Kind[] {
  return listOf(flags, "kind").map((typed) => {
    const word = typed.trim().toLowerCase();
    const kind = kinds.find((known) => known === word || `${known}s` === word);
    if (kind !== undefined) return kind;
    const near = didYouMean(nearest(word, kinds));
    throw new PmTalkError("usage", `No kind "${typed}".`, `${near}There are: ${listWithOr(kinds)}`);
  });
}
