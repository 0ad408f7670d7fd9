import {type Flags, type Input, isOn, listOf, valueOf, flagKey} from "../command.ts";
import {itemFlags} from "./log-flags.ts";

/** Whether the flags say enough for a note: a customer, and something that was learned or is to be typed. */
export function isEnough({args, flags}: Input): boolean {
  const customer = args[0] ?? valueOf(flags, "customer") ?? valueOf(flags, "addTo");
  const says = wasNotHeld(flags) || saysSomething(flags) || isOn(flags, "edit");
  return customer !== null && says;
}

/** A talk that did not take place, or not yet, has nothing to tell. */
function wasNotHeld(flags: Flags): boolean {
  const status = valueOf(flags, "status");
  return (
    isOn(flags, "planned") || flags["show"] === false || (status !== null && status !== "held")
  );
}

/** An ask or a step alone is not enough. */
function saysSomething(flags: Flags): boolean {
  const names = ["evidence", "section", "body", ...Object.keys(itemFlags).map(flagKey)];
  return names.some((name) => listOf(flags, name).length > 0);
}
