import type {Collection, Decision} from "../../notes/collection.ts";
import {groundsOf, talksByNote} from "../decisions-data.ts";
import type {GateDecision} from "./gate-data.ts";

/** The decisions of a gate's window, by date: what changed, on which talks it rests, and who knows of it. */
export function gateDecisions(
  decisions: readonly Decision[],
  collection: Collection,
): GateDecision[] {
  const talks = talksByNote(collection);
  return decisions.map((one) => {
    const {id, date, title, type, change, replaces, status, challenge, by} = one;
    const {because, told, notTold} = groundsOf(one, talks);
    const cited = because.map(({conversation, customer, what}) => ({conversation, customer, what}));
    return {
      ...{id, date, title, type, change, because: cited, told},
      ...{replaces, status, challenge, by, notTold},
    };
  });
}
