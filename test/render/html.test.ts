import {createHash} from "node:crypto";
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {visibleLine} from "../../src/core/visible.ts";
import type {Block, Column, Document, Spans} from "../../src/reports/document.ts";
import type {Sources} from "../../src/reports/request.ts";
import {renderHtml} from "../../src/render/html.ts";
import {style, styleHash} from "../../src/render/html/style.ts";
import {document} from "./arbitrary.ts";
import {gateSample} from "./gate-sample.ts";
import {readHtml} from "./read-html.ts";

const options = {linkTo: (file: string) => `../${file}`};

function pageOf(...blocks: Block[]): string {
  return renderHtml({title: "Page", blocks}, null, options);
}

/** What stands in `main`, behind the title. */
function mainOf(...blocks: Block[]): string {
  return /<h1>Page<\/h1> (.*) <\/main>/s.exec(pageOf(...blocks))?.[1] ?? "";
}

const paragraph = (text: Spans): Block => ({block: "paragraph", text});

const sources: Sources = {
  files: 4,
  read: 2,
  partial: 0,
  skipped: 1,
  diagnostics: [
    {
      file: "conversations/<b>.md",
      line: 1,
      column: 1,
      severity: "error",
      code: "yaml",
      message: "",
      hint: null,
      dropped: "file",
      excerpt: null,
    } as unknown as Sources["diagnostics"][number],
  ],
  newest: null,
  commit: "0123456789abcdef",
  uncommitted: 1,
  version: "1.2.3",
};

test("the policy of a page names its style sheet: put this into style.ts when it changes", () => {
  expect(styleHash).toBe(`sha256-${createHash("sha256").update(style).digest("base64")}`);
  expect(style).not.toMatch(/url\(|@import|<|expression/);
  const page = readHtml(pageOf());
  const policy = page.tags.find(({attributes}) => attributes.has("http-equiv"));
  expect(policy?.attributes.get("content")).toBe(
    `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`,
  );
});

describe("nothing that was written becomes a part of the page", () => {
  test.each([
    ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    [
      "</p></main></style><img src=x onerror=a()>",
      "&lt;/p&gt;&lt;/main&gt;&lt;/style&gt;&lt;img src=x onerror=a()&gt;",
    ],
    [`" onmouseover='a()'`, "&quot; onmouseover=&#39;a()&#39;"],
    ["&lt;b&gt; &#x3c;", "&amp;lt;b&amp;gt; &amp;#x3c;"],
    ["javascript:alert(1) data:text/html,x", "javascript:alert(1) data:text/html,x"],
    ["a\u202eb\u0000c\ud800d\ne", "a\\u202eb\\x00c\\ud800d e"],
    [
      `https://a.example/x?y=1&z="onclick=b`,
      '<a href="https://a.example/x?y=1&amp;z=" rel="noopener noreferrer">https://a.example/x?y=1&amp;z=</a>&quot;onclick=b',
    ],
  ])("%j", (text, written) => {
    const plain = written.replace(/<span class="long">|<\/span>/g, "");
    const main = mainOf(paragraph(text)).replace(/<span class="long">|<\/span>/g, "");
    expect(main).toBe(`<p>${plain}</p>`);
  });

  test("a file with a name like an address is linked to as a file", () => {
    const file = (path: string): Spans => ({role: "file", kind: "customer", file: path, text: "x"});
    const links = (path: string, linkTo = options.linkTo): string | undefined =>
      readHtml(renderHtml({title: "", blocks: [paragraph(file(path))]}, null, {linkTo}))
        .tags.find(({name}) => name === "a")
        ?.attributes.get("href");
    expect(links('customers/a"b<c>.md')).toBe("../customers/a%22b%3Cc%3E.md");
    expect(links("javascript:alert(1)", (name) => name)).toBe("javascript%3Aalert%281%29");
    expect(links("#?x", (name) => name)).toBe("%23%3Fx");
  });

  test("any document is a whole page with every word in it, links only where links may go", () => {
    fc.assert(
      fc.property(document, (doc) => {
        const page = renderHtml(doc, {asOf: "2026-11-20", sources}, options);
        expect(page.endsWith("</html>\n")).toBe(true);
        const {tags, text} = readHtml(page);
        for (const {name, attributes} of tags) {
          expect(["script", "img", "iframe", "object", "link", "base", "form"]).not.toContain(name);
          for (const [key, value] of attributes) {
            expect(key).not.toMatch(/^on|^style$|^src/);
            if (key === "href") expect(value).toMatch(/^(https?:\/\/|(\.\.\/)?[^:]*$)/i);
            if (key === "href") expect(attributes.get("rel")).toBe("noopener noreferrer");
          }
        }
        const ids = tags.flatMap(({attributes}) => attributes.get("id") ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        const squeezed = text.replace(/\s/g, "");
        for (const word of doc.blocks.flatMap(wordsOf)) expect(squeezed).toContain(word);
      }),
      {numRuns: 150},
    );
  });

  test.each(["[", "<", "&", "https://", "a", "\\", "“", "#"])("a megabyte of %s", (sign) => {
    const page = pageOf(paragraph(sign.repeat(2 ** 20 / sign.length)));
    expect(page.length).toBeGreaterThan(2 ** 20);
  });
});

/** The words of blocks that hold no picture, as far as they are not shortened. */
function wordsOf(block: Block): string[] {
  const squeezed = (text: string): string => visibleLine(text).replace(/\s/g, "");
  if (block.block === "quote" || block.block === "pull-quote") return [squeezed(block.text)];
  if (block.block === "table") {
    return block.rows
      .flat(2)
      .flatMap((span) => (typeof span === "object" && "text" in span ? [] : [span]))
      .filter((span) => typeof span === "string")
      .map(squeezed);
  }
  if (block.block === "verdict")
    return block.boxes.flatMap((box) => [box.label, box.found].map(squeezed));
  if (block.block === "only" && block.on === "page") return block.blocks.flatMap(wordsOf);
  return block.block === "group" ? block.blocks.flatMap(wordsOf) : [];
}

test("blocks for lines are not on a page", () => {
  const only = (on: "page" | "lines"): Block => ({block: "only", on, blocks: [paragraph(on)]});
  expect(mainOf(only("page"), only("lines"))).toBe("<p>page</p>");
});

test("levels of headings are never skipped, and a group ends where it ends", () => {
  const heading = (level: 1 | 2 | 3, text: string): Block => ({block: "heading", level, text});
  const group: Block = {block: "group", lead: "G", blocks: [heading(3, "in")]};
  const page = pageOf(heading(2, "A"), group, heading(3, "B"), heading(2, "C"));
  const headings = [...page.matchAll(/<(h\d)>(?:<bdi>)?(\w+)/g)].map(
    ([, tag, text]) => `${tag ?? ""} ${text ?? ""}`,
  );
  expect(headings).toEqual(["h1 Page", "h2 A", "h3 G", "h3 in", "h3 B", "h2 C"]);
});

const nineTold = Array.from({length: 9}, () => "told" as const);

test("marks say in words what they show, and many are counted", () => {
  const label = (against: number, forIt: number): string =>
    /aria-label="([^"]*)"/.exec(
      mainOf(
        paragraph({
          role: "marks",
          against: Array.from({length: against}, (_, index) => (index === 0 ? "did" : "told")),
          for: Array.from({length: forIt}, () => "thinks" as const),
        }),
      ),
    )?.[1] ?? "";
  expect(label(3, 2)).toBe("3 against: 1 did, 2 told; 2 for: 2 thinks");
  expect(label(0, 0)).toBe("nobody against; nobody for");
  const many = mainOf(
    paragraph({role: "marks", against: [], for: Array.from({length: 12}, () => "told" as const)}),
  );
  expect(many.match(/<circle/g)).toHaveLength(1);
  expect(many).toContain(">12</text");
  // A row of squares beside a figure could not be compared.
  const uneven = mainOf(paragraph({role: "marks", against: ["did", "did"], for: nineTold}));
  expect(uneven).toContain(">2</text");
  expect(uneven).toContain(">9</text");
});

