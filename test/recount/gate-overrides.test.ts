import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {assumptionStatuses} from "../../src/notes/vocabulary.ts";
import type {AssumptionsData} from "../../src/reports/assumptions/assumptions-data.ts";
import type {GateData} from "../../src/reports/gate/gate-data.ts";
import {ask, asOf, gateOf, named, notReady, type NotReady, wordsAgainst} from "./not-ready.ts";

/**
 * Whoever may write the files may say what a talk, an assumption or a criterion is worth. Each such word does
 * what it is for and no more, every no stays where it is, and the report says that somebody spoke.
 */
const seeds = process.env.TZ === "UTC" ? [11, 12, 13, 14, 15, 16] : [17];
const unspoken = new Set(["not-held", "secondhand", "not-live", "nobody-present"]);

/** Puts lines into the front matter of all files of a folder, instead of those with the same keys. */
function say({root, files}: NotReady, folder: string, lines: Record<string, string>): void {
  for (const [path, text] of files) {
    if (!path.startsWith(`${folder}/`)) continue;
    const without = Object.keys(lines).reduce(
      (rest, key) => rest.replace(new RegExp(`^${key}:.*\\r?\\n`, "m"), ""),
      text,
    );
    const said = Object.entries(lines).map(([key, value]) => `${key}: ${value}\n`);
    writeFileSync(
      join(root, path),
      without.replace(/^(\uFEFF?---\r?\n)/, (fence) => fence + said.join("")),
    );
  }
}

function append({root}: NotReady, path: string, text: string): void {
  writeFileSync(join(root, path), readFileSync(join(root, path), "utf8") + text);
}

const criteriaOf = (data: GateData, but: string[] = []) =>
  data.mustMeets.filter(({id}) => !but.includes(id));

async function textOf({root}: NotReady): Promise<string> {
  return (await ask(root, ["report", "gate", ...named])).stdout.replace(/\s+/g, " ");
}

