import {describe, expect, it} from "vitest";
import {setFields} from "../../../src/notes/edit/edit-fields.ts";
import {addListItem, removeListItem, replaceListItem} from "../../../src/notes/edit/edit-items.ts";
import type {Kind} from "../../../src/notes/vocabulary.ts";

const crlf = (text: string): string => text.replaceAll("\n", "\r\n");
/** A file around a front matter; the body has no line end behind it. */
const file = (block: string): string => `---\n${block}---\n\n## People\n* **tom** Tom`;

/** What a change makes of a block, in three files: with LF, with CRLF and with a byte order mark. */
async function blockAfter(
  block: string,
  change: (text: string) => Promise<string>,
): Promise<string> {
  const text = file(block);
  const after = await change(text);
  expect(await change(crlf(text))).toBe(crlf(after));
  expect(await change(`\uFEFF${text}`)).toBe(`\uFEFF${after}`);
  expect(after.startsWith("---\n")).toBe(true);
  expect(after.endsWith("---\n\n## People\n* **tom** Tom")).toBe(true);
  return after.slice(4, after.length - "---\n\n## People\n* **tom** Tom".length);
}

const set = (kind: Kind, field: string, value: unknown) => (text: string) =>
  setFields(text, kind, [{field, value}]);

describe("setFields", () => {
  it.each([
    ["a plain value", "name: Gantry\n", "name", "Bolt", "name: Bolt\n"],
    ["spacing and a comment", "name:    Gantry   # n\n", "name", "Bolt", "name:    Bolt   # n\n"],
    ["double quotes", 'name: "Gantry" # n\n', "name", 'a "b"', 'name: "a \\"b\\"" # n\n'],
    ["single quotes", "name: 'Gantry'\n", "name", "it's", "name: 'it''s'\n"],
    ["a value that needs quotes", "name: Gantry\n", "name", "a: b", 'name: "a: b"\n'],
    ["CJK and emoji", "name: 株式会社\n", "name", "株式会社アクメ 🚀", "name: 株式会社アクメ 🚀\n"],
    [
      "a plain text on two lines",
      "name: Gan\n  try\nowner: ana\n",
      "name",
      "B",
      "name: B\nowner: ana\n",
    ],
    ["quotes on two lines", "name: 'Gan\n  try' # n\n", "name", "B", "name: 'B' # n\n"],
    ["a key without a value", "name: x\nstage:\n", "stage", "trial", "name: x\nstage: trial\n"],
    [
      "a comment alone",
      "stage:   # ask\nname: x\n",
      "stage",
      "trial",
      "stage: trial   # ask\nname: x\n",
    ],
    ["a tilde", "stage: ~ # ask\n", "stage", "trial", "stage: trial # ask\n"],
    ["a template's blank", "name: {{name}}\n", "name", "B", "name: B\n"],
    ["a number", "cadence: 30\n", "cadence", 60, "cadence: 60\n"],
    [
      "a block of text",
      "reason: |-  # w\n   a\n   b\n\nname: x\n",
      "reason",
      "c: #d",
      "reason: |-  # w\n   c: #d\n\nname: x\n",
    ],
    ["a folded block", "reason: >\n  a\n  b\n", "reason", "c", "reason: >\n  c\n"],
    ["a block with its indentation", "reason: |2\n    a\n", "reason", "c", "reason: |2\n  c\n"],
    [
      "a block that cannot hold it",
      "reason: |  # w\n  a\n",
      "reason",
      "c\u0007",
      'reason: "c\\a"  # w\n',
    ],
    ["an explicit key", "? name\n: Gantry\n", "name", "B", "? name\n: B\n"],
    [
      "keys further in",
      "  name: x\n  owner: a\n",
      "stage",
      "trial",
      "  name: x\n  stage: trial\n  owner: a\n",
    ],
  ])("changes only the value of %s", async (_, block, field, value, expected) => {
    expect(await blockAfter(block, set("customer", field, value))).toBe(expected);
  });

  it.each([
    [
      "behind the nearest earlier one",
      "name: x\nowner: a # o\nsource: cold\n",
      "name: x\nowner: a # o\nreason: r\nsource: cold\n",
    ],
    [
      "whatever their order",
      "source: cold\nowner: a\nname: x\n",
      "source: cold\nowner: a\nreason: r\nname: x\n",
    ],
    [
      "behind bullets and their comments",
      "aliases:\n- a\n  # c\nmine: 1\n",
      "aliases:\n- a\n  # c\nreason: r\nmine: 1\n",
    ],
    [
      "behind a block and before blank lines",
      "name: |\n  x\n\nmine: 1\n",
      "name: |\n  x\nreason: r\n\nmine: 1\n",
    ],
    ["before a later one", "mine: 1\nsource: cold\n", "mine: 1\nreason: r\nsource: cold\n"],
    ["first, above the comments", "# c\nsource: cold\n", "reason: r\n# c\nsource: cold\n"],
    ["last where none is known", "mine: 1\n", "mine: 1\nreason: r\n"],
    ["before the end of the document", "name: x\n...\n", "name: x\nreason: r\n...\n"],
    ["in an empty front matter", "", "reason: r\n"],
    ["among comments only", "# c\n", "reason: r\n# c\n"],
    ["in braces", "{name: x, source: cold}\n", "{name: x, reason: r, source: cold}\n"],
  ])("adds a missing key %s", async (_, block, expected) => {
    expect(await blockAfter(block, set("customer", "reason", "r"))).toBe(expected);
  });

  it.each([
    ["with its line", "name: x\nreason: r\nowner: a\n", "name: x\nowner: a\n"],
    ["but keeps a comment", "reason: r  # c\n", "reason:  # c\n"],
    ["with its block", "reason: |\n  a\n  # b\nowner: a\n", "owner: a\n"],
    ["with blank lines in it", "reason: |\n  a\n\n  b\n\nowner: a\n", "\nowner: a\n"],
    ["from braces", "{name: x, reason: r, owner: a}\n", "{name: x, owner: a}\n"],
    ["without a value", "reason:\nname: x\n", "reason:\nname: x\n"],
  ])("takes a key out %s", async (_, block, expected) => {
    expect(await blockAfter(block, set("customer", "reason", null))).toBe(expected);
  });

  it.each([
    [
      "[ana,farid,  'eva' ]  # us",
      ["ana", "farid", "eva", "ben"],
      "[ana,farid,  'eva',  ben ]  # us",
    ],
    ["[ana,farid,  'eva' ]  # us", ["farid", "eva"], "[farid,  'eva' ]  # us"],
    ["[ana,farid,  'eva' ]  # us", ["ana", "eva"], "[ana,'eva' ]  # us"],
    ["[ana,farid,  'eva' ]  # us", ["ana", "farid", "ben"], "[ana,farid,  'ben' ]  # us"],
    ["[ana,farid,  'eva' ]  # us", ["ben"], "[ben ]  # us"],
    ["[]", ["ana"], "[ana]"],
    [
      "[\n  ana, # leads\n  ben\n]",
      ["ana", "ben", "a, b"],
      '[\n  ana, # leads\n  ben,\n  "a, b"\n]',
    ],
    ["[\n  ana, # leads\n  ben\n]", ["ben"], "[\n   # leads\n  ben\n]"],
    ["ana", ["ana", "ben"], "[ana, ben]"],
    ['"ana" # us', ["ben"], '"ben" # us'],
    ["# us\n- ana\n- ben # b\n# c", ["ana"], "# us\n- ana\n# b\n# c"],
    [
      "\n  -   ana # a\n  # c\n  - 'ben'",
      ["ana", "eva", "ben"],
      "\n  -   ana # a\n  -   eva\n  # c\n  - 'ben'",
    ],
    ["\n  - ana\n  -\n  - ben", ["ana", "ben", "x: y"], '\n  - ana\n  - ben\n  - "x: y"'],
    ["", ["ana"], "[ana]"],
    [" # us", ["ana"], "[ana] # us"],
  ])("brings the list %j to %j", async (list, wanted, expected) => {
    const block = (value: string): string =>
      `type: demo\nteam:${/^\n|^$|^ /.test(value) ? "" : " "}${value}\n`;
    expect(await blockAfter(block(list), set("conversation", "team", wanted))).toBe(
      expected.startsWith("[ana]") && list.trim() !== "[]"
        ? `type: demo\nteam: ${expected.replace(" # us", " # us")}\n`
        : block(expected),
    );
  });

  it("writes new lists as the file writes its lists", async () => {
    const bullets = "type: demo\nteam:\n    - ana\n";
    expect(await blockAfter(bullets, set("conversation", "tags", ["a", "b, c"]))).toBe(
      "type: demo\nteam:\n    - ana\ntags:\n    - a\n    - b, c\n",
    );
    expect(await blockAfter("type: demo\n", set("conversation", "tags", ["a", "b, c"]))).toBe(
      'type: demo\ntags: [a, "b, c"]\n',
    );
  });

  it("tells refused consent from none asked for, in every style", async () => {
    const refuse = set("conversation", "consent", []);
    expect(await blockAfter("consent: [internal]\n", refuse)).toBe("consent: []\n");
    expect(await blockAfter("consent: # c\n  - internal # i\n", refuse)).toBe(
      "consent: [] # c\n  # i\n",
    );
    expect(await blockAfter("type: demo\n", refuse)).toBe("type: demo\nconsent: []\n");
    expect(await blockAfter("consent: []\n", set("conversation", "consent", null))).toBe("");
  });

  it("keeps a comment out of the block of text above it", async () => {
    const block = "name: |\n  x\naliases:\n  - a # one\n  # two\nmine: 1\n";
    expect(await blockAfter(block, set("customer", "aliases", null))).toBe(
      "name: |\n  x\n# one\n# two\nmine: 1\n",
    );
  });

  it.each([
    ["a tag", "name: !!str Gantry\n", "name", "B", "By hand:  name: B"],
    ["bullets where one value belongs", "name:\n  - a # c\n", "name", "B", "By hand:  name: B"],
  ])("refuses %s, and says what to write", async (_, block, field, value, hint) => {
    await expect(set("customer", field, value)(file(block))).rejects.toMatchObject({
      code: "not-written",
      message: `Not written: the front matter has a shape in which ${field} cannot be changed alone.`,
      hint,
    });
  });

  it.each([
    ["duplicate keys", "---\nname: a\nname: b\n---\n"],
    ["an anchor", "---\nname: &a b\n---\n"],
    ["no closing fence", "---\nname: a\n"],
    ["another language", "---js\nname: a\n---\n"],
    ["a list", "---\n- a\n---\n"],
  ])("touches nothing in a file with %s", async (_, text) => {
    await expect(set("customer", "name", "B")(text)).rejects.toMatchObject({
      code: "not-written",
      message: expect.stringMatching(/^Not written: the file cannot be read: /) as string,
    });
  });

  it("leaves a file alone that says so already, however it is written", async () => {
    const text = file("name: 'Gantry'\naliases: Gan\n");
    const changes = [
      {field: "name", value: "Gantry"},
      {field: "aliases", value: ["Gan"]},
      {field: "owner", value: null},
    ];
    expect(await setFields(text, "customer", changes)).toBe(text);
  });

  it("takes a long front matter in its stride", async () => {
    const block = Array.from({length: 1200}, (_, n) => `key${String(n)}: [a, b] # c\n`).join("");
    const after = await set("customer", "name", "x")(file(`${block}owner: a\n`));
    expect(after).toBe(file(`${block}name: x\nowner: a\n`));
  });
});

describe("one element of a list", () => {
  const text = file("aliases: [Gan, 'Gantry Inc',Gan]\n");
  const of = (list: string): string => file(`aliases: ${list}\n`);

  it("is added, replaced and removed without the others", async () => {
    expect(await addListItem(text, "customer", "aliases", "G")).toBe(
      of("[Gan, 'Gantry Inc',Gan,G]"),
    );
    expect(await addListItem(text, "customer", "aliases", "Gan")).toBe(text);
    expect(await addListItem(file("name: x\n"), "customer", "aliases", "G")).toBe(
      file("name: x\naliases: [G]\n"),
    );
    expect(await replaceListItem(text, "customer", "aliases", "Gantry Inc", "B")).toBe(
      of("[Gan, 'B',Gan]"),
    );
    expect(await removeListItem(text, "customer", "aliases", "Gan")).toBe(of("['Gantry Inc']"));
    expect(await removeListItem(of("Gan"), "customer", "aliases", "Gan")).toBe(file(""));
  });

  it("is not touched next to one that cannot be read", async () => {
    await expect(addListItem(of("[a, 5]"), "customer", "aliases", "b")).rejects.toMatchObject({
      code: "not-written",
      hint: "By hand:  aliases: [a, 5, b]",
    });
  });
});