const column = (title: string) => ({title, priority: 1, align: "left" as const});

test("a table names its rows by what they are about, and its cells by their column for a phone", () => {
  const main = mainOf({
    block: "table",
    columns: [column("status"), column("belief"), column('n"n')],
    rows: [
      [
        {role: "status", text: "open", tone: "warn"},
        {role: "file", kind: "assumption", file: "a.md", text: "A"},
        "",
      ],
    ],
    more: "… and 3 more",
  });
  const {tags, text} = readHtml(main);
  expect(tags.filter(({attributes}) => attributes.get("scope") === "row")).toHaveLength(1);
  expect(main).toContain('<th role="rowheader" scope="row" class="left"><a href="../a.md"');
  expect(main).toContain('<td role="cell" class="left" data-label="status"><strong');
  expect(main).toContain('<td role="cell" class="left" data-empty></td>');
  expect(text.replace(/\s+/g, " ").trim()).toBe('Page statusbeliefn"n openA … and 3 more');
});

test("who it is names a row, not the day that leads to a note; a column may say that it does", () => {
  const day: Spans = {role: "file", kind: "conversation", file: "n.md", text: "Thu 2026-11-19"};
  const named = (columns: Column[], row: Spans[]): string =>
    /<th role="rowheader"[^>]*>(.*?)<\/th>/.exec(
      mainOf({block: "table", columns, rows: [row], more: null}),
    )?.[1] ?? "";
  expect(named([column("Who"), column("last talk"), column("")], ["Ana", day, ""])).toBe("Ana");
  const decided: Column = {...column("Decided"), names: true};
  expect(named([column("Day"), decided, column("Id")], ["Mon", "Ask less", day])).toBe("Ask less");
});

