import {chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import {describe, expect, it} from "vitest";
import {demoToRead, demoWorkspace} from "../demo-workspace.ts";
import {runCli, workspaceOf} from "../harness.ts";

const demo = demoToRead();

const csvOf = async (cwd: string, ...argv: string[]): Promise<string[][]> => {
  const ran = await runCli([...argv, "--format", "csv"], {cwd});
  const rows: string[][] = parse(ran.stdout);
  return rows;
};

describe("CSV", () => {
  it.each([
    ["report overview", "assumptions"],
    ["report assumptions", "assumptions"],
    ["assumption list", "assumptions"],
    ["report last", "customers"],
    ["customer list", "customers"],
    ["gate fast-setup", "conversations"],
    ["gate --due 30d", "gates"],
    ["list", "conversations"],
    ["steps --done", "steps"],
    ["search setup", "matches"],
  ])("of %s has a line for each of its %s, and the keys of JSON", async (line, key) => {
    const argv = line.split(" ");
    const json = await runCli([...argv, "--json"], {cwd: demo()});
    const {data} = JSON.parse(json.stdout) as {data: Record<string, Record<string, unknown>[]>};
    const [header = [], ...rows] = await csvOf(demo(), ...argv);
    const listed = data[key] ?? [];
    expect(listed.length).toBeGreaterThan(0);
    expect(rows.length).toBe(listed.length);
    for (const [index, row] of rows.entries()) {
      for (const [at, path] of header.entries()) {
        let value: unknown = listed[index];
        for (const part of path.split("."))
          value = (value as Record<string, unknown> | null)?.[part] ?? null;
        const text = Array.isArray(value) ? value.join("; ") : `${(value ?? "") as string}`;
        expect({path, cell: row[at]?.replace(/^'(?=[\s=+@-])/, "")}).toEqual({path, cell: text});
      }
    }
  });

  it("keeps a spreadsheet from running what somebody is called, unless it is to", async () => {
    const cwd = workspaceOf({
      "customers/a.md": "---\nname: '=HYPERLINK(\"http://x.example\")'\nsegment: ' ＋smb'\n---\n",
    });
    const name = async (...flags: string[]) => (await csvOf(cwd, "customer", "list", ...flags))[1];
    expect((await name())?.slice(0, 3)).toEqual(["a", `'=HYPERLINK("http://x.example")`, "'＋smb"]);
    expect((await name("--raw"))?.[1]).toBe('=HYPERLINK("http://x.example")');
  });

  it.each([
    [
      ["last", "--format", "csv"],
      "last has no table that CSV could hold.\n  All that it says:  --format json\n",
    ],
    [
      ["assumption", "show", "pay-for-sso", "-o", "x.csv"],
      "assumption show has no table that CSV could hold.\n  All that it says:  --format json\n",
    ],
    [["list", "--raw"], "--raw is for CSV alone.\n  Add --format csv, or leave it out.\n"],
  ])("%j is refused", async (argv, stderr) => {
    const ran = await runCli(argv, {cwd: demo()});
    expect(ran).toMatchObject({code: 2, stdout: "", stderr});
  });
});

describe("a report in a file", () => {
  const write = async (cwd: string, line: string, today = "2026-11-20") =>
    await runCli(line.split(" "), {cwd, today});

  it.each(["md", "txt", "html", "json"])(
    "%s keeps its day while it says the same",
    async (ending) => {
      const cwd = demoWorkspace();
      const file = `reports/overview.${ending}`;
      const line = `report -o ${file}`;
      expect((await write(cwd, line)).stderr).toContain(`Wrote ${file}\n`);
      const path = join(cwd, file);
      const text = readFileSync(path, "utf8");
      const {ino} = statSync(path);
      for (const today of ["2026-11-20", "2026-11-21"])
        expect((await write(cwd, line, today)).stderr).toContain(`Unchanged: ${file}\n`);
      expect({text: readFileSync(path, "utf8"), ino: statSync(path).ino}).toEqual({text, ino});

      // Somebody's words have changed: a quote of the same length, and nothing that a rule counts.
      const note = join(cwd, "conversations/2026/2026-11-19-gantry-sales-call-k7f3qa.md");
      writeFileSync(note, readFileSync(note, "utf8").replace("I counted", "I watched"));
      expect((await write(cwd, line, "2026-11-21")).stderr).toContain(`Wrote ${file}\n`);
      expect(readFileSync(path, "utf8")).toContain("2026-11-21");
    },
  );

  it("is known by what it is, whatever else a file quotes", async () => {
    const cwd = demoWorkspace();
    for (const name of ["last.md", "last.txt", "last.html", "last.json", "list.csv"]) {
      const command = name.startsWith("list") ? "list" : "last";
      await write(cwd, `${command} -o ${name}`);
      const own = readFileSync(join(cwd, name), "utf8");
      // One of ours, out of date: written over without a word.
      writeFileSync(join(cwd, name), own.replace(/Gantry|sales-call/, "Somebody"));
      expect((await write(cwd, `${command} -o ${name}`)).code).toBe(0);
      expect(readFileSync(join(cwd, name), "utf8")).toBe(own);
      // A page of somebody else in which ours was pasted.
      const words = Array.from({length: 20}, (_, index) => `Line ${String(index)}`).join("\n");
      const pasted = name.endsWith("md") || name.endsWith("txt") ? `${own}\n${words}\n` : `x${own}`;
      const foreign =
        name === "last.html" ? pasted.replace(/<meta name="generator[^>]*>/, "") : pasted;
      writeFileSync(join(cwd, name), foreign);
      const refused = await write(cwd, `${command} -o ${name}`);
      expect({name, code: refused.code, stderr: refused.stderr}).toEqual({
        name,
        code: 2,
        stderr: expect.stringContaining(
          `${name} exists, and pm-talk did not write it.\n  Another name, or --force to write over it.\n`,
        ) as string,
      });
      expect(readFileSync(join(cwd, name), "utf8")).toBe(foreign);
      expect((await write(cwd, `${command} -o ${name} --force`)).code).toBe(0);
      expect(readFileSync(join(cwd, name), "utf8")).toBe(own);
    }
  });

  it("is written anew on the day on which a step becomes overdue, and for a day that is asked for", async () => {
    const cwd = workspaceOf({
      "conversations/a.md":
        "---\ntype: interview\ndate: 2026-11-01\ncustomer: Bolt\nteam: [ana]\n---\n\n## Next steps\n- [ ] Send it (ana, 2026-11-20)\n",
    });
    const file = join(cwd, "steps.md");
    const days: string[] = [];
    for (const today of ["2026-11-17", "2026-11-19", "2026-11-21", "2026-11-25"]) {
      await write(cwd, "steps -o steps.md", today);
      days.push(/<!-- pm-talk steps (\S+) -->\n$/.exec(readFileSync(file, "utf8"))?.[1] ?? "");
    }
    expect(days).toEqual(["2026-11-17", "2026-11-17", "2026-11-21", "2026-11-21"]);
    await write(cwd, "steps -o steps.md --as-of 2026-11-25", "2026-11-25");
    expect(readFileSync(file, "utf8")).toContain("pm-talk steps 2026-11-25");
  });

  it("goes to stdout where the file is -", async () => {
    const cwd = demoWorkspace();
    const ran = await write(cwd, "last -o - --format markdown");
    expect(ran.stdout).toBe((await write(cwd, "last --format markdown")).stdout);
    expect(existsSync(join(cwd, "-"))).toBe(false);
  });

  it("gets its folders, and says where it cannot be written", async () => {
    const cwd = demoWorkspace();
    expect((await write(cwd, "last -o a/b/c.md")).code).toBe(0);
    expect(existsSync(join(cwd, "a/b/c.md"))).toBe(true);
    mkdirSync(join(cwd, "folder.md"));
    const ran = await write(cwd, "last -o folder.md");
    expect(ran.code).toBe(3);
    expect(ran.stderr).toContain("folder.md is a folder.\n  Name a file in it.\n");
    writeFileSync(join(cwd, "file"), "");
    expect((await write(cwd, "last -o file/x.md")).code).toBe(3);
    // Reading a device would not end, and replacing it would take it away.
    if (existsSync("/dev/zero")) {
      const device = await write(cwd, "last --format text --force -o /dev/zero");
      expect([device.code, device.stderr]).toEqual([
        3,
        "/dev/zero is no file that could be replaced.\n  Another name?\n",
      ]);
    }
    writeFileSync(join(cwd, "bytes.md"), Buffer.from([0xff, 0xfe, 0x41]));
    expect((await write(cwd, "last -o bytes.md")).code).toBe(2);
    expect((await write(cwd, "last -o bytes.md --force")).code).toBe(0);
    // A file keeps its mode.
    chmodSync(join(cwd, "a/b/c.md"), 0o600);
    await write(cwd, "last -o a/b/c.md --as-of 2026-10-01");
    expect(statSync(join(cwd, "a/b/c.md")).mode & 0o777).toBe(0o600);
  });
});
