import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {git, runCli, workspaceOf} from "../cli/harness.ts";

/** Notes as people, editors and other programs leave them; each says the same. */
const front = {
  flow: `type: sales-call   # a demo really
mine: {b: 2,  a: [1,   2]}   # ours
date: 2026-11-10
customer:   "gantry"
team: [ana,  'farid' ]
reason: >-
    a folded
    text
tags: [sso]
`,
  bullets: `# typed by hand
date: '2026-11-10'

type: sales-call
team:   # who led
- ana # first
# and
- farid
customer: gantry
Zettel: |
  # no comment
   kept

tags:
    - sso
reason:
`,
  braces: `{type: sales-call, date: 2026-11-10, # day
 customer: gantry, team: [ana, farid], mine: "x", tags: [sso], reason: }
`,
};
const body = `
Sales call with [Gantry](../customers/gantry.md)  

## Ünïcode 見出し
* "引用" — tom-berg
<!-- a comment
   - [ ] not a step (ana)
-->

Next steps
----------
1)  [ ]  送る：the plan\u3000（ana，2026-11-26）
2)  [ ] Call
    them \\(again) ( ben )  
`;

const shapes = Object.entries(front).flatMap(([style, block]) => {
  const lf = `---\n${block}---\n${body}`;
  return [
    [`${style}, LF`, lf],
    [`${style}, CRLF`, lf.replaceAll("\n", "\r\n")],
    [`${style}, byte order mark`, `\uFEFF${lf.replace("---", "--- ")}`],
    [`${style}, no line end at the end`, lf.trimEnd()],
    [`${style}, CRLF, ---yaml, no body`, `---yaml\n${block}---`.replaceAll("\n", "\r\n")],
  ] as const;
});

/** What is done, how many lines it may put in and take out at most, and what those that come must hold. */
const operations: {argv: string[]; lines: number; holds: RegExp; needsBody?: true}[] = [
  {argv: ["edit", "n", "--set", "customer=acme"], lines: 1, holds: /customer: +"?acme"?/},
  {argv: ["edit", "n", "--set", "team+=eva"], lines: 1, holds: /eva/},
  {argv: ["edit", "n", "--set", "team-=ana"], lines: 1, holds: /farid|# first/},
  {argv: ["edit", "n", "--set", "duration=45"], lines: 1, holds: /duration: 45/},
  {argv: ["edit", "n", "--set", 'pitch=v3: "the" 株式'], lines: 1, holds: /pitch: /},
  {argv: ["edit", "n", "--set", "reason=one line"], lines: 2, holds: /one line/},
  {argv: ["edit", "n", "--set", "tags="], lines: 2, holds: /mine/},
  {
    argv: ["done", "n", "1"],
    lines: 1,
    holds: /\[x\] {2}送る：the plan\u3000（ana，2026-11-26，done 2026-11-20）/,
    needsBody: true,
  },
  {
    argv: ["done", "n", "2"],
    lines: 2,
    holds: /\[x\] Call|them \\\(again\) \( ben, done 2026-11-20 \)/,
    needsBody: true,
  },
];

describe.each(shapes)("a note in %s", (_, text) => {
  it("changes in git by the lines that were meant, whatever is done", async () => {
    const cwd = workspaceOf({
      "conversations/n.md": text,
      "customers/gantry.md": "---\nname: Gantry\n---\n",
      "customers/acme.md": "---\nname: Acme\n---\n",
    });
    git(cwd, "init", "-q");
    git(cwd, "config", "core.autocrlf", "false");
    git(cwd, "add", "-A");
    git(cwd, "commit", "-qm", "x");
    for (const {argv, lines, holds, needsBody} of operations) {
      if (needsBody === true && !text.includes("送る")) continue;
      const ran = await runCli(argv, {cwd});
      expect({argv, code: ran.code, stderr: ran.code === 0 ? "" : ran.stderr}).toEqual({
        argv,
        code: 0,
        stderr: "",
      });
      const [added = "", removed = ""] = git(cwd, "diff", "--numstat").split("\t");
      expect(Number(added) + Number(removed)).toBeGreaterThan(0);
      expect({argv, tooMany: Number(added) > lines || Number(removed) > lines + 1}).toEqual({
        argv,
        tooMany: false,
      });
      const come = changed(git(cwd, "diff", "-U0", "--no-color"), "+");
      for (const line of come) expect(line).toMatch(holds);
      const after = readFileSync(join(cwd, "conversations/n.md"), "utf8");
      expect(strayEnds(after)).toBe(strayEnds(text));
      expect(after.endsWith("\n")).toBe(text.endsWith("\n"));
      expect((await runCli(["check", "conversations/n.md"], {cwd})).code).toBe(0);
      git(cwd, "checkout", "-q", ".");
    }
  });
});

function changed(diff: string, sign: string): string[] {
  return diff
    .split("\n")
    .filter((line) => line.startsWith(sign) && !line.startsWith(sign.repeat(3)));
}

/** Whether lines end in LF, in CRLF, or in both. */
function strayEnds(text: string): string {
  return [/[^\r]\n/.test(text), text.includes("\r\n"), text.startsWith("\uFEFF")].join();
}
