import type {Collection, Decision} from "../../notes/collection.ts";
import type {GateDecision} from "./gate-data.ts";

/** The decisions of a gate's window, by date: what changed, on which talks it rests, and who knows of it. */
export function gateDecisions(
  decisions: readonly Decision[],
  {conversations}: Collection,
): GateDecision[] {
  const customers = new Map(
    conversations.flatMap(({id, also, customer}) =>
      [id, ...also].map((note) => [note, customer] as const),
    ),
  );
  return decisions.map((one) => {
    const {id, date, title, type, change, told, replaces, status, challenge, by} = one;
    const because = one.because.map(({conversation, what}) => ({
      conversation,
      customer: customers.get(conversation) ?? null,
      what,
    }));
    const know = new Set(told.map(({customer}) => customer));
    const cited = new Set(because.flatMap(({customer}) => customer ?? []));
    return {
      ...{id, date, title, type, change, because},
      told: told.map(({customer, date: on}) => ({customer, date: on})),
      ...{replaces, status, challenge, by},
      notTold: [...cited].filter((customer) => !know.has(customer)),
    };
  });
}
