import type {Decision} from "../notes/collection.ts";

/**
 * Of some decisions those that took another one back: decisions made, then unmade. One that is only proposed
 * took nothing back yet.
 */
export function reversalsAmong(decisions: readonly Decision[]): Decision[] {
  return decisions.filter(({replaces, status}) => replaces !== null && status !== "proposed");
}
