import type {CommandDefinition} from "../command.ts";
import {supersedeRemark} from "../decide/supersede.ts";
import {editRegister} from "../edit/edit-register.ts";
import {editFlags} from "../edit/finish-edit.ts";
import {decisionKind} from "../known.ts";
import {registerLineFlags} from "../register/line-flags.ts";
import {registerFlags} from "../register/register-flags.ts";

export const command: CommandDefinition = {
  args: [{name: "<id>", about: "the decision: id, title, or its last six characters"}],
  flags: [...registerFlags("decision"), ...registerLineFlags("decision"), ...editFlags],
  writes: "only what the flags name in its file; without a flag it opens the editor.",
  notes: "A line about the same talk or customer is replaced; any other is added.",
  examples: [
    `decision edit 9m2xwc --status accepted --date today`,
    `decision edit b3m7rs --because 'h6t1yw: asked what a seat costs' --told 'alder (yesterday)' --dry-run`,
  ],
  reads: false,
  run: (input, context) =>
    editRegister({kind: "decision", named: decisionKind, remark: supersedeRemark}, input, context),
};
