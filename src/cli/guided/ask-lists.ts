import {flattenSpace} from "../../core/text.ts";
import type {ItemSection} from "../../notes/body.ts";
import {listOf, flagKey} from "../command.ts";
import {itemFlags} from "../log/log-flags.ts";
import {closeQuote} from "./close-quote.ts";
import {refuseText, type Talk} from "./talk.ts";

interface ListQuestion {
  section: ItemSection;
  message: string;
}

/** What a genuine conversation is about: what works, what does not, what is wished for, what surprised. */
const interview: ListQuestion[] = [
  {section: "works", message: "What works for them?"},
  {section: "not-working", message: "What does not?"},
  {section: "wish", message: "What do they wish existed?"},
  {section: "surprises", message: "What surprised you?"},
];
/** A sales call is a live test: what drew them in, what put them off, what has to change. */
const selling: ListQuestion[] = [
  {section: "lean-in", message: "What made them lean in?"},
  {section: "tune-out", message: "What made them tune out or object?"},
  {section: "must-change", message: "What has to change before they would use it?"},
  {section: "surprises", message: "What surprised you?"},
];
const quick: ListQuestion[] = [{section: "story", message: "What did they say?"}];

/**
 * The list questions of the type, one line each. Lines answered before the type was changed stay: nothing
 * typed is lost.
 */
export async function askLists(
  isSelling: boolean,
  isQuick: boolean,
  talk: Talk,
): Promise<[ItemSection, string[]][]> {
  const questions = isQuick ? quick : isSelling ? selling : interview;
  const open = questions.filter(({section}) => !isGiven(section, talk));
  if (open.some(({section}) => talk.memory.known(listKey(section)) === undefined)) {
    await talk.prompter.say(
      '\nOne line each, an empty line goes on. Start with " for their exact words.\n',
    );
  }
  for (const {section, message} of open) {
    await talk.memory.once<string[]>(listKey(section), (before, part) =>
      talk.prompter.lines({
        message,
        initial: before ?? [],
        onChange: (lines) => {
          part([...lines]);
        },
        refuse: refuseText,
      }),
    );
  }
  return answered(talk);
}

function listKey(section: ItemSection): string {
  return `items/${section}`;
}

/** Whether a flag of the command line answers it. */
function isGiven(section: ItemSection, talk: Talk): boolean {
  return Object.entries(itemFlags).some(
    ([flag, known]) => known.section === section && listOf(talk.flags, flagKey(flag)).length > 0,
  );
}

function answered(talk: Talk): [ItemSection, string[]][] {
  const sections = [...new Set([...interview, ...selling, ...quick].map(({section}) => section))];
  return sections.flatMap((section): [ItemSection, string[]][] => {
    const lines = (talk.memory.known<string[]>(listKey(section)) ?? [])
      .map(flattenSpace)
      .filter((line) => line !== "")
      .map(closeQuote);
    return lines.length === 0 ? [] : [[section, lines]];
  });
}
