import {readdirSync, readFileSync} from "node:fs";
import {join, sep} from "node:path";
import fastGlob from "fast-glob";
import {addDays, daysBetween, isCalendarDate, type CalendarDate} from "../core/calendar.ts";
import {PmTalkError} from "../core/errors.ts";
import {compareText} from "../core/text.ts";
import {createFile} from "./write/create-file.ts";
import {configFile} from "./find-workspace.ts";
import {errorCode, reasonOf} from "./io-errors.ts";
import {templatesFolder} from "./templates.ts";

/** The day for which the dates in templates/demo are written. */
export const demoBaseDay: CalendarDate = "2026-11-20";

/** A file of the sample workspace; the path is relative to the workspace, with `/`. */
export interface DemoFile {
  path: string;
  text: string;
}

/**
 * The sample workspace as if `shiftTo` were its base day, in order of path. Every day in file names, year
 * folders, front matter and bodies moves by the same number of days, so that ids still match their links.
 * `templates` is the folder of templates that comes with pm-talk.
 */
export function readDemo(shiftTo: CalendarDate, templates: string): DemoFile[] {
  const root = join(templates, "demo");
  const days = daysBetween(demoBaseDay, shiftTo);
  const read = (path: string) => readFileSync(join(root, path), "utf8").replaceAll("\r\n", "\n");
  return fastGlob
    .sync("**", {cwd: root, followSymbolicLinks: false})
    .map((path) => ({path: shiftDates(path, days), text: shiftDates(read(path), days)}))
    .sort((a, b) => compareText(a.path, b.path));
}

/**
 * The text with every day in it moved; a year folder right before a day (`2026/2026-11-19-…`) follows it.
 * Digits that are no day of the calendar stay as they are.
 */
export function shiftDates(text: string, days: number): string {
  return text.replace(
    /(?<!\d)(\d{4}\/)?(\d{4}-\d\d-\d\d)(?!\d)/g,
    (found, folder: string | undefined, day: string) => {
      if (!isCalendarDate(day)) return found;
      const moved = addDays(day, days);
      if (folder === undefined) return moved;
      return folder === `${day.slice(0, 4)}/` ? `${moved.slice(0, 4)}/${moved}` : folder + moved;
    },
  );
}

/**
 * Writes the sample workspace, as if `today` were its base day, and returns the paths written, relative to
 * `folder`. Throws `usage` unless the folder is new or empty, `not-written` when the disk refuses.
 */
export async function writeDemo(folder: string, today: CalendarDate): Promise<string[]> {
  assertEmpty(folder);
  const files = readDemo(today, templatesFolder());
  const write = ({path, text}: DemoFile) =>
    createFile(join(folder, ...path.split("/")), text, folder);
  // Together, because each waits for the disk; pm-talk.yml last, because with it the folder becomes a
  // workspace: after a kill there is none that looks whole.
  await Promise.all(files.filter(({path}) => path !== configFile).map(write));
  await Promise.all(files.filter(({path}) => path === configFile).map(write));
  return files.map(({path}) => path);
}

function assertEmpty(folder: string): void {
  const name = folder.endsWith(sep) ? folder.slice(0, -1) : folder;
  try {
    if (readdirSync(folder).length === 0) return;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return;
    throw new PmTalkError("usage", `No sample workspace in ${name}: ${reasonOf(error)}.`);
  }
  throw new PmTalkError(
    "usage",
    `No sample workspace in ${name}: something is in that folder already.`,
    "Name a folder that is new or empty:  pm-talk demo pm-talk-demo",
  );
}
