import {formatDay} from "../../core/calendar.ts";
import {count} from "../../core/text.ts";
import type {Draft} from "../../workspace/drafts/drafts.ts";
import {homeOf, tilde} from "../../workspace/home.ts";
import type {Context} from "../context.ts";
import {amountOf} from "./draft-lines.ts";

/** `Gantry`: whom the note is about, as typed. */
export function aboutOf({content}: Draft): string {
  return content.about ?? "a talk, no customer yet";
}

/** `Gantry, begun Thu 2026-11-19, 6 answers, ~/insights` */
export function draftLabel(draft: Draft, context: Context): string {
  const {begun, root} = draft.content;
  return [
    aboutOf(draft),
    `begun ${begun === context.today ? "today" : formatDay(begun)}`,
    amountOf(draft.content),
    root === null ? "no workspace yet" : tilde(root, homeOf(context.env)),
  ].join(", ");
}

/** `left 10 minutes ago`: when the last answer was given. */
export function draftAge({savedAt}: Draft, context: Context): string {
  const minutes = Math.floor((context.now() - savedAt) / 60_000);
  if (minutes < 1) return "left just now";
  if (minutes < 60) return `left ${count(minutes, "minute")} ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `left ${count(hours, "hour")} ago`;
  return `left ${count(Math.floor(hours / 24), "day")} ago`;
}
