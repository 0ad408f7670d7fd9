import {existsSync} from "node:fs";
import {basename, join} from "node:path";
import {describe, expect, it} from "vitest";
import {temporaryFolder, workspaceOf} from "../cli/harness.ts";
import {ask, askJson, faultsOf, figures} from "./ask.ts";
import {cases, type FaultCase} from "./cases.ts";
import {fixtureFolder, fixtureNames, placeOf, textOf, workspaceWith} from "./fixture.ts";
import {goodFiles} from "./good-workspace.ts";
import {nullNotDefault, twinOf, withoutLines} from "./twins.ts";

/**
 * Faulty files, one fault each, beside good ones. Each is named once with its line, costs what it says and
 * no more, and what `check` prints of it stands in a .txt beside it (`vitest -u` writes them anew).
 * What a fault costs does not depend on the time zone, so one is enough.
 */
const here = process.env["TZ"] === "UTC";
let known: unknown[] | null = null;

/** What the reports say of the good files alone. */
async function goodFigures(): Promise<unknown[]> {
  return (known ??= await figures(workspaceOf(goodFiles)));
}

it("has a case for every faulty file, and enough of them", () => {
  expect(cases.map((one) => one.name).sort()).toEqual(fixtureNames());
  expect(cases.length).toBeGreaterThanOrEqual(80);
  const unread = cases.filter(({name}) => !existsSync(join(fixtureFolder, `${name}.txt`)));
  expect(unread, "no .txt with what check prints").toEqual([]);
});

describe.runIf(here)("a faulty file", () => {
  it.each(cases)("$name is named as $code, line $line", async (one) => {
    const {named, code} = await faultsOf(workspaceWith(one.name, textOf(one.name)));
    expect(
      named.map((fault) => [fault.file, fault.code, fault.line, fault.severity, fault.dropped]),
    ).toEqual(expectedFaults(one));
    expect(code).toBe(named.some((fault) => fault.severity === "error") ? 1 : 0);
    for (const fault of named) expect(fault.column).toBeGreaterThanOrEqual(1);
  });

  it.each(cases)("$name reads as in its .txt", async ({name}) => {
    const {stdout, stderr} = await ask(workspaceWith(name, textOf(name)), "check");
    expect(stderr).toBe("");
    await expect(stdout).toMatchFileSnapshot(join(fixtureFolder, `${name}.txt`));
  });

  it.each(cases)("$name costs exactly: $cost", async (one) => {
    const root = workspaceWith(one.name, textOf(one.name));
    const {sources} = await askJson(root, 0, "last");
    const note = one.name.endsWith(".conversation");
    const whole = one.cost === "file";
    const part = note && (one.cost === "value" || one.cost === "line");
    expect(sources).toMatchObject({
      files: 9,
      read: note && !whole ? 3 : 2,
      partial: part ? 1 : 0,
      skipped: whole ? 1 : 0,
    });
    if (whole) await expectNothingElse(root, one);
    else if (nullNotDefault.includes(one.name)) await expectNullStatus(root, one);
    else if (one.line > 1 && one.cost !== null && one.also === undefined) await expectTwin(one);
  });

  it.each(cases.filter((one) => one.cost === "file" && one.name.endsWith(".conversation")))(
    "$name is what `last` and every report warn of",
    async ({name, line}) => {
      const marker = join(temporaryFolder(), "ran");
      process.env["PM_TALK_MARKER"] = marker;
      const root = workspaceWith(name, textOf(name));
      const newer = `A NEWER NOTE CANNOT BE READ: ${basename(placeOf(name))}, line ${String(line)}`;
      expect((await ask(root, "last")).stdout).toContain(newer);
      for (const report of ["last", "assumptions"]) {
        const {stdout, code} = await ask(root, "report", report);
        expect(code).toBe(0);
        const [answer = "", ...rest] = stdout.split("\n\n");
        expect(answer).toContain("1 file left out");
        expect(rest.at(-1)).toContain("2 notes read, 1 file left out");
      }
      expect(existsSync(marker)).toBe(false);
      expect(globalThis).not.toHaveProperty("pmTalkRan");
    },
  );
});

it.runIf(here).each(["kind-unknown.conversation", "duration-in-words.conversation"])(
  "%s is a note that every report says is read in part",
  async (name) => {
    const root = workspaceWith(name, textOf(name));
    for (const report of ["last", "assumptions"]) {
      const {stdout} = await ask(root, "report", report);
      const [answer = "", ...rest] = stdout.split("\n\n");
      expect(answer).toContain("1 note read in part");
      expect(rest.at(-1)).toContain("3 notes read, none left out, 1 note in part");
    }
    expect((await ask(root, "last")).stdout).not.toContain("CANNOT BE READ");
  },
);

function expectedFaults(one: FaultCase): unknown[] {
  const place = placeOf(one.name);
  const severity = one.cost === null ? "warning" : "error";
  const also = (one.also ?? []).map(([file, code, line, kind, dropped]) => [
    file === "" ? place : file,
    code,
    line,
    kind,
    dropped,
  ]);
  return [...also, [place, one.code, one.line, severity, one.cost]].sort(inOrder);
}

/** By file, line and code, as `check` lists them. */
function inOrder(a: unknown[], b: unknown[]): number {
  const key = ([file, code, line]: unknown[]) =>
    `${String(file)}\0${String(line).padStart(6, "0")}\0${String(code)}`;
  return key(a) < key(b) ? -1 : 1;
}

/** The file is left out: the reports are those on the good files. Only an assumption stays listed. */
async function expectNothingElse(root: string, {name}: FaultCase): Promise<void> {
  const [last, assumptions, list] = await figures(root);
  const good = await goodFigures();
  expect(last).toEqual(good[0]);
  expect(list).toEqual(good[2]);
  if (!name.endsWith(".assumption")) {
    expect(assumptions).toEqual(good[1]);
    return;
  }
  const id = basename(placeOf(name), ".md");
  const {assumptions: all} = assumptions as {assumptions: Record<string, unknown>[]};
  expect(all.find((one) => one["id"] === id)).toMatchObject({
    label: "cannot be read",
    type: null,
    blockers: expect.arrayContaining(["no-proof"]) as unknown,
  });
  const others = (good[1] as {assumptions: unknown[]}).assumptions;
  expect(all.filter((one) => one["id"] !== id)).toEqual(others);
}

async function expectNullStatus(root: string, {name}: FaultCase): Promise<void> {
  const id = basename(placeOf(name), ".md");
  const {data} = await askJson<{fields: {status: unknown}}>(root, 0, "show", id);
  expect(data.fields.status).toBeNull();
}

/** Line or value left out: every report, and the file as read, are those of the file without it. */
async function expectTwin({name, line}: FaultCase): Promise<void> {
  const show = ["show", basename(placeOf(name), ".md")];
  const text = textOf(name);
  const faulty = await figures(workspaceWith(name, text), show);
  const twin = await figures(workspaceWith(name, twinOf(name, text, line)), show);
  expect(withoutLines(faulty)).toEqual(withoutLines(twin));
}