describe.each(seeds)("of a gate that is not ready, workspace %i,", (seed) => {
  it("a status that somebody overrides changes nothing but what is printed beside it", async () => {
    const workspace = await notReady(seed);
    for (const status of assumptionStatuses) {
      const why = {overridden: "2026-11-01", by: "eva", reason: "the board says so"};
      say(workspace, "assumptions", {override: status, ...why});
      const {assumptions, method, ...rest} = await gateOf(workspace.root);
      const {assumptions: before, method: usual, ...others} = workspace.data;
      expect(rest).toEqual(others);
      expect(assumptions.map((one) => ({...one, override: null}))).toEqual(before);
      expect({...method, overriddenBeliefs: 0}).toEqual(usual);
      expect(method.overriddenBeliefs).toBe(before.length + workspace.data.otherAssumptions);
    }
  });

  it("the note's word that it is meaningful counts where we spoke, as it is meant to, and is told", async () => {
    const workspace = await notReady(seed);
    say(workspace, "conversations", {meaningful: "true", reason: "the team says so"});
    const data = await gateOf(workspace.root);
    const spoken = data.conversations.filter(({why}) => !why.some((one) => unspoken.has(one)));
    expect(data.conversations.filter((one) => one.meaningful)).toEqual(spoken);
    expect(data.method.overriddenTalks).toBe(spoken.length);
    const counted = ["conversations", "customers"];
    expect(criteriaOf(data, counted)).toEqual(criteriaOf(workspace.data, counted));
    expect(data.against).toEqual(workspace.data.against);
    if (spoken.length > 0)
      expect(await textOf(workspace)).toContain("counted or not because the note says so");
  });

  it("a reset lets rows expire and leaves every one of them on the page", async () => {
    const workspace = await notReady(seed);
    say(workspace, "assumptions", {reset: asOf});
    const data = await gateOf(workspace.root);
    expect(data.ready).toBe(false);
    expect(wordsAgainst(data).sort()).toEqual(workspace.words.sort());
    const touched = ["critical", "disconfirming"];
    expect(criteriaOf(data, touched)).toEqual(criteriaOf(workspace.data, touched));
    const found = (one: GateData) => one.mustMeets.find(({id}) => id === "disconfirming")?.found;
    expect(found(data) ?? 0).toBeLessThanOrEqual(found(workspace.data) ?? 0);
    const before = ({assumptions}: GateData) =>
      assumptions.map(({id, previousStatus}) => [id, previousStatus]).sort();
    expect(before(data)).toEqual(before(workspace.data));
    const text = await textOf(workspace);
    for (const word of workspace.words) expect(text).toContain(word);
  });

  it("an assumption that is given up leaves the gate with its rows, as it is meant to, and is told", async () => {
    const workspace = await notReady(seed);
    say(workspace, "assumptions", {retired: asOf, reason: "we let it go"});
    const data = await gateOf(workspace.root);
    expect([data.assumptions, data.against]).toEqual([[], []]);
    const critical = data.mustMeets.find(({id}) => id === "critical");
    expect(critical?.met).toBe(critical?.source === "off" ? null : false);
    expect(data.method.retired).toBeGreaterThan(0);
    expect(await textOf(workspace)).toContain("beliefs given up since the gate before");
    const argv = ["report", "assumptions", "--json", "--as-of", asOf];
    const {stdout} = await ask(workspace.root, argv);
    const listed = (JSON.parse(stdout) as {data: AssumptionsData}).data.assumptions;
    const quotes = listed.flatMap(({evidence}) => evidence.map(({quote}) => quote));
    expect(quotes).toEqual(expect.arrayContaining(workspace.words));
  });

  it("a criterion is required as somebody set it, found as before, and says who set it", async () => {
    const workspace = await notReady(seed);
    const lines = ["conversations", "customers", "disconfirming", "shaped"].map(
      (id) => `- ${id} (0)`,
    );
    const off = ["recent", "critical", "segments", "readable"].map((id) => `- ${id} (off)`);
    const path = "concepts/fast-setup.md";
    const own = workspace.files.get(path)?.replace(/## Criteria[^]*/, "") ?? "";
    workspace.files.set(path, own);
    writeFileSync(join(workspace.root, path), own);
    const usual = await gateOf(workspace.root);
    append(workspace, path, `## Criteria\n${[...lines, ...off].join("\n")}\n`);
    const data = await gateOf(workspace.root);
    for (const one of data.mustMeets) {
      const before = usual.mustMeets.find(({id}) => id === one.id);
      expect(one.setIn).toBe(path);
      expect(one.found).toBe(one.source === "off" ? null : before?.found);
      expect(one.met).toBe(one.source === "off" ? null : true);
    }
    expect({...data, ready: false, mustMeets: []}).toEqual({...usual, ready: false, mustMeets: []});
    const text = await textOf(workspace);
    expect(text.match(/off, set in concepts\/fast-setup\.md/g)).toHaveLength(4);
    expect(text.match(/set to 0 \(default \d\) in concepts\/fast-setup\.md/g)).toHaveLength(4);
  });

  it("other figures of pm-talk.yml hide no row, and stand under the report", async () => {
    const workspace = await notReady(seed);
    const config = workspace.files.get("pm-talk.yml")?.replace(/^(evidence|meaningful):.*\n/gm, "");
    const low =
      "evidence: {fresh: 0, expired: 0, customers: 1, against: 9, believe: 0.3, disbelieve: 0}";
    const text = `${config ?? ""}${low}\nmeaningful: {minutes: 0, words: 0, talk: 1}\n`;
    writeFileSync(join(workspace.root, "pm-talk.yml"), text);
    const data = await gateOf(workspace.root);
    expect(wordsAgainst(data).sort()).toEqual(workspace.words.sort());
    expect(await textOf(workspace)).toContain(
      "Set in pm-talk.yml: meaningful.minutes 0 (default 15), meaningful.talk 1 (default 0.65), meaningful.words 0 (default 20), evidence.fresh 0 (default 180)",
    );
  });

  it("what pm-talk.yml says of goals, privacy and the like changes nothing", async () => {
    const workspace = await notReady(seed);
    for (const [path, text] of workspace.files) {
      if (path !== "pm-talk.yml") continue;
      const lines = text.split(/\r?\n/).filter((line) => !line.startsWith("cadence:"));
      lines.push("goals: {pm: 9, leader: 0}", "cadence: {customer: 1}", "themes: [setup]");
      lines.push("privacy: roles", "retention: 1", "calendar: {weekday: monday}", "commit: true");
      writeFileSync(join(workspace.root, path), lines.join("\n"));
    }
    expect(await gateOf(workspace.root)).toEqual(workspace.data);
  });

  it("a file that cannot be read is one more reason not to be", async () => {
    const workspace = await notReady(seed);
    const path = "concepts/fast-setup.md";
    const own = workspace.files.get(path)?.replace(/^- readable.*\n/m, "") ?? "";
    writeFileSync(join(workspace.root, path), own);
    const [note = ""] = [...workspace.files.keys()].filter((one) => one.startsWith("conv"));
    append(workspace, note, "\n\n## Evidence\n- **Against** a1 (hearsay): no\n");
    const data = await gateOf(workspace.root);
    expect(data.ready).toBe(false);
    expect(data.mustMeets.find(({id}) => id === "readable")).toMatchObject({
      found: 1,
      met: false,
      detail: [note],
    });
  });
});
