import {expect, test} from "vitest";
import {indexNames, referencedId} from "../../../src/notes/resolve/names-index.ts";

const holder = (id: string, ...names: string[]) => ({
  id,
  file: `customers/${id}.md`,
  names: names.map((text) => ({text, place: {at: "file"} as const})),
});

test.each([
  ["gantry", "gantry"],
  ["[[customers/gantry|Gantry]]", "gantry"],
  ["[Gantry](../customers/gantry.md)", "gantry"],
  ["[Gantry](<../customers/gantry.md#people> 'title')", "gantry"],
  ["customers/gantry.md", "gantry"],
  ["../../customers/gantry", "gantry"],
  ["README.md", "README.md"],
  ["[our page](https://example.com)", "[our page](https://example.com)"],
  ["Smith/Jones", "Smith/Jones"],
])("front matter that says %s means %s", (written, id) => {
  expect(referencedId(written)).toBe(id);
});

test("who is called what looks like a path is found by it; else a file by that name", () => {
  const {find} = indexNames(
    [holder("acme", "customers/gantry.md", "README.md"), holder("gantry")],
    [],
  );
  expect(find("customers/gantry.md")).toBe("acme");
  expect(find("readme.md")).toBe("acme");
  expect(find("gantry.md")).toBe("gantry");
  expect(find("../customers/Gantry.md")).toBe("gantry");
  expect(find("[x](https://example.com)")).toBeNull();
  expect(find("")).toBeNull();
});
