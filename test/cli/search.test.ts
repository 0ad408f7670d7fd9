import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {demoToRead} from "./demo-workspace.ts";
import {runCli, workspaceOf} from "./harness.ts";

const demo = demoToRead();

interface Hit {
  kind: string;
  id: string;
  file: string;
  date: string | null;
  customer: string | null;
  type: string | null;
  name: string | null;
  readable: boolean;
  lines: {line: number; text: string; ranges: [number, number][]}[];
}

interface Data {
  query: string;
  total: number;
  hits: Hit[];
  matches: {file: string; line: number; text: string}[];
  near: string[];
  unread: {file: string; reason: string}[];
}

async function search(cwd: string, ...argv: string[]): Promise<Data> {
  const ran = await runCli(["search", ...argv, "--json"], {cwd});
  expect(ran.code, ran.stdout).toBe(0);
  return (JSON.parse(ran.stdout) as {data: Data}).data;
}

const note = (date: string, said: string, more = ""): string =>
  `---\ntype: interview\ndate: ${date}\ncustomer: gantry\nteam: [ana]\n${more}---\n\n## What works\n- ${said}\n`;

const small = {
  "customers/gantry.md": "---\nname: Gantry Müller\n---\n",
  "conversations/2026/2026-11-19-gantry-interview-k7f3qa.md": note("2026-11-19", "“Zu teuer”, hm"),
  "conversations/old.md": note("2026-01-05", "teuer und TEUER #preis", "observers: [eva]\n"),
  "conversations/2026-11-01-broken.md": "---\ncustomer: a: b\n---\nteuer\n",
  "assumptions/price.md":
    "---\nstatement: Es ist zu teuer\ntype: viability\nimportance: low\ncreated: 2026-01-01\n---\n",
  "decisions/cheaper.md": "---\ndate: 2026-11-10\ntitle: Nicht mehr teuer\ntype: price\n---\n",
};

