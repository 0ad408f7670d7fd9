import {relative, resolve, sep} from "node:path";
import {exitCodes, PmTalkError} from "../../core/errors.ts";
import type {ParsedFile} from "../../notes/files.ts";
import {renderText} from "../../render/text.ts";
import {showDocument, showReport} from "../../reports/show.ts";
import type {CommandDefinition} from "../command.ts";
import type {Context} from "../context.ts";
import {findNamed, type Named, unknownName} from "../names.ts";
import {openWorkspace, type Opened} from "../open.ts";
import {showResult} from "../print-report.ts";
import {terminalOf} from "../terminal.ts";

const kind = {noun: "file", all: "All conversations: pm-talk list"};

export const command: CommandDefinition = {
  args: [
    {
      name: "<id>",
      about: "id of any file, the beginning or last six characters of it, or its path",
    },
  ],
  flags: [],
  writes: "nothing.",
  examples: ["show gantry", "show conversations/2026/2026-11-19-gantry-sales-call-k7f3qa.md"],
  reads: true,
  run: async (input, context) => {
    const opened = await openWorkspace(input.global, context);
    const parsed = findFile(input.args[0] ?? "", opened, context);
    const data = showReport(parsed);
    const text = () => renderText(showDocument(data), terminalOf(input.global, context, false));
    await showResult({kind: "show", data, text, diagnostics: false}, input, opened, context);
    return exitCodes.done;
  },
};

function findFile(typed: string, opened: Opened, context: Context): ParsedFile {
  const {results} = opened.workspace;
  const path = fileAt(typed, opened, context);
  const things: Named[] = results.map(({place, result}) => ({
    id: place.id,
    names: [place.file, ...namesIn(result.parsed)],
    label: place.file,
  }));
  const found = path ?? sameIds(typed, things) ?? findNamed(typed, things, kind);
  if (found === null) throw unknownName(typed, things, kind);
  const loaded =
    results.find(({place}) => place.file === found) ??
    results.find(({place}) => place.id === found);
  if (loaded === undefined) throw unknownName(typed, things, kind);
  if (loaded.result.parsed !== null) return loaded.result.parsed;
  throw new PmTalkError(
    "usage",
    `${loaded.place.file} cannot be read.`,
    `pm-talk check ${loaded.place.file}`,
  );
}

/** A path as it is typed here, or as it stands in the workspace. */
function fileAt(typed: string, {workspace}: Opened, context: Context): string | null {
  const here = relative(workspace.root, resolve(context.cwd, typed)).split(sep).join("/");
  return (
    workspace.results.find(({place}) => place.file === typed || place.file === here)?.place.file ??
    null
  );
}

/** A customer and a concept may share an id: then only a path tells which file is meant. */
function sameIds(typed: string, things: Named[]): null {
  const same = things.filter((thing) => thing.id === typed);
  if (same.length < 2) return null;
  throw new PmTalkError(
    "usage",
    `"${typed}" could be ${String(same.length)} files; which one?`,
    same.map((thing) => thing.label ?? thing.id).join("\n"),
  );
}

function namesIn(parsed: ParsedFile | null): string[] {
  if (parsed === null) return [];
  const {name, title, statement, aliases} = parsed.fields as Record<string, unknown>;
  const others: unknown[] = Array.isArray(aliases) ? aliases : [];
  return [name, title, statement, ...others].filter(
    (value): value is string => typeof value === "string",
  );
}
