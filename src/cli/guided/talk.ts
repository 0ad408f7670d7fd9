import type {CalendarDate} from "../../core/calendar.ts";
import {PmTalkError} from "../../core/errors.ts";
import type {Collection, Conversation} from "../../notes/collection.ts";
import type {ItemSection} from "../../notes/body.ts";
import type {Config} from "../../notes/config.ts";
import type {Flags} from "../command.ts";
import type {Prompter} from "../prompts/prompter.ts";
import {refuseUnwritable} from "../flags/unwritable.ts";
import type {Memory} from "./memory.ts";

/** What the questions of the guided log may know. */
export interface Talk {
  prompter: Prompter;
  memory: Memory;
  collection: Collection;
  config: Config;
  /** Handle of the person who is asked; null when --team says who was there. */
  me: string | null;
  /** The day on which the note was begun: words such as "friday" are said on it. */
  today: CalendarDate;
  /** What was given on the command line: it is not asked again. */
  flags: Flags;
  /** The customer given as first word or flag; null when it is to be asked for. */
  customer: string | null;
  /** The talk of which --add-to says that this is a second account. */
  addTo: Conversation | null;
}

/** The customer of the talk as the questions know it. */
export interface ToldCustomer {
  /** Id of a known one, the name of a new one. */
  id: string;
  name: string;
  isNew: boolean;
  segment: string | null;
  source: string | null;
}

/** A line of evidence as it was told: their words as typed, and what the person makes of them. */
export interface ToldEvidence {
  assumption: string;
  words: string;
  stance: "supports" | "refutes" | "mixed";
  kind: string;
  who: string | null;
}

/** Everything that was answered. */
export interface Told {
  customer: ToldCustomer;
  /** The note of the same talk that this is a second account of. */
  addTo: string | null;
  date: CalendarDate;
  time: string | null;
  type: string;
  selling: boolean;
  contacts: string[];
  team: string[];
  observers: string[];
  concepts: string[];
  items: [ItemSection, string[]][];
  evidence: ToldEvidence[];
  ask: {what: string; currency: string; answer: string; because: string} | null;
  promise: {what: string; exists: string} | null;
  step: {what: string; who: string; due: CalendarDate | null} | null;
  consent: string[] | null;
  introduction: string | null;
  pitch: string | null;
  relationship: string | null;
  duration: string | null;
}

/** What is wrong with a text that is to be kept, as a sentence; null when nothing is. */
export function refuseText(typed: string): string | null {
  try {
    refuseUnwritable(typed, "text");
    return null;
  } catch (error) {
    if (error instanceof PmTalkError) return "It holds a character that no text file can keep.";
    throw error;
  }
}

/** Held talks with a customer up to a day, the last one last. */
export function talksWith(customer: string, talk: Talk): Conversation[] {
  return talk.collection.conversations.filter(
    (one) => one.customer === customer && one.status === "held" && one.date <= talk.today,
  );
}
