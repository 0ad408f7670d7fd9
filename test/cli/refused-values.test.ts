import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {runCli, workspaceOf} from "./harness.ts";

describe("a register that check would refuse", () => {
  const assumption = [
    "assumption",
    "add",
    "--statement",
    "p",
    "--type",
    "usability",
    "--importance",
    "low",
  ];
  it.each([
    [
      [
        "customer",
        "add",
        "--name",
        "Dune",
        "--person",
        "tom Tom (buyer)",
        "--person",
        "tom Tim (user)",
      ],
      'Nothing written: "tom" is already the person in line 6.\n  Give this one another id.\n',
      "customers/dune.md",
    ],
    [
      [...assumption, "--override", "validated", "--overridden", "2026-11-01"],
      "Nothing written: override needs by and reason as well.\n  As in  override: validated  overridden: 2026-10-01  by: eva  reason: the pilot is signed\n",
      "assumptions/p.md",
    ],
    [
      ["customer", "add", "--name", "Dune", "--id", "Con"],
      '--id "Con" cannot be a file name everywhere.\n  Letters, digits and - in up to 60 characters: --id setup-under-five-minutes\n',
      "customers/Con.md",
    ],
    [
      ["customer", "add", "--name", "Dune", "--id", "README"],
      '--id "README" cannot be a file name everywhere.\n  Letters, digits and - in up to 60 characters: --id setup-under-five-minutes\n',
      "customers/README.md",
    ],
  ])("is not written: %j", async (argv, message, file) => {
    const cwd = workspaceOf({});
    expect(await runCli(argv, {cwd})).toMatchObject({code: 2, stdout: "", stderr: message});
    expect(existsSync(join(cwd, file))).toBe(false);
  });
});

describe("a body", () => {
  it.each([["---\ntype: demo\n---\n\ntext\n"], ["---\r\ntype: demo\r\n---\r\n"], ["---\n---"]])(
    "with front matter of its own is refused: %j",
    async (stdin) => {
      const ran = await runCli(["log", "Acme", "--body", "-"], {cwd: workspaceOf({}), stdin});
      expect(ran.code).toBe(2);
      expect(ran.stderr).toContain(
        "--body - begins with front matter of its own, which the flags of log write.\n",
      );
    },
  );

  it("that would make a note longer than any that is read is refused", async () => {
    const cwd = workspaceOf({});
    const stdin = `## Summary\n${"word ".repeat(1_100_000)}\n`;
    const ran = await runCli(["log", "Acme", "--body", "-"], {cwd, stdin});
    expect(ran.code).toBe(2);
    expect(ran.stderr).toBe(
      "Nothing written: the file has 5.2 MiB; 5 MiB is the most that is read. Keep recordings and long transcripts in files of their own and link them.\n  The note could not be read back.\n",
    );
    expect(existsSync(join(cwd, "conversations"))).toBe(false);
  });

  it("may hold rules, and may begin with one", async () => {
    const stdin = "---\n\nWe talked for an hour.\n\n## Pains\n- Exports\n";
    const ran = await runCli(["log", "Acme", "--body", "-"], {cwd: workspaceOf({}), stdin});
    expect(ran.code).toBe(0);
  });

  it("names its faults as sentences", async () => {
    const stdin = "## Evidence\n- Against setup (told): no\n";
    const ran = await runCli(["log", "Acme", "--body", "-"], {cwd: workspaceOf({}), stdin});
    expect(ran.stderr).toContain('"told" is not a kind of evidence. Did you mean story?');
  });

  it("without a name is missing", async () => {
    const ran = await runCli(["log", "Acme", "--body="], {cwd: workspaceOf({})});
    expect(ran).toMatchObject({
      code: 2,
      stderr: "--body is empty.\n  Name a file, or - for standard input.\n",
    });
  });
});

describe("a customer whose file cannot be read", () => {
  const files = {"customers/acme.md": "---\nname: : x\n---\n"};

  it("is not made a second one, and is named", async () => {
    const cwd = workspaceOf(files);
    const ran = await runCli(["log", "ACME", "--pain", "x"], {cwd});
    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(
      /^Saved conversations\/2026\/2026-11-20-acme-interview-\w{6}\.md\n$/,
    );
    expect(ran.stderr).toContain(
      "customers/acme.md cannot be read; the note is written for that customer all the same: pm-talk check customers/acme.md\n",
    );
    expect(readdirSync(join(cwd, "customers"))).toEqual(["acme.md"]);
    expect(readFileSync(join(cwd, "customers/acme.md"), "utf8")).toBe(files["customers/acme.md"]);
  });

  it("takes no facts, which would be lost", async () => {
    const argv = ["log", "Acme", "--pain", "x", "--segment", "smb"];
    expect(await runCli(argv, {cwd: workspaceOf(files)})).toMatchObject({
      code: 2,
      stderr:
        "--segment is for a new customer, and customers/acme.md is there but cannot be read.\n  pm-talk check customers/acme.md\n",
    });
  });
});

describe("what a terminal would obey", () => {
  const argv = ["log", "A\u001b[31mcme", "--pain", "\u202ered", "--dry-run"];

  it("is visible in notices, and in a note shown in a terminal", async () => {
    const ran = await runCli(argv, {cwd: workspaceOf({}), columns: 80});
    expect(ran.printed).not.toMatch(/[\u001b\u202e]/);
    expect(ran.stderr).toContain("New customer: A\\x1b[31mcme");
    expect(ran.stdout).toContain("- \\u202ered");
  });

  it("reaches a file as it was typed", async () => {
    const ran = await runCli(argv, {cwd: workspaceOf({})});
    expect(ran.stdout).toContain("- \u202ered");
    expect(ran.stderr).not.toContain("\u001b");
  });
});
