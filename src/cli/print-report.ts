import {join, resolve} from "node:path";
import {exitCodes} from "../core/errors.ts";
import type {Filters} from "../analysis/select.ts";
import type {Document} from "../reports/document.ts";
import type {ReportRequest, Sources} from "../reports/request.ts";
import {gitState} from "../workspace/git.ts";
import {makePrivateFolder, writePrivatePage} from "../workspace/private-page.ts";
import {type Input, isOn, valueOf} from "./command.ts";
import type {Context} from "./context.ts";
import {envelope} from "./envelope.ts";
import {readFilters} from "./filters.ts";
import {formats, type FormatName} from "../render/formats.ts";
import {formatFor} from "./format.ts";
import {noticeDiagnostics, noticeEmpty} from "./notices.ts";
import {type Opened, whoAmI} from "./open.ts";
import {openPage} from "./open-page.ts";
import {linkFrom, writeOutput} from "./output-file.ts";
import {writeNotice, writeResult} from "./streams.ts";
import {terminalOf} from "./terminal.ts";
import {version} from "./version.ts";

/** What a report command hands over to be shown. */
export interface Shown {
  /** The command's words joined by `-`. */
  kind: string;
  data: unknown;
  /** Built only for formats that print it. */
  document: () => Document;
}

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

/** Shows a report in the format asked for, on stdout, in a file or in a browser; returns the exit code. */
export async function showReport(
  shown: Shown,
  request: ReportRequest,
  input: Input,
  opened: Opened,
  context: Context,
): Promise<number> {
  const given = valueOf(input.flags, "output");
  const opens = isOn(input.flags, "open");
  const asked = valueOf(input.flags, "format");
  const format = formatFor(asked, input.global.json, given, opens ? "html" : "text");
  if (format !== "json") await noticeDiagnostics(opened, input.global, context);
  await noticeEmpty(opened, input.global, context);
  const page = opens && given === null ? newPagePath(shown.kind, format, context) : null;
  const text = await renderAs(format, shown, given ?? page, {request, input, opened, context});
  const {quiet} = input.global;
  if (given !== null) {
    const {root} = opened.workspace;
    const force = isOn(input.flags, "force");
    await writeOutput({file: given, root, text, force, format, quiet}, context);
  } else if (page !== null) writePrivatePage(page, text);
  else await writeResult(context, text);
  if (opens) await openPage(resolve(context.cwd, given ?? page ?? ""), context, quiet);
  return isOn(input.flags, "strict") && hasErrors(opened) ? exitCodes.findings : exitCodes.done;
}

/** Where a report lies that is only looked at. */
function newPagePath(kind: string, format: FormatName, {env}: Context): string {
  return join(makePrivateFolder(env), `${kind}.${formats[format].extensions[0] ?? format}`);
}

async function renderAs(
  name: FormatName,
  shown: Shown,
  file: string | null,
  parts: {request: ReportRequest; input: Input; opened: Opened; context: Context},
): Promise<string> {
  const {request, input, opened, context} = parts;
  const format = formats[name];
  const sources =
    format.needs === "document" ? request.sources : await sourcesWithGit(opened, context);
  const {kind, data, document} = shown;
  return await format.render(
    {
      document,
      facts: {asOf: request.asOf, sources},
      envelope: () => envelope({kind, data, filters: request.filters, sources, asOf: request.asOf}),
    },
    {
      ...terminalOf(input.global, context, file !== null),
      linkTo: linkFrom(file, opened.workspace.root, context.cwd),
    },
  );
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
    const {renderJson} = await import("../render/json.ts");
    const {noFilters} = await import("../analysis/select.ts");
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

/** Of a command that rests on no workspace. */
export const noSources: Sources = {
  files: 0,
  read: 0,
  partial: 0,
  skipped: 0,
  diagnostics: [],
  newest: null,
  commit: null,
  uncommitted: 0,
  version,
};

/** What a report rests on, without asking git. */
function sourcesOf(opened: Opened): Sources {
  const {collection, diagnostics} = opened.workspace;
  const {files, read, partial, skipped} = collection.counts;
  const counted = collection.conversations.filter(
    (conversation) => conversation.date <= opened.asOf,
  );
  const newest = counted.at(-1)?.id ?? null;
  return {
    files,
    read,
    partial,
    skipped,
    diagnostics,
    newest,
    commit: null,
    uncommitted: 0,
    version,
  };
}

async function sourcesWithGit(opened: Opened, context: Context): Promise<Sources> {
  return {...sourcesOf(opened), ...(await gitState(opened.workspace.root, context.env))};
}

function hasErrors(opened: Opened): boolean {
  return opened.workspace.diagnostics.some((diagnostic) => diagnostic.severity === "error");
}
