import {type CalendarDate} from "../../core/calendar.ts";
import {PmTalkError} from "../../core/errors.ts";
import {flattenSpace} from "../../core/text.ts";
import {knownMembers, memberKind} from "../known.ts";
import {findNamed, nearestNamed} from "../names.ts";
import {type Direction, parseSpokenDate} from "../flags/spoken-dates.ts";
import type {Talk} from "./talk.ts";

/** A time of the day as people write it (`9:05`, `14.30`, `14h`, `2 pm`) as `HH:MM`; null when it is none. */
export function timeOfDay(text: string): string | null {
  const typed = /^(\d{1,2})(?:[:.h](\d{2})|h)?\s*(am|pm)?$/i.exec(text.trim());
  const [, hours = "", minutes = "00", half = ""] = typed ?? [];
  const said = Number(hours);
  if (typed === null || Number(minutes) > 59 || said > 23) return null;
  if (half !== "" && (said < 1 || said > 12)) return null;
  const hour = half === "" ? said : (said % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
  return `${String(hour).padStart(2, "0")}:${minutes}`;
}

/** A day said in words; null when it is none. */
function dayOf(words: string, today: CalendarDate, direction: Direction): CalendarDate | null {
  try {
    return parseSpokenDate(words, today, direction).date;
  } catch (error) {
    if (error instanceof PmTalkError) return null;
    throw error;
  }
}

/** Who does a step, and by when; or what cannot be read in it, as a sentence. */
export type WhoAndWhen = {who: string; due: CalendarDate | null} | {wrong: string};

/**
 * Reads `me, friday`: who is a handle or name of ours, `me` or `them`, and the day looks forward. Either
 * may be left out, and so may the comma; nothing at all is me, without a day.
 */
export function readWhoAndWhen(typed: string, talk: Talk): WhoAndWhen {
  const parts = typed
    .split(/[,，]/)
    .map(flattenSpace)
    .filter((part) => part !== "")
    .flatMap((part) => atTheDay(part, talk));
  let who: string | null = null;
  let due: CalendarDate | null = null;
  for (const part of parts) {
    const day: CalendarDate | null =
      due === null ? dayOf(dayWords(part), talk.today, "forward") : null;
    if (day !== null) due = day;
    else if (who === null) {
      const found = whoIs(part, talk);
      if (typeof found !== "string") return found;
      who = found;
    } else
      return {
        wrong: `"${part}" is no day.  me, friday   or   them, 2026-12-01   or   ana, in 2 weeks`,
      };
  }
  const own = who ?? talk.me;
  return own === null ? {wrong: "Who does it?  A handle of ours, or them."} : {who: own, due};
}

/** `ben next friday` and `me by 2026-12-01` as who and when; anything else as it is. */
function atTheDay(part: string, talk: Talk): string[] {
  const words = part.split(" ");
  for (let at = 1; at < Math.min(words.length, 5); at++) {
    const [who, day] = [words.slice(0, at).join(" "), words.slice(at).join(" ")];
    if (typeof whoIs(who, talk) === "string" && dayOf(dayWords(day), talk.today, "forward"))
      return [who, day];
  }
  return [part];
}

/** `Thu 2026-11-26`, as screens print a day, and `by friday` as one says it. */
function dayWords(part: string): string {
  return part
    .replace(/^(?:by|on|until) /i, "")
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)\w* (?=\d{4}-)/i, "");
}

function whoIs(typed: string, talk: Talk): string | {wrong: string} {
  const word = typed.toLowerCase();
  if (word === "them" || word === "they") return "them";
  if (word === "me" || word === "i")
    return talk.me ?? {wrong: "Who are you?  A handle of ours, or them."};
  const known = knownMembers(talk.collection);
  const found = find(typed, known);
  if (found !== null) return found;
  const near = nearestNamed(typed, known).map((member) => member.id);
  const meant = near.length === 0 ? "" : ` Did you mean ${near.join(" or ")}?`;
  return {
    wrong: `"${typed}" is neither a day nor one of us.${meant}  me, friday   or   them, 2026-12-01`,
  };
}

function find(typed: string, known: ReturnType<typeof knownMembers>): string | null {
  try {
    return findNamed(typed, known, memberKind);
  } catch (error) {
    if (error instanceof PmTalkError) return null;
    throw error;
  }
}
