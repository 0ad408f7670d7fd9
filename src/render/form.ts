import type {Block} from "../reports/document.ts";

export type Form = Extract<Block, {block: "form"}>;

/** Where a ruled line is to be drawn with what letters there are. */
const rule = "_".repeat(24);

/** The form in words: "[ ] Go   [ ] Hold", then "Names: ____". */
export function formLines(form: Form): string[] {
  const boxes = form.boxes.map((box) => `[ ] ${box}`).join("   ");
  const lines = form.lines.map((label) => `${label}: ${rule}`);
  return boxes === "" ? lines : [boxes, ...lines];
}
