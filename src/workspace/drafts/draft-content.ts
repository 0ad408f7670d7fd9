import {type CalendarDate, isCalendarDate} from "../../core/calendar.ts";
import type {DraftOwner} from "./draft-owner.ts";

/** What was typed of a note that is not saved yet, and where. */
export interface DraftContent {
  version: 1;
  /** Absolute workspace; null when none was found yet. */
  root: string | null;
  cwd: string;
  /** Day on which it was begun: words such as "yesterday" were said on it. */
  begun: CalendarDate;
  /** The customer as typed, for the list of drafts; null when not given yet. */
  about: string | null;
  args: string[];
  flags: Record<string, string | string[] | boolean | undefined>;
  /** Text that --body read. */
  body: string | null;
  /** Answers of the guided log so far; null for a log by flags. */
  answers: unknown;
}

/** A draft as its file holds it: JSON that a person can read, should pm-talk not be there to do it. */
export function draftText(content: DraftContent, owner: DraftOwner): string {
  return `${JSON.stringify({...content, owner}, null, 2)}\n`;
}

export type ParsedDraft =
  | {content: DraftContent; owner: DraftOwner | null; reason?: never}
  | {content?: never; reason: string};

/** Reads the text of a draft. What is wrong with it is said as the end of a sentence. */
export function parseDraft(text: string): ParsedDraft {
  const found = parseJson(text);
  if (!isRecord(found)) return {reason: "it is not the JSON that pm-talk writes"};
  const {version, owner, ...rest} = found;
  if (typeof version === "number" && version > 1)
    return {reason: `a newer pm-talk wrote it (version ${String(version)})`};
  if (version !== 1) return {reason: "it does not say its version"};
  const wrong = Object.entries(shape).find(([key, fits]) => !fits(rest[key] ?? null));
  if (wrong !== undefined) return {reason: `its "${wrong[0]}" cannot be read`};
  const whole = {answers: null, ...rest, version} as DraftContent;
  return {content: whole, owner: isOwner(owner) ? owner : null};
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isText = (value: unknown): boolean => typeof value === "string";
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isFlag = (value: unknown): boolean =>
  isText(value) || isTexts(value) || typeof value === "boolean";

/** Answers are left to the guided log, which wrote them. */
const shape: Record<keyof Omit<DraftContent, "version" | "answers">, (value: unknown) => boolean> =
  {
    root: isTextOrNull,
    cwd: isText,
    begun: (value) => typeof value === "string" && isCalendarDate(value),
    about: isTextOrNull,
    args: isTexts,
    flags: (value) => isRecord(value) && Object.values(value).every(isFlag),
    body: isTextOrNull,
  };

/** Whether a JSON value names a process as `thisOwner` does. */
export function isOwner(value: unknown): value is DraftOwner {
  if (!isRecord(value)) return false;
  const {pid, host, uptime, started} = value;
  return Number.isSafeInteger(pid) && isText(host) && Number(uptime) >= 0 && isTextOrNull(started);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
