import {PmTalkError} from "../core/errors.ts";
import {foldName} from "../core/text.ts";
import type {ParsedFile} from "../notes/files.ts";
import {changedLines} from "../notes/rename-lines.ts";
import type {Renaming} from "../notes/rename-meant.ts";
import {mergeCustomers, namesOf} from "../notes/rename-merge.ts";
import {renameReferences} from "../notes/rename-references.ts";
import type {Workspace} from "./load.ts";
import {wholeText} from "./many-files.ts";
import {addReplace, isAlone, type Plan, planReferences} from "./rename.ts";

/**
 * How one customer becomes part of another: what its file says goes over first, then every reference to it,
 * then its names, and its file goes last. Until then each name leads to a file that is there; where a run is cut
 * off between the last two, both files have the names, `check` says so, and the next run finishes it.
 * `remarks` are what the two say differently. Throws `not-written` where the first file cannot take it.
 */
export async function planMerge(
  workspace: Workspace,
  into: ParsedFile<"customer">,
  from: ParsedFile<"customer">,
): Promise<Plan & {remarks: string[]}> {
  const {root, config} = workspace;
  const renaming = renamingOf(workspace, into, from);
  const [text, other] = [into.file, from.file].map((file) => textOf(root, file));
  const merged = await mergeCustomers(
    {parsed: into, text: text ?? ""},
    {parsed: from, text: other ?? ""},
    config,
  );
  const place = {kind: "customer", id: into.id, file: into.file} as const;
  // What came from the other file may link to itself.
  const content = await renameReferences(merged.content, place, config, renaming);
  const whole = await renameReferences(merged.whole, place, config, renaming);
  const plan: Plan = {steps: [], changes: [], untouched: []};
  addReplace(plan, into.file, text ?? "", content);
  const others = await planReferences(workspace, renaming, [into.file, from.file]);
  plan.steps.push(...others.steps);
  if (content !== whole)
    plan.steps.push({do: "replace", file: into.file, before: content, after: whole});
  plan.steps.push({do: "delete", file: from.file, before: other ?? ""});
  const own = {file: into.file, lines: changedLines(text ?? "", whole)};
  return {
    steps: plan.steps,
    changes: [own, ...others.changes],
    untouched: others.untouched,
    remarks: merged.remarks,
  };
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
