import {join, resolve} from "node:path";
import {exitCodes} from "../../core/errors.ts";
import type {Filters} from "../../analysis/select.ts";
import type {ReportRequest} from "../../reports/request.ts";
import {makePrivateFolder, writePrivatePage} from "../../workspace/private-page.ts";
import type {BuildReport, BuiltReport, Shown} from "./built-report.ts";
import {type Input, isOn, valueOf} from "../command.ts";
import type {Context} from "../context.ts";
import {envelope} from "../envelope.ts";
import {readFilters} from "../flags/filters.ts";
import {formats, type FormatName} from "../../render/formats.ts";
import {formatFor} from "./format.ts";
import {isAsItWas} from "./keep-day.ts";
import {noticeDiagnostics, noticeEmpty} from "../notices.ts";
import {type Opened, whoAmI} from "../open.ts";
import {openPage} from "./open-page.ts";
import {writeOutput} from "./output-file.ts";
import {type Place, refuseFormat, renderReport} from "./render-report.ts";
import {sourcesOf, sourcesWithGit} from "../sources.ts";
import {writeNotice, writeResult} from "../streams.ts";

/** Reads the filters and gathers what a report may know. */
export async function requestOf(
  input: Input,
  opened: Opened,
  context: Context,
): Promise<ReportRequest> {
  const {workspace, asOf} = opened;
  const {filters, echoes} = await readFilters(input.flags, workspace.collection, asOf, () =>
    whoAmI(opened, context),
  );
  if (!input.global.quiet) for (const echo of echoes) await writeNotice(context, echo);
  return {
    collection: workspace.collection,
    asOf,
    filters,
    sources: sourcesOf(opened),
    me: null,
    all: isOn(input.flags, "all"),
    explain: isOn(input.flags, "explain"),
  };
}

/** Builds a report and shows it; in a file it keeps its day while nothing changes but the day. */
export async function showBuilt(
  build: BuildReport,
  input: Input,
  opened: Opened,
  context: Context,
): Promise<number> {
  const built = await build(input, opened, context);
  return await showReport(built, built.request, input, opened, context, build);
}

/** Shows a report in the format asked for, on stdout, in a file or in a browser; returns the exit code. */
export async function showReport(
  shown: Shown,
  request: ReportRequest,
  input: Input,
  opened: Opened,
  context: Context,
  build: BuildReport | null = null,
): Promise<number> {
  const given = fileOf(input);
  const opens = isOn(input.flags, "open");
  const asked = valueOf(input.flags, "format");
  const format = formatFor(asked, input.global.json, given, opens ? "html" : "text");
  const raw = isOn(input.flags, "raw");
  refuseFormat(shown, format, raw);
  if (format !== "json") await noticeDiagnostics(opened, input.global, context);
  await noticeEmpty(opened, input.global, context);
  const page = opens && given === null ? newPagePath(shown.kind, format, context) : null;
  const place = {format, file: given ?? page, raw, input, opened, context};
  if (given !== null) await showInFile({...shown, request}, {...place, file: given}, build);
  else {
    const text = await renderReport({...shown, request}, place);
    if (page === null) await writeResult(context, text);
    else writePrivatePage(page, text);
  }
  if (opens) await openPage(resolve(context.cwd, given ?? page ?? ""), context, input.global.quiet);
  return isOn(input.flags, "strict") && hasErrors(opened) ? exitCodes.findings : exitCodes.done;
}

/** The file of -o; `-` is stdout, as elsewhere. */
function fileOf({flags}: Input): string | null {
  const given = valueOf(flags, "output");
  return given === "-" ? null : given;
}

async function showInFile(
  built: BuiltReport,
  place: Place & {file: string; input: Input},
  build: BuildReport | null,
): Promise<void> {
  const {file, format, input, opened, context} = place;
  const force = isOn(input.flags, "force");
  const text = await renderReport(built, place);
  const header = built.table?.().columns.join(",") ?? null;
  const kept = await isAsItWas(built, place, build);
  const {root} = opened.workspace;
  const state = await writeOutput({file, root, text, force, format, header, kept}, context);
  if (!input.global.quiet)
    await writeNotice(context, `${state === "written" ? "Wrote" : "Unchanged:"} ${file}`);
}

/** Where a report lies that is only looked at. */
function newPagePath(kind: string, format: FormatName, {env}: Context): string {
  return join(makePrivateFolder(env), `${kind}.${formats[format].extensions[0] ?? format}`);
}

/** Prints the result of a command that is no report: JSON in the envelope, or text. */
export async function showResult(
  result: {
    kind: string;
    data: unknown;
    text: () => string;
    filters?: Filters;
    diagnostics?: boolean;
  },
  input: Input,
  opened: Opened,
  context: Context,
): Promise<void> {
  if (input.global.json) {
    const {renderJson} = await import("../../render/json.ts");
    const {noFilters} = await import("../../analysis/select.ts");
    const sources = await sourcesWithGit(opened, context);
    await writeResult(
      context,
      renderJson(
        envelope({
          kind: result.kind,
          data: result.data,
          filters: result.filters ?? noFilters,
          sources,
          asOf: opened.asOf,
        }),
      ),
    );
    return;
  }
  if (result.diagnostics !== false) await noticeDiagnostics(opened, input.global, context);
  await writeResult(context, result.text());
}

/** Whether any file of the workspace has an error. */
export function hasErrors(opened: Opened): boolean {
  return opened.workspace.diagnostics.some((diagnostic) => diagnostic.severity === "error");
}
