import {count} from "../../core/text.ts";
import type {DraftContent} from "../../workspace/draft-content.ts";
import {quote} from "../../workspace/shell-words.ts";

/** How much a draft holds: `6 answers` of the guided log, else `3 flags`. */
export function amountOf({answers, flags, body}: DraftContent): string {
  if (answers !== null) return count(finished(answers).length, "answer");
  const given = Object.values(flags).flatMap((value) => value ?? []).length;
  return count(given, "flag") + (body === null ? "" : " and a text");
}

/**
 * All that was typed, as lines to be read: the command line, so that it can be pasted, then the text that
 * was piped in, then the answers to the questions.
 */
export function draftLines(content: DraftContent): string[] {
  const words = [...content.args.map(quote), ...Object.entries(content.flags).flatMap(flagWords)];
  const command = words.length === 0 ? [] : [["pm-talk log", ...words].join(" ")];
  const text = content.body === null ? [] : content.body.replace(/\n+$/, "").split("\n");
  return [...command, ...text, ...answersOf(content.answers).flatMap(answerLines)];
}

function flagWords([name, value]: [string, DraftContent["flags"][string]]): string[] {
  const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  if (value === undefined) return [];
  if (typeof value === "boolean") return [value ? `--${flag}` : `--no-${flag}`];
  return [value].flat().map((one) => `--${flag} ${quote(one)}`);
}

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
