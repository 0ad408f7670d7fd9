import {isCalendarDate} from "../../core/calendar.ts";
import {nearest} from "../../core/text.ts";
import * as fields from "../fields.ts";
import type {FieldForm} from "./read-fields-schemas.ts";
import {quoted} from "./yaml-quote.ts";

/** `Did you mean held? Or: planned no-show.`, or `One of: …` where nothing is near. */
export function hintWords(typed: unknown, words: readonly string[]): string {
  const [near] = typeof typed === "string" ? nearest(typed, words) : [];
  if (near === undefined) return `One of: ${words.join(" ")}.`;
  const others = words.filter((word) => word !== near);
  return others.length === 0
    ? `Did you mean ${near}?`
    : `Did you mean ${near}? Or: ${others.join(" ")}.`;
}

/**
 * What would be right instead of a value that its field does not take: the value as it was probably
 * meant, else an example. `written` is the value as the file has it; an element of a list that is not `alone` is
 * shown without its key, so that pasting it loses none of the others.
 */
export function hintValue(
  form: FieldForm,
  value: unknown,
  written: string,
  element: {alone: boolean} | null = null,
): string {
  if (form.words !== null)
    return meantWords(form, form.words, value) ?? hintWords(value, form.words);
  if (value === "" && element?.alone === false) return "Take it out of the list.";
  if (value === "") return "Give it a value, or delete the line.";
  const meant = meantValue(form, value, written, element !== null);
  if (meant === null) return exampleOf(form);
  const shown = element?.alone !== false ? line(form, meant) : meant;
  return meant.startsWith('"') || meant.startsWith("'")
    ? `Put it in quotes:  ${shown}`
    : `Write  ${shown}`;
}

/** `consent: internal, external` is one text to YAML, and two words to whoever wrote it. */
function meantWords(form: FieldForm, words: readonly string[], value: unknown): string | null {
  if (!form.list || typeof value !== "string" || value.length > 200) return null;
  const parts = value.split(",").map((part) => part.trim());
  if (parts.length < 2 || !parts.every((part) => words.includes(part))) return null;
  return `Write  ${line(form, parts.join(", "))}`;
}

function line(form: FieldForm, value: string): string {
  return `${form.field}: ${form.list ? `[${value}]` : value}`;
}

function meantValue(
  form: FieldForm,
  value: unknown,
  written: string,
  inList: boolean,
): string | null {
  if (typeof value === "object") {
    if (form.schema !== fields.text || value === null) return null;
    if (Array.isArray(value)) return meantElement(value);
    return inList ? meantEntry(value) : null;
  }
  switch (form.schema) {
    case fields.date:
      return typeof value === "string" ? meantDate(value) : null;
    case fields.timeOfDay:
      return typeof value === "string" ? meantTime(value) : null;
    case fields.webAddress:
      return typeof value === "string" && /^[\w-]+(\.[\w-]+)+\//.test(value)
        ? `https://${value}`
        : null;
    case fields.flag:
      return meantFlag(value);
    case fields.share:
      return meantShare(value);
    default:
      return form.schema.type === "number"
        ? meantNumber(form.field, value)
        : meantText(value, written);
  }
}

/** `[[gantry]]` and `[gantry]` where one text is wanted. */
function meantElement(value: readonly unknown[]): string | null {
  const [one] = value.flat(2);
  return value.flat(2).length === 1 && typeof one === "string" ? one : null;
}

/** `- Tom Berg: CFO` is a mapping to YAML, and a text to whoever wrote it. */
function meantEntry(value: object): string | null {
  const [entry, ...others] = Object.entries(value);
  if (entry === undefined || others.length > 0) return null;
  const [key, text] = entry as [string, unknown];
  return typeof text === "string" ? quoted(`${key}: ${text}`) : null;
}

function meantText(value: unknown, written: string): string | null {
  return typeof value === "number" || typeof value === "boolean" ? quoted(written) : null;
}

/** Unpadded days, days with a time behind them, `2026/11/20`, `20.11.2026`, and `20/11/2026` where only one is a month. */
function meantDate(value: string): string | null {
  const text = value.trim();
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  const yearLast = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/.exec(text);
  if (yearFirst !== null) return dateOf(yearFirst[1], yearFirst[2], yearFirst[3]);
  if (yearLast === null) return null;
  const [, first, sign, second, year] = yearLast;
  if (sign === ".") return dateOf(year, second, first);
  // With slashes half the world puts the month first: only one of the two readings may be a day.
  const readings = new Set([dateOf(year, second, first), dateOf(year, first, second)]);
  readings.delete(null);
  return readings.size === 1 ? ([...readings][0] ?? null) : null;
}

function dateOf(year = "", month = "", day = ""): string | null {
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCalendarDate(date) ? date : null;
}

function meantTime(value: string): string | null {
  const [, hour, minute] = /^(\d{1,2})[:.h](\d\d)$/.exec(value.trim()) ?? [];
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) {
    return null;
  }
  return `"${hour.padStart(2, "0")}:${minute}"`;
}

function meantFlag(value: unknown): string | null {
  const word = typeof value === "string" || typeof value === "number" ? String(value) : "";
  if (/^(yes|y|true|on|1)$/i.test(word)) return "true";
  return /^(no|n|false|off|0)$/i.test(word) ? "false" : null;
}

function meantShare(value: unknown): string | null {
  const percent = typeof value === "string" ? /^(\d+(?:\.\d+)?) ?%?$/.exec(value)?.[1] : value;
  const number = Number(percent);
  if (percent === undefined || !Number.isFinite(number) || number < 0 || number > 100) return null;
  // 1.5 is no percentage that anybody measured.
  if (number > 1 && number < 2) return null;
  return String(number <= 1 ? number : number / 100);
}

function meantNumber(field: string, value: unknown): string | null {
  if (typeof value !== "string") return null;
  const hours =
    field === "duration" ? /^(\d{1,2}) ?(?:h|hours?)$/.exec(value.trim())?.[1] : undefined;
  if (hours !== undefined) return String(Number(hours) * 60);
  return /^(\d{1,9})( ?(min|minutes|days|d))?$/.exec(value.trim())?.[1] ?? null;
}

function exampleOf(form: FieldForm): string {
  switch (form.schema) {
    case fields.date:
      return `As in  ${form.field}: 2026-11-20`;
    case fields.timeOfDay:
      return `As in  ${form.field}: "14:30"`;
    case fields.webAddress:
      return `As in  ${form.field}: https://example.com/call`;
    case fields.flag:
      return `As in  ${form.field}: true`;
    case fields.share:
      return `As in  ${form.field}: 0.4`;
    default:
      if (form.schema.type === "number") {
        const unit =
          form.field === "duration" ? "  (minutes)" : form.field === "cadence" ? "  (days)" : "";
        return `As in  ${form.field}: 30${unit}`;
      }
      return form.list ? `As in  ${form.field}: [one, two]` : `As in  ${form.field}: some words`;
  }
}
