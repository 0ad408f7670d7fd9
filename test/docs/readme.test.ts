import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {pointsOf} from "../../src/analysis/points.ts";
import {commands, groups} from "../../src/cli/registry.ts";
import {exitCodes} from "../../src/core/errors.ts";
import {assumptionStatuses, evidenceKinds, folders, type Kind} from "../../src/notes/vocabulary.ts";
import {shortLabel} from "../../src/reports/wording.ts";
import {runCli, workspaceOf} from "../cli/harness.ts";
import {runPage} from "./run-page.ts";
import {withTables} from "./tables.ts";

const root = join(import.meta.dirname, "../..");
const pageOf = (path: string): string => readFileSync(join(root, path), "utf8");
const readme = pageOf("README.md");

describe("the README", () => {
  it("shows what each of its examples prints", async () => {
    const page = await withTables(await runPage(readme));
    await expect(page).toMatchFileSnapshot(join(root, "README.md"));
  }, 60_000);

  it("gives each kind of evidence its points", () => {
    for (const kind of evidenceKinds) {
      const {for: supporting} = pointsOf({stance: "supports", kind, secondhand: false});
      const {against} = pointsOf({stance: "refutes", kind, secondhand: false});
      expect(readme).toContain(`| \`${kind}\` | ${String(supporting)} | ${String(against)} |`);
    }
  });

  it("explains every status in the words that are printed", () => {
    for (const status of assumptionStatuses) {
      const labels = [shortLabel(status, "strong"), shortLabel(status, "weak")];
      expect(readme).toContain(`| ${[...new Set(labels)].join(", ")} | \`${status}\` |`);
    }
  });

  it("lists every exit code", () => {
    const listed = [...readme.matchAll(/^\| (\d+) \| /gm)].map(([, code]) => Number(code));
    expect(listed).toEqual(Object.values(exitCodes).sort((a, b) => a - b));
  });

  it("shows only lines that can be read", async () => {
    const lines = sectionLines(readme);
    expect(lines.length).toBeGreaterThan(12);
    const cwd = workspaceOf(filesWith(lines));
    const {stdout} = await runCli(["check", "--json"], {cwd});
    const {data} = JSON.parse(stdout) as {data: {files: number; diagnostics: unknown[]}};
    expect(data.diagnostics).toEqual([]);
  });

  it("names settings that pm-talk takes", async () => {
    const [, yaml] = /```yaml\n([^]*?)```/.exec(readme) ?? [];
    const cwd = workspaceOf({"pm-talk.yml": yaml ?? ""});
    expect(await runCli(["check"], {cwd})).toMatchObject({code: 0, printed: ""});
  });
});

it("has the fields of every file as the schemas have them", async () => {
  const page = await withTables(pageOf("docs/fields.md"));
  await expect(page).toMatchFileSnapshot(join(root, "docs/fields.md"));
});

describe.each(["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/fields.md"])("%s", (path) => {
  it("links to files and headings that are there", () => {
    const prose = pageOf(path).replace(/^```[^]*?^```/gm, "");
    for (const [, file = "", heading] of prose.matchAll(/\]\(([^)#:]*)(?:#([^)]*))?\)/g)) {
      const linked = file === "" ? prose : pageOf(join(path, "..", file));
      const anchors = [...linked.matchAll(/^#+ (.*)$/gm)].map(([, text = ""]) => anchorOf(text));
      if (heading !== undefined) expect(anchors).toContain(heading);
    }
  });
});

describe.each(["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "templates/workspace/README.md"])(
  "%s",
  (path) => {
    it("names only commands and flags that there are", async () => {
      const page = pageOf(path);
      const flags = await allFlags();
      for (const [, words = ""] of page.matchAll(/(?:`|\$ )pm-talk ((?:[a-z]+ ?)+)/g))
        expectCommand(words);
      for (const [, flag] of page.matchAll(/(?<![-\w])(--[a-z][a-z-]+)/g)) {
        expect(flags, `${path}: ${flag ?? ""}`).toContain(flag);
      }
    });
  },
);

/** The link target that GitHub gives a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w -]/g, "")
    .replaceAll(" ", "-");
}

/** Flags of other programs that the pages name. */
const foreignFlags = ["--global", "--project"];

async function allFlags(): Promise<Set<string>> {
  const helps = await Promise.all(
    commands.map(({name}) => runCli([...name.split(" "), "--help"], {cwd: root})),
  );
  const found = helps.flatMap(({stdout}) => stdout.match(/--[a-z][a-z-]+/g) ?? []);
  return new Set([...found, ...foreignFlags]);
}

function expectCommand(words: string): void {
  const [first = "", second = ""] = words.trim().split(" ");
  const alone = commands.some(({name}) => name === first) || groups[first]?.alone != null;
  const both = commands.some(({name}) => name === `${first} ${second}`);
  expect({words, known: alone || both}).toEqual({words, known: true});
}

interface SectionLine {
  kind: Kind;
  heading: string;
  line: string;
}

/** The example lines of the tables of sections. */
function sectionLines(page: string): SectionLine[] {
  const rows = page.matchAll(/^\| (?:(\w+), )?([\w ]+) \| `(- .*?)`(?: \||<br>)/gm);
  return [...rows].map(([, kind = "conversation", heading = "", line = ""]) => ({
    kind: kind as Kind,
    heading,
    line,
  }));
}

const frontMatter: Partial<Record<Kind, string>> = {
  conversation: "type: sales-call\ndate: 2026-11-19\ncustomer: Acme\nteam: [ana]",
  customer: "name: Acme",
  concept: "name: Fast setup",
  decision: "type: price\ndate: 2026-11-19\ntitle: One price",
};

function filesWith(lines: SectionLine[]): Record<string, string> {
  const kinds = [...new Set(lines.map(({kind}) => kind))];
  return Object.fromEntries(
    kinds.map((kind) => {
      const own = lines.filter((one) => one.kind === kind);
      const sections = own.map(({heading, line}) => `## ${heading}\n${line}\n`).join("\n");
      // Named so that the line of Because finds it.
      const id = kind === "conversation" ? "2026-11-19-gantry-sales-call-k7f3qa" : "one";
      return [`${folders[kind]}/${id}.md`, `---\n${frontMatter[kind] ?? ""}\n---\n\n${sections}`];
    }),
  );
}
