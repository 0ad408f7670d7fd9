import {PmTalkError} from "../../core/errors.ts";
import {count, foldName} from "../../core/text.ts";
import {fixFile} from "../../notes/fix/fix-file.ts";
import type {IdOfCustomer} from "../../notes/fix/fix-fields.ts";
import {referencedId} from "../../notes/resolve/names-index.ts";
import {applySteps, wholeText} from "../../workspace/write/many-files.ts";
import type {LoadedFile} from "../../workspace/read-notes.ts";
import {addReplace, type Plan} from "../../workspace/write/rename.ts";
import {type Input, isOn} from "../command.ts";
import type {Context} from "../context.ts";
import {askOnce} from "../edit/ask-once.ts";
import {pathFromHere} from "../notices.ts";
import type {Opened} from "../open.ts";
import {canAsk} from "../prompts/can-ask.ts";
import {planText} from "../rename/plan-text.ts";
import {writeNotice} from "../streams.ts";
import type {IsGiven} from "./given-paths.ts";

/** A line that was mended. */
export interface Mended {
  file: string;
  line: number;
  before: string | null;
  after: string | null;
}

/**
 * Mends what can be mended without a question in the files that were given, after showing it and asking. The
 * lines that changed; none where there was nothing to mend, or the answer was no. Throws a usage error where
 * nobody can be asked.
 */
export async function mend(
  isGiven: IsGiven,
  input: Input,
  opened: Opened,
  context: Context,
): Promise<Mended[]> {
  const plan = await planFixes(isGiven, opened);
  if (plan.steps.length === 0) return [];
  if (!input.global.json)
    await writeNotice(
      context,
      planText(plan, (file) => pathFromHere(file, opened, context)),
    );
  if (!(await mayWrite(plan, input, context))) return [];
  await applySteps(opened.workspace.root, plan.steps, "pm-talk check --fix --yes");
  const mended = plan.changes.flatMap(({file, lines}) => lines.map((line) => ({file, ...line})));
  const sum = `Mended ${count(mended.length, "line")} in ${count(plan.steps.length, "file")}.`;
  if (!input.global.json && !input.global.quiet) await writeNotice(context, sum);
  return mended;
}

async function planFixes(isGiven: IsGiven, {workspace}: Opened): Promise<Plan> {
  const {root, config, results} = workspace;
  const idOf = customerIds(results);
  const plan: Plan = {steps: [], changes: [], untouched: []};
  for (const loaded of results) {
    const {file} = loaded.place;
    if (!isGiven(file) || !mayBeMended(loaded, idOf)) continue;
    const text = wholeText(root, file);
    if (text !== null)
      addReplace(plan, file, text, await fixFile(text, loaded.place, config, idOf));
  }
  return plan;
}

/** Most files are as they should be. */
function mayBeMended({result}: LoadedFile, idOf: IdOfCustomer): boolean {
  const {parsed, faults} = result;
  if (faults.length > 0) return true;
  if (parsed?.kind !== "conversation" || !("customer" in parsed.fields)) return false;
  const {customer} = parsed.fields;
  return (idOf(customer) ?? customer) !== customer;
}

/** What leads to one customer alone: its id, else a name or an alias that no other has. */
function customerIds(results: readonly LoadedFile[]): IdOfCustomer {
  const ids = new Map<string, string>();
  const names = new Map<string, string | null>();
  for (const {place, result} of results) {
    if (place.kind !== "customer") continue;
    ids.set(foldName(place.id), place.id);
    const fields = result.parsed?.fields;
    if (fields === undefined || !("aliases" in fields) || !("name" in fields)) continue;
    for (const name of new Set([fields.name ?? "", ...fields.aliases].map(foldName)))
      names.set(name, names.has(name) ? null : place.id);
  }
  return (name) => {
    // A link is a way of its own to write it.
    if (referencedId(name) !== name) return null;
    const folded = foldName(name);
    return ids.get(folded) ?? names.get(folded) ?? null;
  };
}

async function mayWrite(
  {changes}: Plan,
  {flags, global}: Input,
  context: Context,
): Promise<boolean> {
  if (isOn(flags, "yes")) return true;
  if (!canAsk(global, context))
    throw new PmTalkError(
      "usage",
      "Nothing written: no terminal to ask in.",
      "To mend these lines:  pm-talk check --fix --yes",
    );
  return await askOnce(
    context,
    "Nothing was changed.",
    (prompter) =>
      prompter.select({
        message: `Mend ${count(changes.flatMap(({lines}) => lines).length, "line")}?`,
        choices: [
          {value: true, label: "Yes"},
          {value: false, label: "No, leave everything as it is"},
        ],
      }),
    global.color,
  );
}
