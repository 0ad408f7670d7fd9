import {describe, expect, it} from "vitest";
import {runCli, workspaceOf} from "./harness.ts";

const gantry = {"customers/gantry.md": "---\nname: Gantry\nsegment: public-sector\n---\n"};

/** The note that these flags would write, without writing it. */
async function noteOf(cwd: string, ...flags: string[]): Promise<string> {
  const ran = await runCli(["log", "--dry-run", "--quiet", "--pain", "x", ...flags], {cwd});
  expect(ran.stderr).toBe("");
  return ran.stdout;
}

describe("words that a field knows", () => {
  it.each([
    ["--status", "Planned", "status: planned"],
    ["--status", "no show", "status: no-show"],
    ["--channel", "In Person", "channel: in-person"],
    ["--relationship", "Warm", "relationship: warm"],
    ["--ended", "US", "ended: us"],
    ["--source", "Inbound", "source: inbound"],
    ["--attribution", "Role", "attribution: role"],
    ["--consent", "Internal, external,internal", "consent: [internal, external]"],
  ])("take any case: %s %j", async (flag, typed, line) => {
    expect(await noteOf(workspaceOf(gantry), "gantry", flag, typed)).toContain(`\n${line}\n`);
  });

  it.each([
    [
      ["--status", "plan"],
      '--status "plan" must be one of: held planned no-show cancelled no-answer.\n  Did you mean planned?\n',
    ],
    [["--status", ""], '--status "" must be one of: held planned no-show cancelled no-answer.\n'],
    [
      ["--relationship", "warmm"],
      '--relationship "warmm" must be one of: cold neutral warm advocate strained.\n  Did you mean warm?\n',
    ],
    [["--time", "9:30"], '--time "9:30" must be a time, as in "14:30".\n  Did you mean 09:30?\n'],
    [["--time", "25:00"], '--time "25:00" must be a time, as in "14:30".\n'],
    [["--duration", "1h"], '--duration "1h" must be a number of minutes.\n  --duration 45\n'],
    [["--tag", "a", "--tag", ""], '--tag "a, " must not be empty.\n'],
  ])("and what is none names its flag: %j", async (flags, message) => {
    const cwd = workspaceOf(gantry);
    const ran = await runCli(["log", "gantry", "--pain", "x", ...flags], {cwd});
    expect(ran).toMatchObject({code: 2, stdout: "", stderr: message});
  });

  it("take any case in a register too, and a segment is the one that is there", async () => {
    const cwd = workspaceOf(gantry);
    const ran = await runCli(
      ["customer", "add", "--name", "Dune", "--stage", "Prospect", "--segment", "Public-Sector"],
      {cwd},
    );
    expect(ran).toMatchObject({code: 0, stderr: ""});
    const shown = await runCli(["show", "dune"], {cwd});
    expect(shown.stdout).toContain("prospect");
    expect(shown.stdout).toContain("public-sector");
  });
});

describe("a segment of a new customer", () => {
  it("is spelled as the one that is there", async () => {
    const cwd = workspaceOf(gantry);
    await runCli(["log", "Dune", "--pain", "x", "--segment", "PUBLIC-SECTOR"], {cwd});
    const shown = await runCli(["show", "dune"], {cwd});
    expect(shown.stdout).toMatch(/segment +public-sector/);
  });
});

describe("a comma at the end of a name", () => {
  it("is no second name", async () => {
    const ran = await runCli(["last", "--customer", "gantry,"], {cwd: workspaceOf(gantry)});
    expect(ran.code).toBe(0);
  });
});
