import type {Place} from "../../core/diagnostics.ts";
import type {Assumption, Conversation, Decision} from "../collection.ts";
import type {NamesIndex} from "./names-index.ts";
import type {FileFault} from "./resolve-input.ts";
import type {Indexes} from "./resolve-references.ts";

/** What refers to conversations and decisions by id. */
export interface Linked {
  conversations: Conversation[];
  assumptions: Assumption[];
  decisions: Decision[];
}

/**
 * Points `follows`, `origin`, Because and a decision's `replaces` at the thing they mean; a note that was
 * joined into a talk stands for the talk. A link to nothing stays as written and is a warning: unlike a
 * customer, a conversation that has no file cannot be meant.
 */
export function linkTalks(things: Linked, indexes: Indexes): Linked & {faults: FileFault[]} {
  const faults: FileFault[] = [];
  const talks = new Map<string, string>();
  for (const {id, also} of things.conversations) {
    for (const noteId of [id, ...also]) talks.set(noteId, id);
  }
  const link =
    (index: NamesIndex, what: string) =>
    (text: string, at: Link): string => {
      const found = index.find(text);
      if (found === null) faults.push(unknownLink(text, at, what));
      return found === null ? text : (talks.get(found) ?? found);
    };
  const talk = link(indexes.conversations, "conversation");
  const choice = link(indexes.decisions, "decision");
  return {
    conversations: things.conversations.map((conversation) =>
      conversation.follows === null
        ? conversation
        : {
            ...conversation,
            follows: talk(conversation.follows, fieldOf(conversation.files[0] ?? "", "follows")),
          },
    ),
    assumptions: things.assumptions.map((assumption) =>
      assumption.origin === null
        ? assumption
        : {
            ...assumption,
            origin: talk(assumption.origin, fieldOf(assumption.file ?? "", "origin")),
          },
    ),
    decisions: things.decisions.map((decision) => ({
      ...decision,
      replaces:
        decision.replaces === null
          ? null
          : choice(decision.replaces, fieldOf(decision.file, "replaces")),
      because: decision.because.map((line) => ({
        ...line,
        conversation: talk(line.conversation, lineOf(decision.file, line.line)),
      })),
    })),
    faults,
  };
}

interface Link {
  file: string;
  name: string;
  place: Place;
}

function fieldOf(file: string, field: string): Link {
  return {file, name: field, place: {at: "field", field}};
}

function lineOf(file: string, line: number): Link {
  return {file, name: "because", place: {at: "line", line, column: 1, length: 0}};
}

function unknownLink(text: string, {file, name, place}: Link, what: string): FileFault {
  return {
    file,
    fault: {
      code: `${name}-unknown`,
      severity: "warning",
      place,
      message: `there is no ${what} "${text}"`,
      hint: `Write the file's name without .md, as in ${exampleOf(what)}.`,
      dropped: null,
    },
  };
}

function exampleOf(what: string): string {
  return what === "decision"
    ? "2026-11-21-drop-the-sso-tier-9m2xwc"
    : "2026-11-19-gantry-sales-call-k7f3qa";
}
