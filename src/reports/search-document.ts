import {formatDay, type CalendarDate} from "../core/calendar.ts";
import {shortId} from "../core/identity.ts";
import {count, listWithOr, listWithAnd} from "../core/text.ts";
import {kinds, type Kind} from "../notes/vocabulary.ts";
import type {Block, Document, Span, Spans} from "./document.ts";
import type {Names} from "./names.ts";
import {lineFacts} from "./search-lines.ts";
import type {SearchHit} from "./search.ts";

/** What a page of hits is made of. */
export interface SearchPage {
  query: string;
  asOf: CalendarDate;
  /** Files that were gone through. */
  searched: number;
  /** Files that hold it, of each kind. */
  found: Map<Kind, number>;
  /** Those that are shown. */
  hits: SearchHit[];
  /** Whether every line of a file is shown. */
  all: boolean;
  near: string[];
  unread: {file: string; reason: string}[];
  names: Pick<Names, "customer" | "type">;
}

/** Hits on a screen: how many, then file by file the lines with what stands around them. */
export function searchDocument(page: SearchPage): Document {
  const total = totalOf(page);
  const more = total - page.hits.length;
  return {
    title: `Search: ${page.query}`,
    blocks: [
      {block: "answer", lines: [answer(page)]},
      ...page.unread.map(unreadBlock),
      ...page.hits.map((hit) => hitBlock(hit, page)),
      ...(more === 0
        ? []
        : [{block: "paragraph" as const, text: `… and ${count(more, "more file")} (--all)`}]),
      {
        block: "footer",
        lines: [`${formatDay(page.asOf)}. ${count(page.searched, "file")} searched.`],
      },
    ],
  };
}

function totalOf({found}: SearchPage): number {
  return [...found.values()].reduce((sum, n) => sum + n, 0);
}

function answer({query, found, near, searched}: SearchPage): Spans {
  const asked: Span = {role: "strong", text: query};
  const parts = kinds.flatMap((kind) => {
    const n = found.get(kind) ?? 0;
    return n === 0 ? [] : [count(n, kind)];
  });
  if (parts.length > 0) return [asked, ` is in ${listWithAnd(parts)}.`];
  const meant = near.length === 0 ? "" : ` Did you mean ${listWithOr(near)}?`;
  return ["Nothing found for ", asked, ` in ${count(searched, "file")}.${meant}`];
}

function unreadBlock({file, reason}: {file: string; reason: string}): Block {
  return {block: "callout", tone: "warn", text: `${file} was not searched: ${reason}.`};
}

function hitBlock(hit: SearchHit, page: SearchPage): Block {
  const {kind, id, file, readable} = hit;
  const blocks: Block[] = lineFacts(hit.lines, page.all);
  if (!readable) {
    const check: Span = {role: "command", text: `pm-talk check ${file}`};
    blocks.unshift({
      block: "paragraph",
      text: [{role: "status", text: "Reports leave it out:", tone: "warn"}, " ", check],
    });
  }
  const {lead, about} = titleOf(hit, page);
  return {
    block: "group",
    lead: [{role: "file", kind, file, text: lead}, about === "" ? "" : `  ${about}`],
    aside: {role: "id", text: shortId(id)},
    blocks,
  };
}

/** The day and with whom, or the name of the thing and what it is. */
function titleOf(hit: SearchHit, {names}: SearchPage): {lead: string; about: string} {
  const {kind, file, date, customer, type, name, readable} = hit;
  if (!readable) return {lead: file, about: ""};
  if (kind === "conversation") {
    const about = [customer === null ? "" : names.customer(customer), names.type(type ?? "")];
    return {lead: formatDay(date ?? ""), about: about.filter((part) => part !== "").join(", ")};
  }
  if (kind === "decision" && date !== null)
    return {lead: formatDay(date), about: `${name ?? hit.id} (decision)`};
  return {lead: name ?? hit.id, about: `(${kind})`};
}
