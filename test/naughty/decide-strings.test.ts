import {posix} from "node:path";
import {describe, expect, test} from "vitest";
import {flattenSpace} from "../../src/core/text.ts";
import {loadWorkspace} from "../../src/workspace/load.ts";
import {runCli, workspaceOf} from "../cli/harness.ts";
import {safeEverywhere} from "./file-names.ts";
import {escaped} from "./log-strings.ts";
import {unprintable} from "./screen.ts";
import {impossible, naughtyStrings} from "./strings.ts";

const note = `---
type: interview
date: 2026-11-19
customer: gantry
team: [ana]
---

## Pains
- slow
`;
const files = {
  "customers/gantry.md": "---\nname: Gantry\n---\n",
  "conversations/2026-11-19-gantry-interview-k7f3qa.md": note,
};

/** Runs a command that has to succeed, and says nothing that a terminal would obey. */
async function done(cwd: string, ...argv: string[]): Promise<string> {
  const ran = await runCli(argv, {cwd});
  expect(ran.code, `${JSON.stringify(argv)}: ${ran.stderr}`).toBe(0);
  expect(ran.printed.replaceAll("\t", " "), JSON.stringify(argv)).not.toMatch(unprintable);
  return ran.stdout;
}

describe("concepts and decisions keep every string", () => {
  test.each(Object.entries(naughtyStrings))("%s", async (_theme, strings) => {
    for (const text of strings) {
      const cwd = workspaceOf(files);
      const flat = flattenSpace(text);
      const line = escaped(text);
      const shown = JSON.stringify(text);
      await done(
        ...[cwd, "concept", "add", `--name=${text}`, `--summary=${text}`, "--id=one"],
        ...[`--gate=G1 ${line} (2026-12-01): ${line}`, `--claim=${line} (vision)`],
        ...[`--limitation=${line} (product): ${line}`, `--criterion=customers (2): ${line}`],
      );
      await done(cwd, "decide", `--title=${text}`, "--type=price", "--concept=one", "--gate=g1");
      const listed = JSON.parse(await done(cwd, "decision", "list", "--json")) as {
        data: {decisions: {id: string}[]};
      };
      const id = listed.data.decisions[0]?.id ?? "";
      await done(
        ...[cwd, "decision", "edit", id, `--change=${text}`, `--challenge=${text}`],
        ...[`--because=k7f3qa: ${line}`, "--told=Gantry (today)"],
      );
      await done(cwd, "decision", "show", id);
      await done(cwd, "concept", "show", "one");
      await done(cwd, "concept", "list");
      const {results, collection, diagnostics} = await loadWorkspace(cwd, {today: "2026-11-20"});
      const errors = diagnostics.filter(({severity}) => severity === "error");
      expect(errors, shown).toEqual([]);
      for (const {place} of results) safeEverywhere(posix.basename(place.file));
      expect(collection.concepts[0], shown).toMatchObject({name: flat, summary: flat});
      expect(collection.concepts[0]?.claims, shown).toMatchObject([{text: flat}]);
      expect(collection.concepts[0]?.limitations, shown).toMatchObject([
        {text: flat, answer: flat},
      ]);
      expect(collection.concepts[0]?.criteria, shown).toMatchObject([{why: flat}]);
      expect(collection.decisions[0], shown).toMatchObject({
        ...{title: flat, change: flat, challenge: flat, gate: "G1"},
        because: [{conversation: "2026-11-19-gantry-interview-k7f3qa", what: flat}],
        told: [{customer: "gantry", date: "2026-11-20"}],
      });
    }
  });
});

test.each(impossible.map((text) => [JSON.stringify(text), text]))(
  "what no file can hold is refused, and nothing is written: %s",
  async (_shown, text) => {
    const cwd = workspaceOf(files);
    for (const argv of [
      ["concept", "add", `--name=${text}`],
      ["concept", "add", "--name=x", `--gate=G1 ${text} (2026-12-01)`],
      ["decide", `--title=${text}`, "--type=price"],
      ["decide", "--title=x", "--type=price", `--because=k7f3qa: ${text}`],
    ]) {
      const ran = await runCli(argv, {cwd});
      expect(ran, JSON.stringify(argv)).toMatchObject({code: 2, stdout: ""});
      expect(ran.stderr).not.toContain("bug");
    }
    const {results} = await loadWorkspace(cwd, {today: "2026-11-20"});
    expect(results).toHaveLength(2);
  },
);
