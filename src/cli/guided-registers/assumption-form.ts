import {compareText, flattenSpace, foldName} from "../../core/text.ts";
import type {Assumption, Collection} from "../../notes/collection.ts";
import type {AssumptionType, Importance} from "../../notes/vocabulary.ts";
import {whyTaken} from "../register/refuse-held.ts";
import {asChoice, asKnown, asText, type RegisterForm, choicesOf} from "./register-form.ts";

const importanceLabels: Record<Importance, string> = {
  critical: "Critical: we would stop",
  high: "High: we would have to change the concept",
  medium: "Medium: we would have to change a part of it",
  low: "Low: we would hardly notice",
};

const typeLabels: Record<AssumptionType, string> = {
  desirability: "Will they want it?",
  usability: "Can they use it?",
  viability: "Will they pay for it?",
  feasibility: "Can we build it?",
  ethical: "Is it right to do?",
};

/** What `assumption add` asks: what is believed, what would prove it wrong, and how much hangs on it. */
export const assumptionForm: RegisterForm = {
  kind: "assumption",
  title: "statement",
  intro: "Something we believe and could be wrong about. Enter takes the marked answer.",
  questions: [
    {
      flag: "statement",
      label: "We believe",
      inTurn: true,
      ask: asText("We believe ...", {
        tidy: (typed) => startLarge(withoutStart(typed, /^we believe(?: that)?\b/i)),
        refuse: wrongStatement,
      }),
    },
    {
      flag: "wrong",
      label: "Wrong if",
      inTurn: true,
      ask: asText("It would be wrong if ... (Enter: not said yet)", {
        tidy: (typed) => withoutStart(typed, /^(?:it would be )?wrong if\b/i),
      }),
    },
    {
      flag: "importance",
      label: "How bad",
      inTurn: true,
      ask: asChoice("How bad if wrong?", choicesOf(importanceLabels), "high"),
    },
    {
      flag: "type",
      label: "Question",
      inTurn: true,
      ask: asChoice(
        "Will they want it, use it, pay for it; can we build it; is it right?",
        choicesOf(typeLabels),
      ),
    },
    {
      flag: "concept",
      label: "Concept",
      inTurn: false,
      ask: asKnown("Which concept does it belong to?", "None", ({concepts}) =>
        concepts.map(({id, name}) => ({value: id, label: name})),
      ),
    },
    {
      flag: "test",
      label: "Test",
      inTurn: false,
      ask: asText("How do we test it? (Enter: not said yet)"),
    },
  ],
  nearest: nearestStatement,
};

function withoutStart(typed: string, start: RegExp): string {
  return flattenSpace(
    flattenSpace(typed)
      .replace(start, "")
      .replace(/^[\s.…:,]+/, ""),
  );
}

function startLarge(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}

function wrongStatement(typed: string, collection: Collection): string | null {
  if (typed === "") return "Something has to stand here: who will do what, and why.";
  return whyTaken(typed, "assumption", collection);
}

/** The statement that shares most words with it, at least two and half of the shorter one's. */
function nearestStatement(title: string, {assumptions}: Collection): string | null {
  const wanted = wordsOf(title);
  const scored = assumptions.flatMap((one: Assumption) => {
    const its = wordsOf(one.statement ?? "");
    const shared = [...its].filter((word) => wanted.has(word)).length;
    const share = shared / Math.min(its.size, wanted.size);
    return shared >= 2 && share >= 0.5 ? [{one, share}] : [];
  });
  scored.sort((a, b) => b.share - a.share || compareText(a.one.id, b.one.id));
  const best = scored[0]?.one;
  return best === undefined ? null : `${best.statement ?? ""} (${best.id})`;
}

/** Words that carry meaning: of four letters and more, in one case. */
function wordsOf(text: string): Set<string> {
  return new Set(foldName(text).match(/[\p{L}\p{M}\p{N}]{4,}/gu) ?? []);
}
