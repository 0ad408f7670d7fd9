import {daysBetween, formatAge, formatDay} from "../../core/calendar.ts";
import {PmTalkError} from "../../core/errors.ts";
import {flattenSpace} from "../../core/text.ts";
import type {ParsedFile} from "../../notes/files.ts";
import {valueOf, type CommandDefinition, type Input} from "../command.ts";
import type {Context} from "../context.ts";
import {namesOf, planFields} from "../edit/edit-fields.ts";
import {editFlags, finishEdit} from "../edit/finish-edit.ts";
import {grantWishes} from "../edit/grant-wishes.ts";
import {refuseUndeclared} from "../edit/undeclared.ts";
import type {Wish} from "../edit/wishes.ts";
import {findReadable} from "../find-file.ts";
import {assumptionKind} from "../known.ts";
import type {Remarks} from "../log/log-values.ts";
import {openWorkspace} from "../open.ts";
import {withPrompter} from "../prompts/with-prompter.ts";

export const command: CommandDefinition = {
  args: [{name: "<id>", about: "the assumption: id, beginning of it, or an alias"}],
  flags: [
    {flags: "--reason <text>", about: "why it is given up"},
    {flags: "--date <date>", about: "the day it was given up (default: today)"},
    ...editFlags,
  ],
  writes: "`retired` and `reason` in its file; from that day on it counts nowhere.",
  examples: [
    `assumption retire pay-for-sso --reason "three refused; it is part of every plan now"`,
    `assumption retire setup-under-five-minutes --date yesterday --reason "replaced by the admin set-up" --dry-run`,
  ],
  reads: false,
  run: async (input, context) => {
    const opened = await openWorkspace(input.global, context);
    const only = {kind: "assumption", named: assumptionKind} as const;
    refuseUndeclared("assumption", input.args[0] ?? "", opened);
    const parsed = findReadable(input.args[0] ?? "", opened, context, only);
    const remarks: Remarks = {notices: [], warnings: []};
    const reason = await reasonOf(parsed, input, context);
    const wishes = wishesOf(parsed, reason, valueOf(input.flags, "date"), opened.today);
    const changes = await grantWishes(parsed, wishes, opened, context, remarks);
    remarks.warnings.push(...overrideLoses(parsed, namesOf(changes)));
    const planned = await planFields(parsed, changes, opened);
    const retired = (planned.result.parsed?.fields as {retired?: string}).retired ?? opened.today;
    refuseToCome(retired, opened.today);
    const edit = {
      kind: "assumption-retire",
      planned,
      changed: namesOf(changes),
      message: `Retire assumption ${parsed.id}`,
      said: `Retired ${parsed.id}, ${formatDay(retired)}.`,
      already: `${parsed.id} is retired already, since ${formatDay(retired)}.`,
      data: {retired},
      remarks,
    };
    return await finishEdit(edit, input, opened, context);
  },
};

/** The day that stands already is kept unless another one is given. */
function wishesOf(
  {fields}: ParsedFile,
  reason: string | null,
  date: string | null,
  today: string,
): Wish[] {
  const {retired} = fields as {retired?: string | null};
  const day = date ?? retired ?? today;
  return [
    {field: "retired", label: "date", does: "set", typed: day},
    ...(reason === null
      ? []
      : [{field: "reason", label: "reason", does: "set", typed: reason} as const]),
  ];
}

/** An assumption given up without a word would be taken up again by the next person. */
async function reasonOf(
  {id, fields}: ParsedFile,
  {flags, global}: Input,
  context: Context,
): Promise<string | null> {
  const given = valueOf(flags, "reason");
  if (given !== null && flattenSpace(given) !== "") return given;
  const {retired, reason} = fields as {retired?: string | null; reason?: string | null};
  if (given === null && (retired ?? null) !== null && (reason ?? null) !== null) return null;
  return await withPrompter(global, context, async (prompter) => {
    if (prompter === null)
      throw new PmTalkError(
        "usage",
        "Nothing written: this is missing: --reason.",
        `pm-talk assumption retire ${id} --reason "nobody needs it any more"`,
      );
    return await prompter.text({
      message: `Why is ${id} given up?`,
      refuse: (typed) => (flattenSpace(typed) === "" ? "A few words will do." : null),
    });
  });
}

/** One field says why, for both. */
function overrideLoses({fields}: ParsedFile, changed: readonly string[]): string[] {
  const {override, reason} = fields as {override?: string | null; reason?: string | null};
  return (override ?? null) !== null && (reason ?? null) !== null && changed.includes("reason")
    ? [`The reason of the override is replaced; it was: ${reason ?? ""}`]
    : [];
}

function refuseToCome(retired: string, today: string): void {
  if (retired <= today) return;
  throw new PmTalkError(
    "usage",
    `${formatDay(retired)} is still to come (${formatAge(daysBetween(retired, today))}).`,
    "An assumption is retired from the day on which it was given up.  --date yesterday",
  );
}
