import {isPassing} from "../../workspace/write/many-files.ts";
import type {Plan} from "../../workspace/write/rename.ts";

/** Every line that will change, by file, as a diff shows it: `file:line`, what goes, what comes. */
export function planText({steps, changes}: Plan, shown: (file: string) => string): string {
  const lines = changes.flatMap((change) =>
    change.lines.flatMap(({line, before, after}) => [
      `${shown(change.file)}:${String(line)}`,
      ...(before === null ? [] : [`  - ${before}`]),
      ...(after === null ? [] : [`  + ${after}`]),
    ]),
  );
  const whole = steps.flatMap((step) => {
    if (step.do !== "move") return [];
    const becomes = `${shown(step.file)} becomes ${shown(step.to)}`;
    return [isPassing(step.to, steps) ? `${shown(step.file)} is deleted` : becomes];
  });
  return [...whole, ...lines].map((line) => `${line}\n`).join("");
}
