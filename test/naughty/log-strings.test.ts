import {posix} from "node:path";
import {describe, expect, test} from "vitest";
import {flattenSpace} from "../../src/core/text.ts";
import {loadWorkspace, type Workspace} from "../../src/workspace/load.ts";
import {runCli, workspaceOf} from "../cli/harness.ts";
import {safeEverywhere} from "./file-names.ts";
import {saidEverywhere} from "./log-strings.ts";
import {unprintable} from "./screen.ts";
import {enormous, impossible, naughty, naughtyStrings} from "./strings.ts";

const assumption = `---
statement: New customers finish setup alone
type: usability
importance: high
created: 2026-09-01
---
`;
const files = {"assumptions/setup-alone.md": assumption};
const load = (root: string): Promise<Workspace> => loadWorkspace(root, {today: "2026-11-20"});

/** What the files of a workspace say, read as every command reads them. */
async function readBack(root: string) {
  const {results, diagnostics} = await load(root);
  const of = (kind: string) =>
    results.find(({place}) => place.kind === kind)?.result.parsed ?? null;
  const note = of("conversation");
  const sections: Record<string, unknown[]> =
    note === null ? {} : {...note.body.items, ...note.body.lines};
  return {
    paths: results.map(({place}) => place.file),
    fields: note?.fields,
    sections: Object.fromEntries(Object.entries(sections).filter(([, rows]) => rows.length > 0)),
    customer: of("customer")?.fields,
    errors: diagnostics.filter(({severity}) => severity === "error"),
  };
}

test("there are more than three hundred of them", () => {
  expect(naughty.length).toBeGreaterThan(300);
});

describe("log writes every string down as it was said, into files for every system", () => {
  test.each(Object.entries(naughtyStrings))("%s", async (_theme, strings) => {
    for (const text of strings) {
      const cwd = workspaceOf(files);
      const said = saidEverywhere(text);
      const ran = await runCli(["log", `--customer=${text}`, ...said.flags], {cwd});
      const shown = JSON.stringify(text);
      expect(ran.code, `${shown}: ${ran.stderr}`).toBe(0);
      expect(ran.printed, shown).not.toMatch(unprintable);
      const read = await readBack(cwd);
      expect(read.errors, shown).toEqual([]);
      expect(read.fields, shown).toMatchObject(said.fields);
      expect(read.sections, shown).toEqual(said.sections);
      expect(read.customer, shown).toMatchObject({name: flattenSpace(text)});
      for (const path of read.paths) safeEverywhere(posix.basename(path));
    }
  });
});

describe("what no file can hold is refused, and nothing is written", () => {
  test.each(impossible.map((text) => [JSON.stringify(text), text]))("%s", async (_shown, text) => {
    const cwd = workspaceOf(files);
    const what = text.includes("\0")
      ? "holds a NUL character, which no text file can"
      : "holds half a character (a lone surrogate)";
    const said = saidEverywhere(text).flags.filter((flag) => flag.includes(text));
    for (const flag of [`--customer=${text}`, ...said]) {
      const ran = await runCli(["log", "--customer=Acme", "--pain=x", flag], {cwd});
      const name = /^--[a-z-]+/.exec(flag)?.[0] ?? "";
      if (name === "--customer") expect(ran.code).toBe(2);
      else expect(ran, flag).toMatchObject({code: 2, stdout: "", stderr: `${name} ${what}.\n`});
    }
    expect((await load(cwd)).results).toHaveLength(1);
  });
});

describe("64 KiB of one thing are written and read back in no time", () => {
  test.each(Object.entries(enormous))("%s", async (_name, text) => {
    const cwd = workspaceOf(files);
    const flat = flattenSpace(text);
    const flags = [
      `--works=${text}`,
      `--objection=${text}`,
      `--ask=A pilot (money, given): ${text}`,
    ];
    const ran = await runCli(["log", "Acme", ...flags], {cwd});
    expect(ran.code, ran.stderr.slice(0, 500)).toBe(0);
    const {sections} = await readBack(cwd);
    expect(sections["works"]).toMatchObject([{text: flat}]);
    expect(sections["objections"]).toMatchObject([{text: flat}]);
  });
});
