import type {MustMeet} from "../../analysis/readiness.ts";
import {count, listWithAnd} from "../../core/text.ts";
import type {Criterion} from "../../notes/vocabulary.ts";
import type {Span} from "../document.ts";
import type {GateView} from "./gate-view.ts";
import {withoutCount} from "../wording.ts";
import {joined} from "../spans.ts";

/** Beliefs that are named one by one before only their number is said. */
const named = 3;

/** What is missing, in words: a phrase for each criterion that is not met; none where all are. */
export function missingPhrases(view: GateView): Span[][] {
  return view.data.mustMeets
    .filter(({met}) => met === false)
    .map((one) => phrases[one.id](one, view));
}

const phrases: Record<Criterion, (of: MustMeet, view: GateView) => Span[]> = {
  conversations: (of) => [count(wanting(of), "more meaningful talk")],
  customers: (of) => [`${count(wanting(of), "more customer")} in such talks`],
  recent: ({found, required}) =>
    found === null
      ? ["nobody was ever spoken with about it"]
      : [`last spoken about ${count(found, "day")} ago, ${String(required)} at most`],
  critical: criticalPhrase,
  disconfirming: (of) =>
    of.found === 0
      ? ["nobody tried to be proven wrong: no word against it, no challenge"]
      : [`${count(wanting(of), "more word")} against it, or a challenge`],
  shaped: (of) =>
    of.found === 0
      ? ["no decision that rests on a talk"]
      : [`${count(wanting(of), "more decision")} that rest on a talk`],
  segments: ({detail}) => [`${listWithAnd(detail)} not heard`],
  readable: ({found}) => [`${count(found ?? 0, "file")} with an error`],
};

function wanting({required, found}: MustMeet): number {
  return Math.max(0, (required ?? 0) - (found ?? 0));
}

/** `"IT will allow our cloud connection" not tested`, each that is open or refuted. */
function criticalPhrase({detail}: MustMeet, view: GateView): Span[] {
  if (detail.length === 0) return ["no critical assumption is named"];
  const shown = detail
    .slice(0, named)
    .map((id) => ['"', view.belief(id), `" ${stateOf(id, view)}`]);
  const more = detail.length - shown.length;
  const rest = more === 0 ? [] : [[`and ${count(more, "more critical belief")}`]];
  return joined([...shown, ...rest], ", ");
}

/** The status word; of one that leans the right way on next to nothing, that. */
function stateOf(id: string, {data}: GateView): string {
  const belief = data.assumptions.find((one) => one.id === id);
  if (belief === undefined) return "open";
  if (belief.status === "leaning-valid") return "only an early yes";
  const soft = belief.status === "contested" || belief.status === "validated";
  return soft ? "rests on too little" : withoutCount(belief.label);
}
