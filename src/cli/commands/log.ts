import {isOn, type CommandDefinition} from "../command.ts";
import {logByFlags} from "../log/by-flags.ts";
import {logFlags} from "../log/log-flags.ts";
import {isEnough} from "../log/minimum.ts";
import {canAsk} from "../prompts/can-ask.ts";

export const command: CommandDefinition = {
  args: [
    {
      name: "[customer]",
      about: "whom you talked to: id, name or alias; an unknown one becomes a new customer",
    },
  ],
  flags: logFlags,
  writes: "one note under conversations/, and customers/<id>.md for a new customer.",
  examples: [
    `log gantry --quote "Can I send that to the board tonight?"`,
    `log --type sales-call --customer "Acme Corp" --ask 'A paid pilot (money, declined): not before the audit' --pain "Exports take a morning #exports"`,
  ],
  reads: false,
  run: async (input, context) => {
    const asks = isOn(input.flags, "guided") || isOn(input.flags, "quick") || !isEnough(input);
    if (!asks || !canAsk(input.global, context)) return await logByFlags(input, context);
    const {logGuided} = await import("../guided/log-guided.ts");
    return await logGuided(input, context);
  },
};
