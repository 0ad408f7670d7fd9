import {changedThresholds, type Thresholds} from "../analysis/thresholds.ts";
import {count} from "../core/text.ts";

/** How long evidence counts, and what it takes to be validated or invalidated. */
export function evidenceLine({evidence}: Pick<Thresholds, "evidence">): string {
  const {fresh, expired, customers, against} = evidence;
  return (
    `Evidence counts in full for ${count(fresh, "day")}, half until ${String(expired)}. Validated takes ` +
    `${count(customers, "customer")} with more than an opinion, invalidated ${String(against)} against.`
  );
}

/** What "spoken" and "meaningful" mean. */
export function talkLines({meaningful}: Pick<Thresholds, "meaningful">): string[] {
  return [
    "Spoken: held, live, at first hand, one of us there. Surveys and e-mails are not.",
    meaningfulLine({meaningful}),
  ];
}

/** What a talk needs to count as meaningful. */
function meaningfulLine({meaningful}: Pick<Thresholds, "meaningful">): string {
  const {minutes, words, talk} = meaningful;
  return (
    `Meaningful: ${count(minutes, "minute")} or unknown, something learned, a quote or ${count(words, "word")}; ` +
    `selling: we spoke at most ${String(Math.round(talk * 100))} % of the time.`
  );
}

/** All that a gate's verdict rests on. */
export function thresholdLines(thresholds: Thresholds): string[] {
  return [evidenceLine(thresholds), meaningfulLine(thresholds), ...changedLines(thresholds)];
}

/**
 * What the team has set otherwise than usual, because a verdict that rests on a lower bar has to say so; none
 * where all is as usual.
 */
export function changedLines(thresholds: Thresholds): string[] {
  const changed = changedThresholds(thresholds).map(
    ({name, value, usual}) => `${name} ${String(value)} (default ${String(usual)})`,
  );
  return changed.length === 0 ? [] : [`Set in pm-talk.yml: ${changed.join(", ")}.`];
}
