import {count} from "../../core/text.ts";
import type {DraftContent} from "../../workspace/drafts/draft-content.ts";
import {quote} from "../../workspace/shell-words.ts";
import {globalFlags} from "../flags/flags.ts";
import {logFlags} from "./log-flags.ts";

/** How much a draft holds: `6 answers` of the guided log, else `3 flags`. */
export function amountOf({answers, flags, body}: DraftContent): string {
  if (answers !== null) return count(finished(answers).length, "answer");
  return count(typedFlags(flags).length, "flag") + (body === null ? "" : " and a text");
}

/**
 * All that was typed, as lines to be read: the command line, so that it can be pasted, then the text that
 * was piped in, then the answers to the questions.
 */
export function draftLines(content: DraftContent): string[] {
  const words = [...content.args.map(quote), ...typedFlags(content.flags)];
  const command = words.length === 0 ? [] : [["pm-talk log", ...words].join(" ")];
  const text = content.body === null ? [] : content.body.replace(/\n+$/, "").split("\n");
  return [...command, ...text, ...answersOf(content.answers).flatMap(answerLines)];
}

/** Flags that are about a run of log, and not about the note. */
export const aboutTheRun = [
  "resume",
  "discard",
  "yes",
  "dryRun",
  "commit",
  "guided",
  "edit",
] as const;

/** The flags about the note as they were typed, each with its value. */
export function typedFlags(flags: DraftContent["flags"]): string[] {
  return Object.entries(flags).flatMap(flagWords);
}

function flagWords([name, value]: [string, DraftContent["flags"][string]]): string[] {
  const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  if (value === undefined || global.has(flag) || ofTheRun.includes(name)) return [];
  if (value === false) return [`--no-${flag}`];
  // What can only be switched off is on unless somebody says so.
  if (value === true) return switchedOff.has(flag) ? [] : [`--${flag}`];
  return [value].flat().map((one) => `--${flag} ${quote(one)}`);
}

const ofTheRun: readonly string[] = aboutTheRun;
const global = new Set(globalFlags.map(({flags}) => /--(?:no-)?([a-z-]+)/.exec(flags)?.[1]));
const switchedOff = new Set(logFlags.map(({flags}) => /--no-([a-z-]+)/.exec(flags)?.[1]));

type Answer = [question: string, answer: unknown];

/** What the guided log remembers: `given` are the answers, `before` lines that were not finished. */
function answersOf(answers: unknown): Answer[] {
  return [...finished(answers), ...entriesOf(answers, "before")];
}

function finished(answers: unknown): Answer[] {
  return entriesOf(answers, "given");
}

function entriesOf(answers: unknown, part: "given" | "before"): Answer[] {
  if (typeof answers !== "object" || answers === null) return [];
  const found: unknown = Object.entries(answers).find(([key]) => key === part)?.[1];
  return typeof found === "object" && found !== null ? Object.entries(found) : [];
}

function answerLines([question, answer]: Answer): string[] {
  return textsIn(answer).map((text) => `${question}: ${text}`);
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return value === "" ? [] : [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