describe("search", () => {
  it("shows file by file, newest first, where it stands", async () => {
    const cwd = workspaceOf(small);
    expect(await runCli(["search", "teuer"], {cwd})).toMatchObject({
      code: 0,
      stderr: "",
      stdout: `teuer is in 3 conversations, 1 assumption and 1 decision.

Thu 2026-11-19  Gantry Müller, interview                                  k7f3qa
  8   ## What works
  9   - “Zu teuer”, hm

Tue 2026-11-10  Nicht mehr teuer (decision)                              cheaper
  2   date: 2026-11-10
  3   title: Nicht mehr teuer
  4   type: price

conversations/2026-11-01-broken.md                             2026-11-01-broken
  Reports leave it out: pm-talk check conversations/2026-11-01-broken.md
  4   teuer

Mon 2026-01-05  Gantry Müller, interview                                     old
  9    ## What works
  10   - teuer und TEUER #preis

Es ist zu teuer  (assumption)                                              price
  2   statement: Es ist zu teuer
  3   type: viability

Fri 2026-11-20. 6 files searched.
`,
    });
    const bold = await runCli(["search", "teuer", "--kind", "conversation", "--color", "always"], {
      cwd,
    });
    expect(bold.stdout).toContain("\x1b[1mteuer\x1b[22m und \x1b[1mTEUER\x1b[22m #preis");
    const markdown = await runCli(["search", "müller", "--format", "markdown"], {cwd});
    expect(markdown.stdout).toContain("## [Gantry Müller](customers/gantry.md)  (customer)");
    expect(markdown.stdout).toContain("- **2:** name: Gantry **Müller**");
  });

  it("says in JSON all that text says", async () => {
    const data = await search(workspaceOf(small), '"zu teuer"');
    expect(data).toMatchObject({query: '"zu teuer"', total: 2, near: [], unread: []});
    expect(data.hits).toEqual([
      {
        kind: "conversation",
        id: "2026-11-19-gantry-interview-k7f3qa",
        file: "conversations/2026/2026-11-19-gantry-interview-k7f3qa.md",
        date: "2026-11-19",
        customer: "gantry",
        type: "interview",
        name: null,
        readable: true,
        lines: [
          {
            line: 9,
            text: "- “Zu teuer”, hm",
            before: ["## What works"],
            after: [""],
            ranges: [[3, 11]],
          },
        ],
      },
      expect.objectContaining({id: "price", date: null, name: "Es ist zu teuer"}) as Hit,
    ]);
    expect(data.matches.map(({file, line}) => `${file}:${String(line)}`)).toEqual([
      "conversations/2026/2026-11-19-gantry-interview-k7f3qa.md:9",
      "assumptions/price.md:2",
    ]);
  });

  it("calls a customer by their name, however a note does", async () => {
    const cwd = workspaceOf({
      "customers/gantry.md": "---\nname: Gantry Müller\naliases: [GM]\n---\n",
      "conversations/a.md": note("2026-11-03", "needle"),
      "conversations/b.md": note("2026-11-02", "needle").replace("gantry", "gm"),
      "conversations/c.md": note("2026-11-01", "needle").replace("gantry", "Nobody Ltd"),
    });
    const heads = /^\w{3} 2026.*?(?= {3})/gm;
    const {stdout} = await runCli(["search", "needle"], {cwd});
    expect(stdout.match(heads)).toEqual([
      "Tue 2026-11-03  Gantry Müller, interview",
      "Mon 2026-11-02  Gantry Müller, interview",
      "Sun 2026-11-01  Nobody Ltd, interview",
    ]);
    const all = await runCli(["search", "needle", "--all"], {cwd});
    expect(all.stdout).toBe(stdout);
    const html = await runCli(["search", "needle", "--format", "html"], {cwd});
    expect(html.stdout).toMatch(/<(strong|b|mark)\b[^>]*>needle</);
  });

  it("keeps to the filters, and to the day", async () => {
    const cwd = workspaceOf(small);
    const ids = async (...argv: string[]) =>
      (await search(cwd, "teuer", ...argv)).hits.map(({id}) => id);
    const first = "2026-11-19-gantry-interview-k7f3qa";
    expect(await ids("--since", "2026-11-05")).toEqual([first, "cheaper"]);
    expect(await ids("--until", "2026-11-10", "--since", "2026-11-10")).toEqual(["cheaper"]);
    expect(await ids("--customer", "gantry")).toEqual([first, "old"]);
    expect(await ids("--by", "eva")).toEqual(["old"]);
    expect(await ids("--tag", "preis")).toEqual(["old"]);
    expect(await ids("--tag", "#Preis")).toEqual(["old"]);
    expect(await ids("--kind", "assumptions", "--kind", "decision")).toEqual(["cheaper", "price"]);
    expect(await ids("--kind", "assumption", "--customer", "gantry")).toEqual([]);
    expect(await ids("--as-of", "2026-11-10")).toEqual([
      "cheaper",
      "2026-11-01-broken",
      "old",
      "price",
    ]);
    const then = await runCli(["search", "teuer", "--as-of", "2026-01-04"], {cwd});
    expect(then.stdout).toMatch(/^teuer is in 1 assumption\./);
  });

  it("says so when nothing is found, and what is near", async () => {
    const cwd = workspaceOf(small);
    const answer = async (...words: string[]) => (await runCli(["search", ...words], {cwd})).stdout;
    expect(await answer("teurer")).toMatch(
      /^Nothing found for teurer in 6 files\. Did you mean teuer\?\n/,
    );
    expect(await answer("zzzz")).toMatch(/^Nothing found for zzzz in 6 files\.\n/);
    expect(await answer("müller", "teuer")).toMatch(
      /^Nothing found for müller teuer in 6 files\.\n/,
    );
    expect(await answer("constructor")).toMatch(/^Nothing found/);
  });

  it.each<[string[], string]>([
    [[], "pm-talk search needs <text>.\n  pm-talk search --help\n"],
    [[""], "Nothing to search for.\n  pm-talk search setup\n"],
    [["x", "--context", "two"], '--context "two" is not a number of lines.\n  --context 2\n'],
    [
      ["x", "--kind", "asumption"],
      'No kind "asumption".\n  Did you mean assumption?  There are: conversation, customer, assumption, concept or decision\n',
    ],
    [
      ["x", "--customer", "nobody"],
      'No customer "nobody".\n  All of them: pm-talk customer list\n',
    ],
  ])("refuses %j", async (argv, stderr) => {
    const cwd = workspaceOf(small);
    expect(await runCli(["search", ...argv], {cwd})).toMatchObject({code: 2, stdout: "", stderr});
  });

  it("cuts nothing silently, and nothing with --all", async () => {
    const many = Object.fromEntries(
      Array.from({length: 23}, (_, n) => [
        `customers/c${String(n)}.md`,
        `---\nname: C${String(n)}\n---\n${"needle\n".repeat(n === 0 ? 8 : 1)}`,
      ]),
    );
    const cwd = workspaceOf(many);
    const {stdout} = await runCli(["search", "needle", "--context", "0"], {cwd});
    expect(stdout).toContain("\n… and 3 more files (--all)\n");
    expect(stdout).toContain(
      "  8   needle\n\n  … and 3 more lines (--all)\n".replace("\n\n", "\n"),
    );
    const all = await runCli(["search", "needle", "--context", "0", "--all"], {cwd});
    expect(all.stdout.match(/^ +\d+ +needle$/gm)).toHaveLength(30);
    expect(all.stdout).not.toContain("--all");
    const long = workspaceOf({
      "customers/a.md": `---\nname: A\n---\n${"x ".repeat(40_000)}needle 😀${" y".repeat(40_000)}\n`,
    });
    const cut = await runCli(["search", "needle"], {cwd: long});
    expect(cut.stdout).toMatch(/… x x[x\s]+needle 😀[y\s]+…\n/);
    expect(cut.stdout.length).toBeLessThan(1000);
  });

  it("shows what a terminal would obey, and names what it could not look into", async () => {
    const cwd = workspaceOf({
      "customers/evil.md": "---\nname: A\n---\n\x1b[2Jneedle\u202e \x07| <b> `x`\n",
      "customers/big.md": `needle ${"x".repeat(6 * 1024 * 1024)}`,
    });
    const text = await runCli(["search", "needle"], {cwd});
    expect(text.stdout).toContain("\\x1b[2Jneedle\\u202e \\x07| <b> `x`");
    expect(text.stdout).toContain("Note: customers/big.md was not searched: the file has 6.0 MiB");
    const markdown = await runCli(["search", "needle", "--format", "markdown"], {cwd});
    expect(markdown.stdout).toContain("\\\\x07\\| \\<b\\> \\`x\\`");
    expect((await search(cwd, "needle")).unread.map(({file}) => file)).toEqual([
      "customers/big.md",
    ]);
  });

  // A letter is the same in every zone.
  it.runIf(process.env["TZ"] === "UTC")(
    "finds in the sample what going through it line by line finds",
    async () => {
      const root = demo();
      const folders = ["conversations", "customers", "assumptions", "concepts", "decisions"];
      const lines = folders.flatMap((folder) =>
        readdirSync(join(root, folder), {recursive: true, withFileTypes: true})
          .filter((entry) => entry.name.endsWith(".md") && entry.name !== "README.md")
          .flatMap((entry) => {
            const path = join(entry.parentPath, entry.name);
            return readFileSync(path, "utf8")
              .split("\n")
              .map((text, at) => ({at: `${path.slice(root.length + 1)}:${String(at + 1)}`, text}));
          }),
      );
      const plain = (text: string) =>
        text
          .normalize("NFD")
          .replace(/[\u0300-\u036f]/g, "")
          .toLowerCase();
      for (const word of ["setup", "Cafe", "lumière", "#sso", "tom-berg", "SIGN", "2026-11"]) {
        const expected = lines.filter(({text}) => plain(text).includes(plain(word)));
        const {matches} = await search(root, word);
        expect(matches.map(({file, line}) => `${file}:${String(line)}`).sort(), word).toEqual(
          expected.map(({at}) => at).sort(),
        );
        expect(expected.length, word).toBeGreaterThan(0);
      }
      const text = await runCli(["search", "setup", "--all"], {cwd: root});
      const {total, hits} = await search(root, "setup");
      expect(text.stdout.match(/^\S/gm)?.length).toBe(total + 2);
      expect(new Set(hits.map(({kind}) => kind)).size).toBeGreaterThan(2);
    },
  );
});
