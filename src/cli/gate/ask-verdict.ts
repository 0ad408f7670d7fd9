import type {ConceptGate} from "../../analysis/gates.ts";
import {PmTalkError} from "../../core/errors.ts";
import {foldName, nearest} from "../../core/text.ts";
import type {GateVerdict} from "../../notes/edit/edit-gate.ts";
import {gateDecisions} from "../../notes/vocabulary.ts";
import {decisionWord} from "../../reports/gate/gate-decided.ts";
import {gateName} from "../../reports/gate/gate-view.ts";
import {type Input, listOf, valueOf} from "../command.ts";
import type {Context} from "../context.ts";
import {didYouMean} from "../did-you-mean.ts";
import {knownMembers, memberKind} from "../known.ts";
import {findNamed} from "../names.ts";
import {type Opened, whoAmI} from "../open.ts";
import {withPrompter} from "../prompts/with-prompter.ts";
import type {Prompter} from "../prompts/prompter.ts";

type Word = Exclude<(typeof gateDecisions)[number], "pending">;
type Said = Pick<GateVerdict, "decision" | "conditions" | "by">;

const words = gateDecisions.filter((word) => word !== "pending");

/**
 * What was decided, by whom and on what conditions: from the flags, and where somebody is there to ask, from
 * the answers to what the flags leave open. Throws a usage error that lists what is missing otherwise.
 */
export async function askVerdict(
  found: ConceptGate,
  input: Input,
  opened: Opened,
  context: Context,
): Promise<Said> {
  const {flags, global} = input;
  const given = valueOf(flags, "decide");
  const decision = given === null ? null : decisionOf(given);
  const by = await whoDecided(listOf(flags, "by"), opened, context);
  const conditions = joinedOrNull(listOf(flags, "condition"));
  const kept = conditions ?? askedBefore(found.gate);
  const lacksCondition = decision === "conditional-go" && kept === null;
  if (decision !== null && by !== null && !lacksCondition) return {decision, by, conditions: kept};
  return await withPrompter(global, context, async (prompter) => {
    if (prompter === null) throw missing(decision, by, kept, found);
    return await ask(prompter, {decision, by, conditions}, found, opened, context);
  });
}

async function ask(
  prompter: Prompter,
  given: {decision: Word | null; by: string | null; conditions: string | null},
  {concept, gate}: ConceptGate,
  opened: Opened,
  context: Context,
): Promise<Said> {
  const decision =
    given.decision ??
    (await prompter.select({
      message: `What was decided about ${concept.name}, ${gateName(gate)}?`,
      choices: words.map((word) => ({value: word, label: decisionWord(word)})),
    }));
  if (given.decision !== null)
    await prompter.say(`${decisionWord(decision)} for ${concept.name}, ${gateName(gate)}.`);
  const by = given.by ?? (await askWho(prompter, opened, context));
  const conditions =
    given.conditions ?? (await askConditions(prompter, decision, askedBefore(gate)));
  return {decision, by, conditions};
}

/** Several with commas between. */
async function askWho(
  prompter: Prompter,
  opened: Opened,
  context: Context,
): Promise<string | null> {
  const typed = await prompter.text({
    message: "Who decided?",
    refuse: (text) =>
      text.split(",").every((one) => one.trim() === "")
        ? "Somebody did: a handle or a name."
        : null,
  });
  return await whoDecided(typed.split(","), opened, context);
}

/** What was asked for before the gate stays; the conditions of a decision that is written over go with it. */
function askedBefore({decision, conditions}: ConceptGate["gate"]): string | null {
  return decision === null || decision === "pending" ? conditions : null;
}

async function askConditions(
  prompter: Prompter,
  decision: Word,
  initial: string | null,
): Promise<string | null> {
  const needed = decision === "conditional-go";
  const typed = await prompter.text({
    message: needed ? "On what condition?" : "Conditions? (Enter: none)",
    ...(initial === null ? {} : {initial}),
    refuse: (text) =>
      needed && text.trim() === "" ? "A conditional go has a condition; or it is a go." : null,
  });
  return joinedOrNull([typed]);
}

function decisionOf(typed: string): Word {
  const found = words.find((word) => word === foldName(typed).replaceAll(" ", "-"));
  if (found !== undefined) return found;
  const meant = didYouMean(nearest(typed, words));
  throw new PmTalkError(
    "usage",
    `"${typed}" is not a decision.`,
    `${meant}It can be ${words.join(", ")}.`,
  );
}

/** Handles of members where the names are theirs; gatekeepers who are no members are written as typed. */
async function whoDecided(
  typed: readonly string[],
  opened: Opened,
  context: Context,
): Promise<string | null> {
  const members = knownMembers(opened.workspace.collection);
  const names: string[] = [];
  for (const value of typed.map((one) => one.trim()).filter((one) => one !== "")) {
    if (foldName(value) === "me") names.push(await whoAmI(opened, context));
    else names.push(findNamed(value, members, memberKind) ?? value);
  }
  return joinedOrNull(names, ", ");
}

function joinedOrNull(texts: readonly string[], between = "; "): string | null {
  const filled = texts.map((text) => text.trim()).filter((text) => text !== "");
  return filled.length === 0 ? null : filled.join(between);
}

function missing(
  decision: Word | null,
  by: string | null,
  conditions: string | null,
  {concept, gate}: ConceptGate,
): PmTalkError {
  const flags = [
    ...(decision === null ? [`--decide ${words.join("|")}`] : []),
    ...(by === null ? ["--by"] : []),
    ...(decision === "conditional-go" && conditions === null ? ["--condition"] : []),
  ];
  return new PmTalkError(
    "usage",
    `Nothing written: no terminal to ask in, and ${flags.length === 1 ? "this is" : "these are"} missing:\n  ${flags.join(", ")}`,
    `pm-talk gate ${concept.id} --gate ${gate.id} --decide ${decision ?? "go"} --by eva`,
  );
}
