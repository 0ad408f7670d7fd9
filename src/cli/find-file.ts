import {relative, resolve, sep} from "node:path";
import {PmTalkError} from "../core/errors.ts";
import type {ParsedFile} from "../notes/files.ts";
import type {Kind} from "../notes/vocabulary.ts";
import type {LoadedFile} from "../workspace/load.ts";
import type {Context} from "./context.ts";
import {findNamed, type Named, type NamedKind, unknownName} from "./names.ts";
import type {Opened} from "./open.ts";

const anyFile: NamedKind = {noun: "file", all: "All conversations: pm-talk list"};

/**
 * The file of the workspace that a value means: its path, its id, a name in it, or the beginning or last six
 * characters of its id; of one kind only, where one is given. Throws a usage error for none and for several.
 */
export function findFile(
  typed: string,
  opened: Opened,
  context: Context,
  only: {kind: Kind; named: NamedKind} | null = null,
): LoadedFile {
  const named = only?.named ?? anyFile;
  const results = opened.workspace.results.filter(
    ({place}) => only === null || place.kind === only.kind,
  );
  const things: Named[] = results.map(({place, result}) => ({
    id: place.id,
    names: [...namesIn(result.parsed), place.file],
    label: only === null ? place.file : (namesIn(result.parsed)[0] ?? place.id),
  }));
  const path = fileAt(typed, results, opened, context);
  const found = path ?? sameIds(typed, things) ?? findNamed(typed, things, named);
  const loaded =
    results.find(({place}) => place.file === found) ??
    results.find(({place}) => place.id === found);
  if (loaded === undefined) throw unknownName(typed, things, named);
  return loaded;
}

/** The same, read; throws a usage error that names the file to check where it cannot be. */
export function findReadable(
  typed: string,
  opened: Opened,
  context: Context,
  only: {kind: Kind; named: NamedKind} | null = null,
): ParsedFile {
  const {place, result} = findFile(typed, opened, context, only);
  if (result.parsed !== null) return result.parsed;
  throw new PmTalkError("usage", `${place.file} cannot be read.`, `pm-talk check ${place.file}`);
}

/** A path as it is typed here, or as it stands in the workspace. */
function fileAt(
  typed: string,
  results: readonly LoadedFile[],
  {workspace}: Opened,
  context: Context,
): string | null {
  const here = relative(workspace.root, resolve(context.cwd, typed)).split(sep).join("/");
  const found = results.find(({place}) => place.file === typed || place.file === here);
  return found?.place.file ?? null;
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
