import {Chalk} from "chalk";
import {describe, expect, test} from "vitest";
import type {Block, Column, Mark, Spans, Tone} from "../../src/reports/document.ts";
import {renderText} from "../../src/render/text.ts";

const plain = {columns: 80, chalk: new Chalk({level: 0}), unicode: true};

function shown(blocks: Block[], options: Partial<typeof plain> = {}): string {
  return renderText({title: "Not printed", blocks}, {...plain, ...options});
}

test("a command is on one line where one line can hold it", () => {
  const text = shown(
    [
      {
        block: "paragraph",
        text: ["Who could tell us: ", {role: "command", text: "pm-talk next"}, "."],
      },
    ],
    {columns: 30},
  );
  expect(text).toBe("Who could tell us:\npm-talk next.\n");
});

test("a command stays on one line even where it hangs on a long word", () => {
  const text: Spans = [`${"x".repeat(25)}:`, {role: "command", text: "pm-talk next"}];
  expect(shown([{block: "paragraph", text}], {columns: 30})).toBe(
    `${"x".repeat(25)}:\npm-talk next\n`,
  );
});

test("a command wider than the screen breaks at its spaces", () => {
  const command = "pm-talk next --segment public-sector";
  expect(shown([{block: "paragraph", text: {role: "command", text: command}}], {columns: 20})).toBe(
    "pm-talk next\n--segment\npublic-sector\n",
  );
});

test.each<[Tone, string]>([
  ["good", "Good: it holds\n"],
  ["bad", "Attention: it holds\n"],
  ["warn", "Note: it holds\n"],
  ["neutral", "Note: it holds\n"],
])("a %s callout says so in a word", (tone, expected) => {
  expect(shown([{block: "callout", tone, text: "it holds"}])).toBe(expected);
});

test("colours follow the roles, and stop at the end of each phrase", () => {
  const text = renderText(
    {
      title: "",
      blocks: [
        {
          block: "paragraph",
          text: [
            {role: "status", tone: "bad", text: "NOT READY"},
            " ",
            {role: "command", text: "pm-talk gate"},
            {role: "muted", text: " so far"},
          ],
        },
      ],
    },
    {...plain, chalk: new Chalk({level: 1})},
  );
  expect(text).toBe(
    "\x1b[31mNOT READY\x1b[39m \x1b[36mpm-talk gate\x1b[39m \x1b[2mso far\x1b[22m\n",
  );
});

test("a note cannot colour, move or reorder the screen", () => {
  const text = shown([{block: "quote", text: "a\x1b[2J\rb\u202ec\u200bd", source: "x\x9b1m"}]);
  expect(text).toBe('  "a\\x1b[2J\\x0db\\u202ec\\u200bd"\n    x\\x9b1m\n');
});

test("line breaks in a value do not make lines", () => {
  expect(shown([{block: "paragraph", text: "a\nb\r\nc\td"}])).toBe("a b c d\n");
});

describe("marks", () => {
  const told = (n: number): Mark[] => Array.from({length: n}, () => "told");

  test("the strongest stands next to the line, on either side", () => {
    const text = shown([
      {
        block: "paragraph",
        text: {role: "marks", against: ["did", "told", "thinks"], for: ["did", "thinks"]},
      },
    ]);
    expect(text).toBe("·□■|■·\n");
  });

  test.each([
    ["against for", "  against for\n      □□■|■\n"],
    ["against | for", "  against | for\n       □□■|■\n"],
    ["marks", "  marks\n  □□■|■\n"],
  ])("stand below the title %s", (title, expected) => {
    const rows = [
      [{role: "marks" as const, against: ["did" as const, ...told(2)], for: ["did" as const]}],
    ];
    const columns = [{title, priority: 1, align: "left" as const}];
    expect(shown([{block: "table", columns, rows, more: null}])).toBe(
      title === "marks" ? expected.replace("  marks", "marks") : expected,
    );
  });

  test("many customers are counted", () => {
    const text = shown([
      {block: "paragraph", text: {role: "marks", against: ["did", ...told(13)], for: told(12)}},
    ]);
    expect(text).toBe("13□1■|□□□□□□□□□□□□\n");
  });
});