test("figures at the right end stay on one line, and sentences there do not", () => {
  const right: Column = {...column("late"), align: "right"};
  const cells = (text: string): string =>
    mainOf({block: "table", columns: [column("a"), right], rows: [["x", text]], more: null});
  expect(cells("32 days")).toContain('<td role="cell" class="right brief" data-label="late">');
  expect(cells("w".repeat(40))).toContain('<td role="cell" class="right" data-label="late">');
});

test("a day is never broken, and a word only where no column has room for it", () => {
  expect(mainOf(paragraph("since G1 (Tue 2026-09-15), 2026-09-15"))).toBe(
    '<p>since G1 (<span class="day">Tue 2026-09-15</span>), <span class="day">2026-09-15</span></p>',
  );
  const whole = ["2026-11-20-gantry", "a2026-11-20", "Gesundheitswesen-und-Pflegeeinrichtungen"];
  for (const text of whole) expect(mainOf(paragraph(text))).toBe(`<p>${text}</p>`);
  for (const text of ["w".repeat(25), "-".repeat(25), `${"w".repeat(25)}-und`])
    expect(mainOf(paragraph(text))).toBe(`<p><span class="long">${text}</span></p>`);
});

test("the day itself is printed, since a page is kept", () => {
  const date = {role: "date" as const, date: "2026-11-19", text: "yesterday (Thu 2026-11-19)"};
  expect(mainOf(paragraph(date))).toBe('<p><time datetime="2026-11-19">Thu 2026-11-19</time></p>');
});

test("the foot says what was left out, the commit, what is not in it, and the version", () => {
  const page = renderHtml({title: "T", blocks: []}, {asOf: "2026-11-20", sources}, options);
  const {text} = readHtml(page);
  expect(text).toContain("Left out: conversations/<b>.md.");
  expect(text).toContain("Commit 0123456789 + 1 uncommitted change. pm-talk 1.2.3.");
  expect(page).toContain("<title>T, 2026-11-20</title>");
});

describe("charts", () => {
  const page = renderHtml(gateSample, null, options);

  test("each has a name, a text and its table behind it", () => {
    const charts = gateSample.blocks.filter((block) => block.block === "chart");
    expect(charts).toHaveLength(4);
    for (const chart of charts) {
      if (chart.block !== "chart") continue;
      const after = page.slice(page.indexOf(`<figcaption>${chart.title}</figcaption>`));
      expect(after.slice(0, after.indexOf("<table"))).not.toContain("<h2");
    }
    expect(page).toContain("enterprise: 4 talks. smb: 3 talks. public-sector: nobody heard.");
    expect(page).toContain("June 2026: 3. July 2026: 1, goal 5.");
    expect(page).toContain(
      "not tested from 2026-08-31, early yes from 2026-09-30, contested from 2026-10-31",
    );
    expect(page).toContain("3 against: 1 did, 2 told; 2 for: 1 did, 1 thinks; 2 of them ageing");
  });

  test("months stand below strips, and what shapes, lines and hollow bars mean", () => {
    const {text} = readHtml(page);
    expect(text.replace(/\s+/g, " ")).toMatch(
      /Sep 2026\s?Oct\s?Nov leaning yes, validated leaning no, invalidated contested, not tested, out of date too early, unclear/,
    );
    expect(text.replace(/\s+/g, " ")).toContain("the goal hollow: below the goal");
  });

  test("talks of one day stand below each other, and days are in order from left to right", () => {
    const marks = [...page.matchAll(/<svg x="([\d.]+)%" y="(\d+)" overflow="visible">/g)]
      .slice(0, 4)
      .map(([, x, y]) => [Number(x), Number(y)]);
    expect(marks).toEqual([
      [23.14, 53],
      [52.69, 53],
      [88.94, 53],
      [90.29, 75],
    ]);
  });

  test("nothing to draw leaves the table", () => {
    const chart: Block = {
      block: "chart",
      title: "Talks",
      chart: {kind: "timeline", from: "2026-01-01", to: "2026-01-01", lanes: []},
      table: {block: "table", columns: [], rows: [], more: "none yet"},
    };
    expect(mainOf(chart).trim()).toBe('<div class="behind"><p class="more">none yet</p></div>');
  });

  test("a wrong year makes no page of ten thousand months", () => {
    const doc: Document = {
      title: "T",
      blocks: [
        {
          block: "chart",
          title: "Talks",
          chart: {
            kind: "timeline",
            from: "0001-01-01",
            to: "9999-12-31",
            lanes: [{label: "smb", empty: null, marks: []}],
          },
          table: {block: "table", columns: [], rows: [], more: null},
        },
      ],
    };
    expect(renderHtml(doc, null, options).match(/tick-label/g)?.length).toBeLessThan(8);
  });
});
