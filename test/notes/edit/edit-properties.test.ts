import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {setFields} from "../../../src/notes/edit/edit-fields.ts";
import {asRead} from "../../../src/notes/edit/edit-text.ts";
import {splitFrontMatter} from "../../../src/notes/front-matter/front-matter.ts";
import {listFields, newText, textFields, textOf, typedFile} from "./edit-arbitrary.ts";

const change = fc.oneof(
  fc.tuple(fc.constantFrom(...textFields), fc.option(newText)),
  fc.tuple(
    fc.constantFrom(...listFields),
    fc.option(fc.uniqueArray(newText, {minLength: 1, maxLength: 4})),
  ),
);

describe("setting a field of any front matter", () => {
  it("leaves every byte outside of it, and every comment in it", async () => {
    await fc.assert(
      fc.asyncProperty(typedFile, change, async (file, [field, value]) => {
        const before = textOf(file);
        fc.pre(!("faults" in splitFrontMatter(asRead(before))));
        const after = await setFields(before, "customer", [{field, value}]);
        const index = file.entries.findIndex((one) => one.field === field);
        const middle = changedPart(file, index, before, after);
        for (const comment of file.entries[index]?.comments ?? [])
          expect(middle).toContain(comment);
        if (file.end === "\r\n") expect(middle).not.toMatch(/[^\r]\n/);
      }),
      {numRuns: 300},
    );
  });
});

/** What an edit has put where the entry stood; all around it must be as it was. */
function changedPart(
  file: Parameters<typeof textOf>[0],
  index: number,
  before: string,
  after: string,
): string {
  if (index < 0) {
    let same = 0;
    while (same < before.length && before[same] === after[same]) same++;
    const added = after.length - before.length;
    expect(after.slice(same + added)).toBe(before.slice(same));
    return after.slice(same, same + added);
  }
  const head = textOf({...file, entries: file.entries.slice(0, index), tail: ""});
  const tail = textOf({...file, entries: file.entries.slice(index + 1), head: ""});
  expect(after.slice(0, head.length)).toBe(head);
  expect(after.slice(after.length - tail.length)).toBe(tail);
  return after.slice(head.length, after.length - tail.length);
}
