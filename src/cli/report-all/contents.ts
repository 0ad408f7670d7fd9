import {relative, resolve, sep} from "node:path";
import {contentsDocument, contentsEntry} from "../../reports/contents.ts";
import {formats, type FormatName} from "../../render/formats.ts";
import type {BuildReport} from "../report/built-report.ts";
import {requestOf} from "../report/print-report.ts";
import type {PlannedReport} from "./plan.ts";

/** The file that leads to the others in a format; formats that nobody browses have none. */
export const contentsNames: Partial<Record<FormatName, string>> = {
  markdown: "README",
  html: "index",
};

/** The name of a report's file in a format. */
export function fileName(name: string, format: FormatName): string {
  return `${name}.${formats[format].extensions[0] ?? format}`;
}

/** Builds the page that leads to all reports in `dir`; one in HTML leads to pages alone. */
export function buildContents(
  reports: readonly PlannedReport[],
  dir: string,
  written: readonly FormatName[],
  own: FormatName,
): BuildReport {
  return async (input, opened, context) => {
    const request = await requestOf(input, opened, context);
    const shown = [own, ...written.filter((format) => format !== own && own === "markdown")];
    const entries = reports.map(async ({name, build}) => {
      const files = shown.map((format) => ({
        file: slashed(
          relative(opened.workspace.root, resolve(context.cwd, dir, fileName(name, format))),
        ),
        text: format === "html" ? "page" : format,
      }));
      return contentsEntry((await build(input, opened, context)).document(), files);
    });
    const data = {reports: await Promise.all(entries)};
    return {kind: "report-all", request, data, document: () => contentsDocument(data, request)};
  };
}

function slashed(path: string): string {
  return path.split(sep).join("/");
}