describe("tables", () => {
  const columns = [
    {title: "Name", priority: 1, align: "left" as const},
    {title: "Talks", priority: 2, align: "right" as const},
  ];

  test("without rows say so", () => {
    expect(shown([{block: "table", columns, rows: [], more: null}])).toBe(
      "Name    Talks\n  none\n",
    );
  });

  test("a short row has empty cells", () => {
    const block: Block = {block: "table", columns, rows: [["Gantry"], ["Elm", "12"]], more: null};
    expect(shown([block])).toBe("Name      Talks\n  Gantry\n  Elm        12\n");
  });

  test("an emoji of several parts is two columns wide", () => {
    const block: Block = {
      block: "table",
      columns,
      rows: [
        ["👩‍👩‍👧", "1"],
        ["e\u0301e", "2"],
      ],
      more: null,
    };
    expect(shown([block])).toBe("Name    Talks\n  👩‍👩‍👧        1\n  e\u0301e        2\n");
  });
});

test("labels and values stand in two columns, a wrapped value below itself", () => {
  const facts = [
    {label: "wrong if", value: "two of five new customers need help"},
    {label: "missing", value: "nothing"},
  ];
  expect(shown([{block: "facts", facts}], {columns: 36})).toBe(
    "wrong if   two of five new customers\n           need help\nmissing    nothing\n",
  );
  expect(shown([{block: "facts", facts}], {columns: 24})).toBe(
    "wrong if: two of five\n  new customers need\n  help\nmissing: nothing\n",
  );
});

test("what follows a heading stands in below it", () => {
  const text = shown([
    {block: "heading", level: 2, text: "Method"},
    {block: "paragraph", text: "No overrides."},
    {block: "list", items: ["one", "two"]},
    {block: "footer", lines: ["end"]},
  ]);
  expect(text).toBe("Method\n  No overrides.\n\n  - one\n  - two\n\nend\n");
});

test("an empty document is one newline, a width of 0 or of nothing is readable", () => {
  expect(shown([])).toBe("\n");
  expect(shown([{block: "paragraph", text: "ab cd"}], {columns: 0})).toBe("ab cd\n");
});

describe("a table on a screen without room", () => {
  const columns: Column[] = [
    {title: "Day", priority: 1, align: "left"},
    {title: "days ago", priority: 2, align: "right", spare: true},
    {title: "With", priority: 1, align: "left"},
  ];
  const day = {role: "date", date: "2026-11-06", text: "Fri 2026-11-06"} as const;
  const table: Block = {
    block: "table",
    columns,
    rows: [[day, "14", "Nordlicht Advisory"]],
    more: null,
  };
  const rowAt = (width: number): string | undefined =>
    shown([table], {columns: width}).split("\n")[1];

  test("first leaves off what another column says, then the day of the week", () => {
    expect(rowAt(46)).toBe("  Fri 2026-11-06        14  Nordlicht Advisory");
    expect(rowAt(45)).toBe("  Fri 2026-11-06  Nordlicht Advisory");
    expect(rowAt(35)).toBe(" Fri 2026-11-06  Nordlicht Advisory");
    expect(rowAt(34)).toBe(" 2026-11-06  Nordlicht Advisory");
  });

  test("narrows the column in which that breaks the fewest rows", () => {
    const rows = ["Ana, Ben", "Ana, Ben", "Ana, Ben, Chloe, Dev"].map((who) => [
      "customer name",
      who,
    ]);
    const two: Block = {
      block: "table",
      columns: [
        {title: "a", priority: 1, align: "left"},
        {title: "b", priority: 1, align: "left"},
      ],
      rows,
      more: null,
    };
    expect(shown([two], {columns: 29})).toBe(
      [
        "a               b",
        " customer name  Ana, Ben",
        " customer name  Ana, Ben",
        " customer name  Ana, Ben,",
        "                  Chloe, Dev",
        "",
      ].join("\n"),
    );
  });

  test.each([
    [true, "New customers finish…", "すべての顧客は五分以内…"],
    [false, "New customers finish...", "すべての顧客は五分以..."],
  ])("ends a text that may be cut behind a word (unicode: %s)", (unicode, ...expected) => {
    const cut: Block = {
      block: "table",
      columns: [
        {title: "x", priority: 1, align: "left"},
        {title: "y", priority: 1, align: "left", cut: true},
      ],
      rows: [
        ["1", "New customers finish setup alone"],
        ["2", "すべての顧客は五分以内に一人で"],
      ],
      more: null,
    };
    const lines = shown([cut], {columns: 27, unicode}).split("\n").slice(1, 3);
    expect(lines.map((line) => line.slice(4).trim())).toEqual(expected);
  });
});

test("a last line is no single short word where the lines above can spare one", () => {
  const text = `${"word ".repeat(15)}end.`;
  const paragraph: Block = {block: "paragraph", text};
  expect(shown([paragraph], {columns: 75})).toBe(`${"word ".repeat(14).trim()}\nword end.\n`);
  expect(shown([paragraph], {columns: 30})).toMatch(/\nword word word end\.\n$/);
});
