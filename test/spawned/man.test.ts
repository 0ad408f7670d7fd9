import {spawnSync} from "node:child_process";
import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {manPage} from "../../src/cli/help/help-man.ts";
import {bold, roff, verbatim} from "../../src/cli/help/help-roff.ts";
import {commands} from "../../src/cli/registry.ts";
import {packageRoot, temporaryFolder} from "./program.ts";

const path = join(packageRoot, "docs", "pm-talk.1");

test("the manual page says what the help says; after a change: node scripts/man.mjs", async () => {
  expect(readFileSync(path, "utf8")).toBe(await manPage());
});

const hasMan = spawnSync("man", ["--version"]).status === 0;
const rendered = (file: string): {stdout: string; stderr: string} =>
  spawnSync("man", ["--warnings=w", "-l", file], {
    encoding: "utf8",
    env: {PATH: process.env["PATH"], LC_ALL: "C.UTF-8", MANWIDTH: "300", MAN_KEEP_FORMATTING: ""},
  });

test.skipIf(!hasMan)(
  "is read by man without a warning, with examples as they are typed",
  async () => {
    const {stdout, stderr} = rendered(path);
    expect(stderr).toBe("");
    for (const {name, load} of commands) {
      const [example = ""] = (await load()).examples;
      expect(stdout, name).toContain(`    pm-talk ${example}\n`);
    }
  },
);

test.skipIf(!hasMan)("every sign reaches the reader as it was written", () => {
  const lines = [".TH begins", "'tis", "a\\b \\fBc \\-d", `--x="y" 'z' \`~/.a\` ^ ± … → 株`];
  const file = join(temporaryFolder(), "signs.1");
  const page = [`.TH X 1 "" "x" "y"`, ".SH Z", verbatim(lines), ".PP", bold(".b-'c'")];
  writeFileSync(file, `${page.join("\n")}\n`);
  const {stdout, stderr} = rendered(file);
  expect(stderr).toBe("");
  for (const line of [...lines, ".b-'c'"]) expect(stdout).toContain(line);
});

test("a line of text never becomes a request", () => {
  expect(roff(".so /etc/passwd\n.\n'x")).toBe("\\&.so /etc/passwd\n\\&.\n\\(aqx");
});
