import {addMonths, formatDay, type CalendarDate} from "../../core/calendar.ts";
import type {Place} from "../../core/diagnostics.ts";
import {count, foldName} from "../../core/text.ts";
import type {Collection} from "../collection.ts";
import type {Config} from "../config.ts";
import type {ParsedFile} from "../files.ts";
import {distinctFiles} from "./resolve-duplicates.ts";
import {warning} from "./resolve-faults.ts";
import type {FileFault, ResolveInput} from "./resolve-input.ts";
import {personalFaults} from "./resolve-personal.ts";
import {indexesOf} from "./resolve-references.ts";
import {undeclaredFaults} from "./resolve-undeclared.ts";
import {kinds} from "../vocabulary.ts";

/**
 * What only `check --strict` says, as of a day: references that nothing declares, unknown keys, headings and
 * themes, notes kept longer than the team wants, consent that has ended, and, where names are to be roles,
 * what looks like personal data. All are warnings; nothing is left out for them. `input` is what the
 * collection was made from.
 */
export function strictFaults(
  collection: Collection,
  input: ResolveInput,
  asOf: CalendarDate,
): FileFault[] {
  const {config} = collection;
  const files = distinctFiles(input.results);
  const all = kinds.flatMap((kind): ParsedFile[] => files.of(kind).files);
  const notes = files.of("conversation").files;
  return [
    ...undeclaredFaults(files, indexesOf(config, files), config),
    ...all.flatMap(unknownFaults),
    ...notes.flatMap((note) => themeFaults(note, config)),
    ...notes.flatMap((note) => ageFaults(note, config.retention, asOf)),
    ...(config.privacy === "roles" ? personalFaults(notes, collection) : []),
  ];
}

function unknownFaults({file, unknownKeys, unknownHeadings}: ParsedFile): FileFault[] {
  const keys = unknownKeys.map((key) => ({
    file,
    fault: warning(
      "key-unknown",
      {at: "field", field: key, of: "key"},
      `"${key}" is no field of this kind of file`,
      "It is kept and ignored.",
    ),
  }));
  const headings = unknownHeadings.map(({heading, line}) => ({
    file,
    fault: warning(
      "heading-unknown",
      lineOf(line),
      `"${heading}" is no section`,
      "What stands under it is kept and counts for nothing.",
    ),
  }));
  return [...keys, ...headings];
}

/** Hashtags outside the team's vocabulary, where it has one. */
function themeFaults({file, body}: ParsedFile<"conversation">, {themes}: Config): FileFault[] {
  if (themes.length === 0) return [];
  const known = new Set(themes.map((theme) => foldName(theme).replace(/^#/, "")));
  const rows = [...Object.values(body.items).flat(), ...body.lines.evidence];
  return rows.flatMap(({line, themes: used}) =>
    used
      .filter((theme) => !known.has(foldName(theme)))
      .map((theme) => ({
        file,
        fault: warning(
          "theme-unknown",
          lineOf(line),
          `#${theme} is none of the themes in pm-talk.yml`,
          `Known: ${themes.join(" ")}.`,
        ),
      })),
  );
}

function ageFaults(
  {file, fields}: ParsedFile<"conversation">,
  retention: number,
  asOf: CalendarDate,
): FileFault[] {
  const faults: FileFault[] = [];
  if (addMonths(fields.date, retention) < asOf) {
    const message = `this note is kept longer than ${count(retention, "month")}`;
    const hint = "Delete it, or raise retention in pm-talk.yml.";
    faults.push({file, fault: warning("retention-past", field("date"), message, hint)});
  }
  if (fields.until !== null && fields.until < asOf && fields.consent?.length !== 0) {
    const message = `their consent ended on ${formatDay(fields.until)}`;
    const hint = "Ask them again; until then nothing of this leaves the team.";
    faults.push({file, fault: warning("consent-past", field("until"), message, hint)});
  }
  return faults;
}

function field(name: string): Place {
  return {at: "field", field: name};
}

function lineOf(line: number): Place {
  return {at: "line", line, column: 1, length: 0};
}
