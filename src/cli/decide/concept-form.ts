import {flattenSpace} from "../../core/text.ts";
import type {conceptStatuses} from "../../notes/vocabulary.ts";
import {knownConcepts} from "../known.ts";
import {nearestNamed} from "../names.ts";
import {asChoice, asText, type RegisterForm} from "../guided-registers/register-form.ts";
import {whyTaken} from "../register/refuse-held.ts";

const statusLabels: Record<(typeof conceptStatuses)[number], string> = {
  idea: "Idea: nobody was asked yet",
  discovery: "Discovery: is there a problem?",
  validation: "Validation: is this the answer?",
  build: "Build",
  launched: "Launched",
  hold: "Hold",
  killed: "Killed",
};

/** What `concept add` asks: what it is, and how far it is. */
export const conceptForm: RegisterForm = {
  kind: "concept",
  title: "name",
  intro: "Something that we may build and talk to customers about. Enter takes the marked answer.",
  questions: [
    {
      flag: "name",
      label: "Name",
      inTurn: true,
      ask: asText("What is it called?", {
        tidy: flattenSpace,
        refuse: (typed, collection) =>
          typed === "" ? "Something has to stand here." : whyTaken(typed, "concept", collection),
      }),
    },
    {
      flag: "summary",
      label: "Summary",
      inTurn: true,
      ask: asText("What is it, in one sentence? (Enter: not said yet)"),
    },
    {
      flag: "outcome",
      label: "Outcome",
      inTurn: true,
      ask: asText("What is different for a customer who has it? (Enter: not said yet)"),
    },
    {
      flag: "status",
      label: "Status",
      inTurn: true,
      ask: asChoice(
        "How far is it?",
        Object.entries(statusLabels).map(([value, label]) => ({value, label})),
      ),
    },
  ],
  nearest: (title, collection) => {
    const [near] = nearestNamed(title, knownConcepts(collection));
    return near === undefined ? null : `${near.label ?? near.id} (${near.id})`;
  },
};
