import {expect, it} from "vitest";
import type {AssumptionsData} from "../../src/reports/assumptions/assumptions-data.ts";
import type {GateData} from "../../src/reports/gate/gate-data.ts";
import {temporaryFolder} from "../cli/harness.ts";
import {ask} from "./not-ready.ts";
import {randomGates} from "./random-gates.ts";
import {randomToday, writeFiles} from "./random-workspace.ts";

/**
 * What is said of an earlier day is what would have been said on it: every answer equals that of a workspace in
 * which nothing of later was ever written, whatever was added, taken back, reset or given up since.
 */
const usual = process.env.TZ === "UTC" ? 8 : 1;
const seeds = Number(process.env.PM_TALK_RECOUNT_SEEDS ?? usual);

/** The files as they were on a day. */
function filesOn(files: Map<string, string>, day: string): Map<string, string> {
  const dayOf = (text: string) => /^date: (\S+)/m.exec(text)?.[1] ?? "";
  const later = [...files].filter(([, text]) => dayOf(text) > day);
  const gone = new Set(later.map(([path]) => path));
  const kept = [...files].filter(([path]) => !gone.has(path));
  return new Map(
    kept.map(([path, text]) => {
      if (path.startsWith("assumptions/")) return [path, assumptionOn(text, day)];
      if (path.startsWith("concepts/")) return [path, conceptOn(text, day)];
      const replaced = path.startsWith("decisions/") && replacedLater(path, files, gone);
      return [path, replaced ? text.replace("status: superseded\n", "") : text];
    }),
  );
}

/** A reset, and that it was given up and why, were written on their days. */
function assumptionOn(text: string, day: string): string {
  const said = /^(?:reset: (\S+)|retired: (\S+)\r?\nreason: .*)\r?\n/gm;
  return text.replace(said, (lines, reset?: string, retired?: string) =>
    (reset ?? retired ?? "") > day ? "" : lines,
  );
}

/** What was decided on a gate was written on that day. */
function conceptOn(text: string, day: string): string {
  return text.replace(
    /\((\d{4}-\d\d-\d\d), (?:go|conditional-go|hold) (\d{4}-\d\d-\d\d)\)/g,
    (bracket, date: string, decided: string) => (decided > day ? `(${date})` : bracket),
  );
}

function replacedLater(path: string, files: Map<string, string>, gone: Set<string>): boolean {
  const id = path.replace(/^decisions\/|\.md$/g, "");
  const by = [...files].filter(([, text]) => text.includes(`replaces: ${id}\n`));
  return by.length > 0 && by.every(([one]) => gone.has(one));
}

/**
 * The JSON of a command as of a day. A talk that is cited before it took place has no name yet; and how long a
 * verdict will hold depends on a reset that is written down for a later day.
 */
async function answer(root: string, argv: string[], day: string): Promise<unknown> {
  const {stdout} = await ask(root, [...argv, "--json", "--as-of", day]);
  const {data} = JSON.parse(stdout, (key, value: unknown) =>
    key === "validUntil" || isUnknownTalk(value) ? "not known yet" : value,
  ) as {data?: unknown};
  expect(data, stdout).toBeDefined();
  return data;
}

function isUnknownTalk(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("what" in value)) return false;
  return "conversation" in value && "customer" in value && value.customer === null;
}

const questions = [
  ["last"],
  ["report"],
  ["report", "assumptions", "--since", "2026-01-01"],
  ["report", "assumptions", "--concept", "fast-setup"],
  ["report", "gate", "fast-setup", "--gate", "G1"],
  ["report", "gate", "fast-setup", "--gate", "G2"],
  ["gate", "--due", "2026-12-31"],
  ["next", "-n", "99"],
  ["next", "-n", "99", "--for", "ben"],
  ["steps"],
  ["decision", "list"],
];

it.each(Array.from({length: seeds}, (_, index) => index + 1))(
  "what held on a day before is what would have been said on it, workspace %i",
  async (seed) => {
    const {files, gate} = randomGates(seed);
    const whole = temporaryFolder();
    writeFiles(whole, files);
    const day = seed % 2 === 0 ? gate.since : "2026-09-15";
    const then = temporaryFolder();
    writeFiles(then, filesOn(files, day));
    for (const argv of questions)
      expect([argv, await answer(whole, argv, day)]).toEqual([argv, await answer(then, argv, day)]);
  },
);

it.each(Array.from({length: 3 * seeds}, (_, index) => index + 101))(
  "the status at the gate before is that of a workspace with nothing later in it, workspace %i",
  async (seed) => {
    const {files, gate} = randomGates(seed);
    const [whole, then] = [temporaryFolder(), temporaryFolder()];
    writeFiles(whole, files);
    writeFiles(then, filesOn(files, gate.since));
    const argv = ["report", "gate", "fast-setup", "--gate", "G2"];
    const {assumptions, previous} = (await answer(whole, argv, randomToday)) as GateData;
    const past = (await answer(then, ["report", "assumptions"], gate.since)) as AssumptionsData;
    const statuses = new Map(past.assumptions.map(({id, status}) => [id, status]));
    expect(previous).toEqual({id: "G1", decided: gate.since});
    for (const {id, previousStatus} of assumptions)
      expect([id, previousStatus]).toEqual([id, statuses.get(id)]);
  },
);
