import {type RegisterAdd, runAdd} from "../guided-registers/run-add.ts";
import type {CommandDefinition} from "../command.ts";
import {addFlags} from "../register/add-register.ts";
import {registerLineFlags} from "../register/line-flags.ts";
import {registerFlags} from "../register/register-flags.ts";
import {completeDecision} from "./complete-decision.ts";
import {decisionForm} from "./decision-form.ts";

const add: RegisterAdd = {
  kind: "decision",
  form: decisionForm,
  required: ["title", "type"],
  wanted: ["concept"],
  example: `--title "Drop the sign-on tier" --type scope-out --because 'k7f3qa: would not pay for it'`,
  defaults: ({today}) => ({date: today}),
  complete: completeDecision,
};

/** What `decide` and `decision add` are: one command with two names. */
export function decisionAdd(name: "decide" | "decision add"): CommandDefinition {
  return {
    args: [],
    flags: [
      ...registerFlags("decision"),
      ...registerLineFlags("decision"),
      {flags: "--id <id>", about: "its id and file name (default: day, title, six characters)"},
      ...addFlags,
    ],
    writes:
      "one file under decisions/, and in the decision that it takes back that it is superseded;\nat a terminal it asks for what is missing.",
    examples: [
      `${name} --title "No tier for single sign-on" --type scope-out --concept fast-setup --gate G2 --by me --because 'k7f3qa: dropped the last tool over its surcharge' --told 'acme (today)'`,
      `${name} --title "Keep the wizard for now" --type no-change --concept fast-setup --challenge "Farid argued for dropping it" --because h6t1yw --dry-run`,
    ],
    reads: false,
    run: (input, context) => runAdd(add, input, context),
  };
}
