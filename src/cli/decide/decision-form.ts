import {nextGate} from "../../analysis/gates.ts";
import {formatDay} from "../../core/calendar.ts";
import {flattenSpace, foldName} from "../../core/text.ts";
import type {decisionTypes} from "../../notes/vocabulary.ts";
import {valueOf} from "../command.ts";
import {
  asChoice,
  asKnown,
  asText,
  type Asker,
  type RegisterForm,
} from "../guided-registers/register-form.ts";
import {conceptOf} from "./answers.ts";
import {askBecause, becauseShown} from "./ask-because.ts";
import {askBy, askTold, toldShown} from "./ask-who.ts";

const typeLabels: Record<(typeof decisionTypes)[number], string> = {
  "scope-in": "In: we add something",
  "scope-out": "Out: we leave something away",
  pivot: "Pivot: it becomes something else",
  message: "Message: we say it differently",
  price: "Price: what it costs, or who pays",
  "no-change": "Nothing changes, and that is a decision",
};

/** What `decide` asks: what was decided, on what it rests, and who knows of it. */
export const decisionForm: RegisterForm = {
  kind: "decision",
  title: "title",
  intro: "What was decided, and because of which talks. Enter takes the marked answer.",
  dated: true,
  questions: [
    {
      flag: "title",
      label: "Decided",
      inTurn: true,
      ask: asText("What was decided?", {
        tidy: flattenSpace,
        refuse: (typed) => (typed === "" ? "Something has to stand here." : null),
      }),
    },
    {
      flag: "change",
      label: "Different now",
      inTurn: true,
      ask: asText("What is different now? (Enter: nothing)"),
    },
    {
      flag: "concept",
      label: "Concept",
      inTurn: true,
      ask: asKnown("Which concept is it about?", "None", ({concepts}) =>
        concepts
          .filter(({status}) => status !== "killed")
          .map(({id, name}) => ({value: id, label: name})),
      ),
    },
    {flag: "gate", label: "Gate", inTurn: true, ask: askGate},
    {flag: "type", label: "Kind", inTurn: true, ask: askType},
    {
      flag: "because",
      label: "Because",
      inTurn: true,
      askAll: askBecause,
      shown: becauseShown,
    },
    {
      flag: "challenge",
      label: "Challenged",
      inTurn: true,
      ask: asText("How did you try to prove yourselves wrong? (Enter: we did not)"),
    },
    {flag: "by", label: "Decided by", inTurn: true, askAll: askBy},
    {flag: "told", label: "Told", inTurn: true, askAll: askTold, shown: toldShown},
    {
      flag: "replaces",
      label: "Takes back",
      inTurn: false,
      ask: asKnown("Which decision does it take back?", "None", ({decisions}) =>
        decisions
          .filter(({status}) => status !== "superseded")
          .map(({id, title}) => ({value: id, label: title ?? id})),
      ),
    },
  ],
  nearest: (title, {decisions}) => {
    const same = decisions.find((one) => foldName(one.title ?? "") === foldName(title));
    return same === undefined || title === "" ? null : `${same.title ?? ""} (${same.id})`;
  },
};

/** Which gate it was taken for; not asked where the concept has none. */
async function askGate(before: string, asker: Asker): Promise<string> {
  const concept = conceptOf(asker);
  if (concept === null || concept.gates.length === 0) return before;
  const next = nextGate(concept, asker.today)?.id;
  const gates = concept.gates.map(({id, name, date}) => ({
    value: id,
    label: `${id} ${name}`.trim(),
    note: formatDay(date),
  }));
  const choices = [...gates, {value: "", label: "None"}];
  return await asChoice("For which gate?", choices, next ?? "")(before, asker);
}

async function askType(before: string, asker: Asker): Promise<string> {
  const changes = valueOf(asker.flags, "change") !== null;
  const choices = Object.entries(typeLabels).map(([value, label]) => ({value, label}));
  return await asChoice(
    "What kind of decision?",
    choices,
    changes ? undefined : "no-change",
  )(before, asker);
}
