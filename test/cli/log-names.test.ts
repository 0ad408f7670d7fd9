import {describe, expect, it} from "vitest";
import {runCli, workspaceOf, type Ran} from "./harness.ts";

const files = {
  "customers/gantry.md":
    "---\nname: Gantry\n---\n\n## People\n- **tom-berg** Tom Berg (buyer)\n- **lena** Lena Moss (user)\n",
  "concepts/fast-setup.md": "---\nname: Fast setup\n---\n",
  "concepts/board-link.md": "---\nname: Board link\n---\n",
  "conversations/2026-11-10-gantry-interview-k7f3qa.md":
    '---\ntype: interview\ndate: 2026-11-10\ncustomer: gantry\nteam: [ben]\ncontacts: [lena]\ntime: "10:00"\n---\n\n## Pains\n- one\n',
};

/** Says what a talk with Gantry, a pain and these flags would become; today is Fri 2026-11-20. */
async function dry(...flags: string[]): Promise<Ran> {
  return await runCli(["log", "--dry-run", "--pain", "x", ...flags], {cwd: workspaceOf(files)});
}

describe("several names in one value", () => {
  it.each([
    [["--concept", "fast-setup, Board link"], "concepts: [fast-setup, board-link]"],
    [["--concept", "fast-setup", "--concept", "Fast setup"], "concepts: [fast-setup]"],
    [["--contact", "tom-berg,Lena Moss"], "contacts: [tom-berg, lena]"],
    [["--contact", "gantry/lena", "--contact", "lena"], "contacts: [lena]"],
    [["--contact", "Kim Lee, controller"], 'contacts: ["Kim Lee, controller"]'],
    [["--team", "Ana Ruiz，ben,"], "team: [ana, ben]"],
    [["--customer", "GANTRY"], "customer: gantry"],
  ])("%j are %s", async (flags, line) => {
    const ran = await dry("gantry", ...flags);
    expect(ran.stdout).toContain(`\n${line}\n`);
  });

  it.each([
    [["--concept", ""], "--concept is empty.\n  Leave it out, or give it a value.\n"],
    [["--contact", " , "], "--contact is empty.\n  Leave it out, or give it a value.\n"],
    [
      ["--observer", "me"],
      "ana cannot have both taken part and listened in.\n  Who led the talk, when it was not you?  --team HANDLE\n",
    ],
    [
      ["--team", "ben", "--observer", "Ben Okafor"],
      "ben cannot have both taken part and listened in.\n  Name them in --team or in --observer.\n",
    ],
  ])("%j are refused", async (flags, message) => {
    expect(await dry("gantry", ...flags)).toMatchObject({code: 2, stdout: "", stderr: message});
  });
});

describe("a next step", () => {
  it.each([
    ["Send it (Ana Ruiz, friday)", "- [ ] Send it (ana, 2026-11-27)"],
    ["Send it (me)", "- [ ] Send it (ana)"],
    ["Send it (THEM)", "- [ ] Send it (them)"],
    ["[x] Send it (ben, done tuesday)", "- [x] Send it (ben, done 2026-11-17)"],
    [
      "[x] Send it (done yesterday, ben, tuesday)",
      "- [x] Send it (ben, 2026-11-24, done 2026-11-19)",
    ],
  ])("%j is written as %j", async (step, line) => {
    const ran = await dry("gantry", "--step", step);
    expect(ran.stdout).toContain(`\n${line}\n`);
  });

  it("echoes a day in words as what it is, and warns of nobody we know", async () => {
    const ran = await dry("gantry", "--step", "[x] Send it (bem, done yesterday)");
    expect(ran.stderr).toContain("Done Thu 2026-11-19 (yesterday).\n");
    expect(ran.stderr).toContain(
      'Nobody in pm-talk.yml is "bem"; the next step is written as typed. Nearest: ben.\n',
    );
  });
});

describe("a second account", () => {
  it("adds its contacts to those of the talk", async () => {
    const ran = await dry("--add-to", "k7f3qa", "--contact", "Tom Berg");
    expect(ran.stdout).toContain("\ncontacts: [lena, tom-berg]\n");
    expect(ran.stderr).toContain("One talk with 2026-11-10-gantry-interview-k7f3qa");
  });

  it.each([["--type", "email"], ["--channel", "chat"], ["--planned"], ["--status", "no-show"]])(
    "is refused where it would be a talk of its own: %s %s",
    async (...flags) => {
      const ran = await dry("--add-to", "k7f3qa", ...flags);
      expect(ran.code).toBe(2);
      expect(ran.stderr).toContain(
        "This would not count as the same talk as 2026-11-10-gantry-interview-k7f3qa.\n",
      );
    },
  );
});
