import {flattenSpace} from "../../core/text.ts";
import type {Collection} from "../../notes/collection.ts";
import {relationships, type stages} from "../../notes/vocabulary.ts";
import {knownCustomers, knownSegments} from "../known.ts";
import {nearestNamed} from "../names.ts";
import {whyTaken} from "../register/refuse-held.ts";
import {sourceLabels} from "../source-labels.ts";
import {asChoice, asKnown, asText, type RegisterForm, choicesOf} from "./register-form.ts";

const stageLabels: Record<(typeof stages)[number], string> = {
  prospect: "Prospect: they have not bought",
  trial: "Trial: they are trying it out",
  customer: "Customer",
  churned: "Churned: they were one",
  lost: "Lost: they bought something else, or nothing",
  partner: "Partner",
};

const unknown = {value: "", label: "I do not know"};

/** What `customer add` asks: who they are, and how we got to them. */
export const customerForm: RegisterForm = {
  kind: "customer",
  title: "name",
  intro: "A customer, or somebody who may become one. Enter takes the marked answer.",
  questions: [
    {
      flag: "name",
      label: "Name",
      inTurn: true,
      ask: asText("What are they called?", {tidy: flattenSpace, refuse: wrongName}),
    },
    {
      flag: "segment",
      label: "Segment",
      inTurn: true,
      ask: asKnown("Which segment are they?", unknown.label, (collection) =>
        knownSegments(collection).map(({id}) => ({value: id, label: id})),
      ),
    },
    {
      flag: "stage",
      label: "Stage",
      inTurn: true,
      ask: asChoice("What are they to us?", [unknown, ...choicesOf(stageLabels)]),
    },
    {
      flag: "source",
      label: "Came through",
      inTurn: true,
      ask: asChoice("How did you get to them?", [unknown, ...choicesOf(sourceLabels)]),
    },
    {
      flag: "relationship",
      label: "They are",
      inTurn: false,
      ask: asChoice("They are", [
        unknown,
        ...relationships.map((word) => ({value: word, label: word})),
      ]),
    },
    {
      flag: "alias",
      label: "Also called",
      inTurn: false,
      ask: asText("What else are they called? (Enter: nothing)"),
    },
  ],
  nearest: (title, collection) => {
    const [near] = nearestNamed(title, knownCustomers(collection));
    return near === undefined ? null : `${near.label ?? near.id} (${near.id})`;
  },
};

function wrongName(typed: string, collection: Collection): string | null {
  if (typed === "") return "Something has to stand here.";
  return whyTaken(typed, "customer", collection);
}
