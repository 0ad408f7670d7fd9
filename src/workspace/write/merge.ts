import {readdirSync} from "node:fs";
import {basename, join, sep} from "node:path";
import {PmTalkError} from "../../core/errors.ts";
import {foldId} from "../../core/identity.ts";
import {compareText, foldName} from "../../core/text.ts";
import {asRead} from "../../notes/edit/edit-text.ts";
import type {ParsedFile} from "../../notes/files.ts";
import {readFile} from "../../notes/read-file.ts";
import {changedLines} from "../../notes/rename/rename-lines.ts";
import type {Renaming} from "../../notes/rename/rename-meant.ts";
import {mergeCustomers, namesOf} from "../../notes/rename/rename-merge.ts";
import {renameReferences} from "../../notes/rename/rename-references.ts";
import {folders} from "../../notes/vocabulary.ts";
import type {Workspace} from "../load.ts";
import {wholeText} from "./many-files.ts";
import {addReplace, isAlone, type Plan, planReferences} from "./rename.ts";

/** A customer that becomes part of another, and where its file is by now. */
export interface Leaving {
  /** As it was read, with the path that it has as a customer. */
  parsed: ParsedFile<"customer">;
  /** The same path, or where a run that was cut off has left the file. */
  at: string;
}

/**
 * How one customer becomes part of another: what its file says goes over first, then every reference to it. Then
 * its file goes out of sight, so that two files never hold one name, its names go over, and it is deleted. So each
 * reference leads to a file that is there, at any kill, and the next run finishes what was cut off. `remarks` are
 * what the two say differently. Throws `not-written` where the first file cannot take it.
 */
export async function planMerge(
  workspace: Workspace,
  into: ParsedFile<"customer">,
  {parsed: from, at}: Leaving,
): Promise<Plan & {remarks: string[]}> {
  const {root, config} = workspace;
  const renaming = renamingOf(workspace, into, from);
  const text = textOf(root, into.file);
  const other = textOf(root, at);
  const merged = await mergeCustomers({parsed: into, text}, {parsed: from, text: other}, config);
  const place = {kind: "customer", id: into.id, file: into.file} as const;
  // What came from the other file may link to itself.
  const content = await renameReferences(merged.content, place, config, renaming);
  const whole = await renameReferences(merged.whole, place, config, renaming);
  const plan: Plan = {steps: [], changes: [], untouched: []};
  addReplace(plan, into.file, text, content);
  const others = await planReferences(workspace, renaming, [into.file, from.file]);
  plan.steps.push(...others.steps);
  const hidden = hiddenPath(from.file);
  if (at === from.file) plan.steps.push({do: "move", file: at, to: hidden});
  if (content !== whole)
    plan.steps.push({do: "replace", file: into.file, before: content, after: whole});
  plan.steps.push({do: "delete", file: hidden, before: other});
  const own = {file: into.file, lines: changedLines(text, whole)};
  return {
    steps: plan.steps,
    changes: [own, ...others.changes],
    untouched: others.untouched,
    remarks: merged.remarks,
  };
}

const mark = ".merging-";

/** A name that begins with a dot is no file of the workspace. */
function hiddenPath(file: string): string {
  return file.replace(/[^/]*$/, (name) => mark + name);
}

/** The customer whose file a run that was cut off has left out of sight; null where there is none. */
export function findLeaving({root, config}: Workspace, id: string): Leaving | null {
  const wanted = foldId(`${mark}${id}.md`);
  for (const path of namesBelow(join(root, folders.customer))) {
    const at = `${folders.customer}/${path.split(sep).join("/")}`;
    if (foldId(basename(path)) !== wanted) continue;
    const text = wholeText(root, at);
    const file = at.replace(mark, "");
    const place = {kind: "customer", id: basename(file, ".md"), file} as const;
    const parsed = text === null ? null : readFile(place, asRead(text), config).parsed;
    if (parsed !== null) return {parsed, at};
  }
  return null;
}

function namesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, {recursive: true, encoding: "utf8"}).sort(compareText);
  } catch {
    return [];
  }
}

/** Every name that leads to the one customer alone leads to the other from now on. */
function renamingOf(
  workspace: Workspace,
  into: ParsedFile<"customer">,
  from: ParsedFile<"customer">,
): Renaming {
  const taken = new Set(
    workspace.results.flatMap(({place, result: {parsed}}) => {
      if (place.kind !== "customer" || place.file === from.file) return [];
      const names =
        parsed?.kind === "customer" ? namesOf((parsed as ParsedFile<"customer">).fields) : [];
      return [place.id, ...names].map(foldName);
    }),
  );
  const names = namesOf(from.fields)
    .map(foldName)
    .filter((name) => !taken.has(name));
  return {
    kind: "customer",
    names: new Set([foldName(from.id), ...names]),
    from: {id: from.id, file: from.file},
    to: {id: into.id, file: into.file},
    alone: isAlone(workspace, "customer", from.id),
  };
}

function textOf(root: string, file: string): string {
  const text = wholeText(root, file);
  if (text !== null) return text;
  throw new PmTalkError(
    "usage",
    `${file} holds bytes that are not UTF-8, which a change would lose.`,
    `pm-talk check ${file}`,
  );
}
