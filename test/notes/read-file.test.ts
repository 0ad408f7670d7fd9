import {expect, test} from "vitest";
import {read, report, valid} from "./read-file-reports.ts";

test("fields, body, unknown keys and headings of one file", () => {
  const source = `---\n${valid}\ncolour: red\n---\n\n## Quotes\n- "Ship it"\n\n## Weather\nRain.\n`;
  const {parsed, faults} = read("conversation", source);
  expect(faults).toEqual([]);
  expect(parsed).toMatchObject({
    kind: "conversation",
    id: "x",
    file: "conversations/x.md",
    fields: {customer: "gantry"},
    unknownKeys: ["colour"],
    unknownHeadings: [{heading: "Weather", line: 12}],
  });
  expect(parsed?.body.items.quotes.map(({quotes, line}) => [quotes, line])).toEqual([
    [["Ship it"], 10],
  ]);
});

test("what is read is plain data, as a cache keeps it", () => {
  const {parsed} = read("conversation", `---\n${valid}\n---\n\n## Surprises\n- One\n`);
  expect(JSON.parse(JSON.stringify(parsed))).toEqual(parsed);
});

test("a note that is left out still names the faults of its body", async () => {
  const source = `---\n${valid.replace("interview", "nap")}\n---\n\n## Evidence\n- **Against** x (told): "y"\n`;
  expect(read("conversation", source).parsed).toBeNull();
  const codes = (await report("conversation", source)).match(/error [a-z-]+/g);
  expect(codes).toEqual(["error type-invalid", "error evidence-kind"]);
});

test("an unclosed comment in the body leaves the note out", () => {
  const {parsed, faults} = read("conversation", `---\n${valid}\n---\n\n<!-- to do\n\n## Quotes\n`);
  expect(parsed).toBeNull();
  expect(faults.map(({dropped}) => dropped)).toEqual(["file"]);
});
