import {compareText, foldName} from "../core/text.ts";
import {itemSections, type ItemSection} from "../notes/body.ts";
import type {Collection, Conversation, Decision} from "../notes/collection.ts";

/** Customers who have to say it before it is worth asking why nothing was done. */
const fewest = 3;

/** What hurts. */
const painSections: readonly ItemSection[] = ["not-working", "pains"];

/** A pain that several customers named and that no decision rests on. */
export interface NotActedOn {
  /** Without `#`. */
  theme: string;
  /** Ids, in order of the first talk. */
  customers: string[];
  /** Ids of the talks, by date. */
  conversations: string[];
}

/**
 * Heard but not acted on: themes of pains from at least three customers in the talks of a gate's window that
 * none of the talks cited by a decision holds. One that is only proposed is no act. Most customers first.
 */
export function notActedOn(
  window: readonly Conversation[],
  decisions: readonly Decision[],
  {conversations}: Pick<Collection, "conversations">,
): NotActedOn[] {
  const acted = themesActedOn(decisions, conversations);
  const heard = new Map<string, {customers: Set<string>; conversations: string[]}>();
  for (const talk of window.filter(({status}) => status === "held")) {
    for (const theme of themesIn(talk, painSections)) {
      const known = heard.get(theme) ?? {customers: new Set(), conversations: []};
      heard.set(theme, known);
      known.customers.add(talk.customer);
      known.conversations.push(talk.id);
    }
  }
  return [...heard]
    .filter(([theme, {customers}]) => customers.size >= fewest && !acted.has(theme))
    .map(([theme, one]) => ({theme, ...one, customers: [...one.customers]}))
    .sort((a, b) => b.customers.length - a.customers.length || compareText(a.theme, b.theme));
}

function themesActedOn(
  decisions: readonly Decision[],
  conversations: readonly Conversation[],
): Set<string> {
  const cited = new Set(
    decisions
      .filter(({status}) => status !== "proposed")
      .flatMap(({because}) => because.map(({conversation}) => conversation)),
  );
  const talks = conversations.filter(({id, also}) => [id, ...also].some((one) => cited.has(one)));
  return new Set(
    talks.flatMap((talk) => [
      ...themesIn(talk, itemSections),
      ...talk.evidence.flatMap(({themes}) => themes.map(foldName)),
    ]),
  );
}

function themesIn({items}: Conversation, sections: readonly ItemSection[]): Set<string> {
  const themes = sections.flatMap((section) => items[section].flatMap((item) => item.themes));
  return new Set(themes.map(foldName));
}
