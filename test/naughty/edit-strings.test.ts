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
team: [ana]   # who led it
---

## Next steps
- [ ] Send it (ana, 2026-11-26)
`;
const path = "conversations/2026-11-19-gantry-interview-k7f3qa.md";
const files = {"customers/gantry.md": "---\nname: Gantry\n---\n", [path]: note};

/** Runs a command that has to succeed, and says nothing that a terminal would obey. */
async function done(cwd: string, ...argv: string[]): Promise<void> {
  const ran = await runCli(argv, {cwd});
  expect(ran.code, `${JSON.stringify(argv)}: ${ran.stderr}`).toBe(0);
  expect(ran.printed.replaceAll("\t", " "), JSON.stringify(argv)).not.toMatch(unprintable);
}

describe("registers and edits keep every string", () => {
  test.each(Object.entries(naughtyStrings))("%s", async (_theme, strings) => {
    for (const text of strings) {
      const cwd = workspaceOf(files);
      const flat = flattenSpace(text);
      const plain = escaped(text);
      await done(
        ...[cwd, "customer", "add", `--name=${text}`, `--reason=${text}`, `--introduced=${text}`],
        ...[`--person=tom ${plain}, ${plain} (buyer)`, `--alias=${text} too`],
      );
      await done(
        ...[cwd, "assumption", "add", `--statement=${text}`, "--type=usability"],
        ...["--importance=low", `--wrong=${text}`, `--threshold=${text}`],
      );
      await done(
        cwd,
        "edit",
        path,
        `--set=via=${text}`,
        `--set=reason=${text}`,
        "--set=meaningful=true",
      );
      await done(cwd, "customer", "rename", "gantry", "gantry-group", `--name=${text} Group`);
      if (text === strings[0]) await done(cwd, "done", path, "1");
      const {results, diagnostics} = await loadWorkspace(cwd, {today: "2026-11-20"});
      const shown = JSON.stringify(text);
      expect(
        diagnostics.filter(({severity}) => severity === "error"),
        shown,
      ).toEqual([]);
      const fields = new Map(results.map(({place, result}) => [place.file, result.parsed?.fields]));
      for (const file of fields.keys()) safeEverywhere(posix.basename(file));
      const all = [...fields.values()];
      const name = {name: flat, reason: flat, introduced: flat, aliases: [`${flat} too`]};
      expect(all, shown).toContainEqual(expect.objectContaining(name));
      const belief = {statement: flat, wrong: flat, threshold: flat};
      expect(all, shown).toContainEqual(expect.objectContaining(belief));
      expect(all, shown).toContainEqual(
        expect.objectContaining({name: flattenSpace(`${text} Group`)}),
      );
      expect(fields.get(path), shown).toMatchObject({
        via: flat,
        reason: flat,
        customer: "gantry-group",
      });
    }
  });
});

test.each(impossible.map((text) => [JSON.stringify(text), text]))(
  "what no file can hold is refused by every command that writes: %s",
  async (_shown, text) => {
    const cwd = workspaceOf(files);
    for (const argv of [
      ["customer", "add", `--name=${text}`],
      ["customer", "add", "--name=x", `--person=tom ${text} (buyer)`],
      ["assumption", "add", `--statement=${text}`, "--type=usability", "--importance=low"],
      ["edit", path, `--set=via=${text}`],
      ["customer", "rename", "gantry", "gantry-group", `--name=${text}`],
      ["customer", "rename", "gantry", text],
    ]) {
      const ran = await runCli(argv, {cwd});
      expect(ran, JSON.stringify(argv)).toMatchObject({code: 2, stdout: ""});
      expect(ran.stderr).not.toContain("bug");
    }
    const {results} = await loadWorkspace(cwd, {today: "2026-11-20"});
    expect(results).toHaveLength(2);
  },
);
