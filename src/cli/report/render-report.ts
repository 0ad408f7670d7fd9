import {PmTalkError} from "../../core/errors.ts";
import type {Document} from "../../reports/document.ts";
import {footer} from "../../reports/footer.ts";
import type {ReportRequest} from "../../reports/request.ts";
import {formats, type FormatName} from "../../render/formats.ts";
import type {BuiltReport, Shown} from "./built-report.ts";
import type {Input} from "../command.ts";
import type {Context} from "../context.ts";
import {envelope} from "../envelope.ts";
import type {Opened} from "../open.ts";
import {linkFrom} from "./output-file.ts";
import {marked} from "./own-marks.ts";
import {sourcesWithGit} from "../sources.ts";
import {terminalOf} from "../terminal.ts";

/** Where a report goes, and as what. */
export interface Place {
  format: FormatName;
  /** As the user named it; null for stdout. */
  file: string | null;
  /** CSV with every text as it is. */
  raw: boolean;
  input: Pick<Input, "global">;
  opened: Opened;
  context: Context;
}

/** Throws a usage error for CSV of a report that has no table, and for --raw without CSV. */
export function refuseFormat({kind, table}: Shown, format: FormatName, raw: boolean): void {
  refuseRaw(format, raw);
  if (format !== "csv" || table !== undefined) return;
  throw new PmTalkError(
    "usage",
    `${kind.replaceAll("-", " ")} has no table that CSV could hold.`,
    "All that it says:  --format json",
  );
}

/** Throws a usage error for --raw without CSV. */
export function refuseRaw(format: FormatName, raw: boolean): void {
  if (raw && format !== "csv")
    throw new PmTalkError("usage", "--raw is for CSV alone.", "Add --format csv, or leave it out.");
}

/** The report in its format, with the mark by which pm-talk knows its own files where it goes to one. */
export async function renderReport(shown: BuiltReport, place: Place): Promise<string> {
  const {kind, data, table, request} = shown;
  const {file, opened, context} = place;
  const {asOf, filters} = request;
  const {needs, render} = formats[place.format];
  const sources =
    needs === "page" || needs === "data" ? await sourcesWithGit(opened, context) : request.sources;
  const text = await render(
    {
      document: () => (file === null ? shown.document() : withFooter(shown.document(), request)),
      facts: {asOf, sources},
      envelope: () => envelope({kind, data, filters, sources, asOf}),
      ...(table === undefined ? {} : {table}),
    },
    {
      ...terminalOf(place.input.global, context, file !== null),
      linkTo: linkFrom(file, opened.workspace.root, context.cwd),
      raw: place.raw,
    },
  );
  return file === null ? text : marked(place.format, text, {kind, asOf});
}

/** What is kept says for which day it is true, however short it is. */
function withFooter(document: Document, request: ReportRequest): Document {
  if (document.blocks.some(({block}) => block === "footer")) return document;
  return {...document, blocks: [...document.blocks, footer(request, [])]};
}
