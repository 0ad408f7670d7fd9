import type {Config} from "../notes/config.ts";
import {defaultThresholds} from "../notes/config-defaults.ts";

/** The figures of the rules that a team may set in pm-talk.yml. */
export type Thresholds = Pick<Config, "evidence" | "meaningful">;

/** The figures that the rules reckon with in a workspace. */
export function thresholdsOf({evidence, meaningful}: Config): Thresholds {
  return {evidence, meaningful};
}

/** A figure that the team has set to something else. */
export interface ChangedThreshold {
  /** As in pm-talk.yml: `evidence.customers`. */
  name: string;
  value: number;
  usual: number;
}

/** The figures that are not the usual ones, in the order of pm-talk.yml: meaningful before evidence. */
export function changedThresholds({evidence, meaningful}: Thresholds): ChangedThreshold[] {
  return [
    ...changedIn("meaningful", meaningful, defaultThresholds.meaningful),
    ...changedIn("evidence", evidence, defaultThresholds.evidence),
  ];
}

function changedIn<Group extends Record<string, number>>(
  group: string,
  values: Group,
  usual: Group,
): ChangedThreshold[] {
  return Object.keys(usual)
    .map((key) => ({name: `${group}.${key}`, value: values[key] ?? 0, usual: usual[key] ?? 0}))
    .filter((one) => one.value !== one.usual);
}
