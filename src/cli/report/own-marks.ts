import type {CalendarDate} from "../../core/calendar.ts";
import {pageMark} from "../../render/page-mark.ts";
import type {FormatName} from "../../render/formats.ts";

/** How a report in a file shows that pm-talk wrote it, and for which day. */
interface OwnMark {
  /** What was found, and the day as its first group, where the format says one. */
  find: (text: string) => RegExpExecArray | null;
  /** The text without what changes with every commit: it is as true of the one before. */
  settled?: (text: string) => string;
}

const day = String.raw`(\d{4}-\d\d-\d\d)`;
const comment = new RegExp(String.raw`^<!-- pm-talk [a-z-]+ ${day} -->$`);
const footer = new RegExp(String.raw`^[A-Z][a-z]{2} ${day}\. \d+ notes? read, `);
const page = new RegExp(String.raw`<title>[^<]*, ${day}</title>`);
const envelope = new RegExp(
  String.raw`^\{\s*"schemaVersion": \d+,\s*"kind": "[a-z-]+",\s*"asOf": "${day}"`,
);

/** Lines at the end of a text among which its footer is: the day, and below it the thresholds. */
const footerLines = 16;

const marks: Record<Exclude<FormatName, "csv">, OwnMark> = {
  text: {
    find: (text) => {
      const last = linesOf(text).slice(-footerLines).reverse();
      return firstOf(last.map((line) => footer.exec(line)));
    },
  },
  markdown: {find: (text) => comment.exec(linesOf(text).at(-1) ?? "")},
  html: {
    find: (text) => (text.includes(pageMark) ? page.exec(text) : null),
    settled: (text) => text.replace(/<p>(?:Commit [0-9a-f]+[^<]*\. )?pm-talk \d[^<]*<\/p>/, ""),
  },
  json: {
    find: (text) => envelope.exec(text),
    settled: (text) =>
      text.replace(/"commit": (?:null|"\w+"),\s*"uncommitted": \d+,\s*"version": "[^"]*"/, ""),
  },
};

/** Whether pm-talk wrote the file of this text; `header` is the first line that its CSV has. */
export function isOwn(format: FormatName, text: string, header: string | null): boolean {
  if (format === "csv") return header !== null && linesOf(text)[0] === header;
  return marks[format].find(text) !== null;
}

/** The day that a report in a file is true for; null where it says none. */
export function dayOf(format: FormatName, text: string): CalendarDate | null {
  return format === "csv" ? null : (marks[format].find(text)?.[1] ?? null);
}

/** What is compared: the report without the commit that it was made from. */
export function settled(format: FormatName, text: string): string {
  const plain = linesOf(text).join("\n");
  return format === "csv" ? plain : (marks[format].settled?.(plain) ?? plain);
}

/** The report as it stands in a file: Markdown shows no footer of its own shape, so it gets a comment. */
export function marked(
  format: FormatName,
  text: string,
  report: {kind: string; asOf: CalendarDate},
): string {
  if (format !== "markdown") return text;
  return `${text}\n<!-- pm-talk ${report.kind} ${report.asOf} -->\n`;
}

function linesOf(text: string): string[] {
  return text.trimEnd().split(/\r?\n/);
}

function firstOf(found: (RegExpExecArray | null)[]): RegExpExecArray | null {
  return found.find((match) => match !== null) ?? null;
}
