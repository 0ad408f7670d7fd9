import {PmTalkError} from "../../core/errors.ts";
import type {ParsedFile} from "../../notes/files.ts";
import {findLeaving, type Leaving, planMerge} from "../../workspace/write/merge.ts";
import {quote} from "../../workspace/shell-words.ts";
import {type CommandDefinition, type Input, isOn} from "../command.ts";
import type {Context} from "../context.ts";
import {askOnce} from "../edit/ask-once.ts";
import {findReadable} from "../find-file.ts";
import {customerKind} from "../known.ts";
import {openWorkspace, type Opened} from "../open.ts";
import {canAsk} from "../prompts/can-ask.ts";
import {carryOut, manyFilesFlags} from "../rename/carry-out.ts";
import {showResult} from "../report/print-report.ts";

export const command: CommandDefinition = {
  args: [
    {name: "<from>", about: "the customer that goes"},
    {name: "<into>", about: "the customer that stays, and takes its names, people and notes"},
  ],
  flags: [{flags: "--yes", about: "do not ask"}, ...manyFilesFlags],
  writes:
    "the file of the second customer and every file that refers to the first; deletes the file of the first.",
  examples: ["customer merge alder acme --dry-run", "customer merge alder acme --yes"],
  reads: false,
  run: async (input, context) => {
    const opened = await openWorkspace(input.global, context);
    const [first = "", second = ""] = input.args;
    const leaving = leavingOf(first, opened, context);
    const from = leaving.parsed;
    const into = customer(second, opened, context);
    if (from.file === into.file) return await alreadyOne(into, input, opened, context);
    const plan = await planMerge(opened.workspace, into, leaving);
    const words = `${quote(from.id)} ${quote(into.id)}`;
    return await carryOut(
      {
        kind: "customer-merge",
        plan,
        said: `Merged ${from.id} into ${into.id}`,
        message: `Merge customer ${from.id} into ${into.id}`,
        already: "",
        again: `pm-talk customer merge ${words} --yes`,
        notices: plan.remarks.map((remark) => `They differ: ${remark}.`),
        data: {id: into.id, path: into.file},
        confirm: () => confirm(from, into, words, input, context),
      },
      input,
      opened,
      context,
    );
  },
};

/** The customer that goes; one that a run was cut off with is found where that has left it. */
function leavingOf(typed: string, opened: Opened, context: Context): Leaving {
  const cutOff = findLeaving(opened.workspace, typed);
  if (cutOff !== null) return cutOff;
  const parsed = customer(typed, opened, context);
  return {parsed, at: parsed.file};
}

function customer(typed: string, opened: Opened, context: Context): ParsedFile<"customer"> {
  const only = {kind: "customer", named: customerKind} as const;
  return findReadable(typed, opened, context, only) as ParsedFile<"customer">;
}

async function alreadyOne(
  {id, file}: ParsedFile,
  input: Input,
  opened: Opened,
  context: Context,
): Promise<number> {
  const data = {id, path: file, changed: [], lines: [], untouched: [], commit: null};
  const text = (): string => `Nothing to do: both are ${id}.\n`;
  await showResult(
    {kind: "customer-merge", data, text, diagnostics: false},
    input,
    opened,
    context,
  );
  return 0;
}

async function confirm(
  from: ParsedFile<"customer">,
  into: ParsedFile<"customer">,
  words: string,
  {flags, global}: Input,
  context: Context,
): Promise<void> {
  if (isOn(flags, "yes")) return;
  if (!canAsk(global, context))
    throw new PmTalkError(
      "usage",
      "Nothing written: no terminal to ask in.",
      `To merge them:  pm-talk customer merge ${words} --yes`,
    );
  const names = [from, into].map(({id, fields}) => fields.name ?? id);
  const yes = await askOnce(
    context,
    "Nothing was changed.",
    (prompter) =>
      prompter.select({
        message: `Merge ${names.join(" into ")}?`,
        choices: [
          {value: true, label: "Yes"},
          {value: false, label: "No, leave everything as it is"},
        ],
      }),
    global.color,
  );
  if (!yes) throw new PmTalkError("cancelled", "Nothing was changed.");
}
