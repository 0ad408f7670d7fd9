import type {CommandDefinition} from "../command.ts";
import {formatFlags} from "../flags/flags.ts";
import {gateArgs, gateFlag, showGate} from "../gate/show-gate.ts";
import {openWorkspace} from "../open.ts";

export const command: CommandDefinition = {
  args: gateArgs,
  flags: [gateFlag, ...formatFlags],
  writes: "nothing, or the file given with -o.",
  notes:
    "No flag narrows it: what customers said against the concept is always all there. A gate that was decided\nis shown as of the day it was, unless --as-of says another.",
  examples: ["report gate", "report gate fast-setup --gate G1 --format markdown"],
  reads: true,
  run: async (input, context) =>
    await showGate(input, await openWorkspace(input.global, context), context, false),
};
