import {PmTalkError} from "../../core/errors.ts";
import {gateDecisions} from "../../notes/vocabulary.ts";
import {type CommandDefinition, type Flags, valueOf} from "../command.ts";
import {editFlags} from "../edit/finish-edit.ts";
import {formatFlags} from "../flags/flags.ts";
import {recordDecision} from "../gate/decide.ts";
import {showDue} from "../gate/due.ts";
import {gateArgs, gateFlag, showGate} from "../gate/show-gate.ts";
import {openWorkspace} from "../open.ts";

export const command: CommandDefinition = {
  args: gateArgs,
  flags: [
    gateFlag,
    {
      flags: "--due <when>",
      about: "every undecided gate dated up to then or overdue, a line each: 14d, 2w, 2026-12-15",
    },
    {
      flags: "--decide [decision]",
      about: "record what the gatekeepers decided: go, conditional-go, hold, recycle or kill",
      words: gateDecisions.filter((word) => word !== "pending"),
    },
    {flags: "--by <who>", about: "with --decide: who decided", repeatable: true},
    {flags: "--date <date>", about: "with --decide: on which day (default: today)"},
    {flags: "--condition <text>", about: "with --decide: on what condition", repeatable: true},
    ...editFlags,
    ...formatFlags.map((flag) =>
      flag.flags === "--force"
        ? {...flag, about: `${flag.about}; with --decide, over an earlier decision`}
        : flag,
    ),
  ],
  writes: "nothing; the file given with -o; with --decide the gate's line in its concept.",
  notes:
    "Exits 1 when a gate is not ready, so that CI can hold it. Whether to go is for people to decide: --decide\nonly writes down what they decided, beside the verdict, and never changes it.",
  examples: ["gate board-link", "gate board-link --decide go --by eva --date yesterday --dry-run"],
  reads: true,
  run: async (input, context) => {
    const {decide, due} = input.flags;
    refuseStray(input.flags, decide !== undefined, due !== undefined);
    const opened = await openWorkspace(input.global, context);
    if (decide !== undefined) return await recordDecision(input, opened, context);
    if (due !== undefined) return await showDue(input, opened, context);
    return await showGate(input, opened, context, true);
  },
};

/** Flags that would be without effect are a mistake: somebody meant something by them. */
function refuseStray(flags: Flags, decides: boolean, lists: boolean): void {
  if (decides && lists)
    throw new PmTalkError("usage", "--decide and --due are two questions.", "Give one of them.");
  if (lists && valueOf(flags, "gate") !== null)
    throw new PmTalkError("usage", "--due lists gates; it takes no --gate.", "Leave one out.");
  if (decides) return;
  const stray = ["by", "date", "condition", "dryRun", "commit"].find(
    (name) => flags[name] !== undefined,
  );
  if (stray === undefined) return;
  const flag = stray === "dryRun" ? "--dry-run" : `--${stray}`;
  throw new PmTalkError(
    "usage",
    `${flag} belongs to --decide.`,
    "pm-talk gate CONCEPT --decide go --by eva",
  );
}
