import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import type {Flag} from "../../src/cli/command.ts";
import {command as gate} from "../../src/cli/commands/gate.ts";
import {command as reportGate} from "../../src/cli/commands/report-gate.ts";
import {globalFlags} from "../../src/cli/flags/flags.ts";
import {commands} from "../../src/cli/registry.ts";
import type {GateData} from "../../src/reports/gate/gate-data.ts";
import {ask, asOf, named, notReady, type NotReady} from "./not-ready.ts";

/**
 * Readiness holds what a team would rather not hear, so nothing that somebody types may soften it: for a gate
 * and a day no flag and no setting of the machine makes ready what is not, or leaves out what was said against.
 */

/** Which flags there are is the same in every zone. */
const utc = process.env.TZ === "UTC";
const seeds = [1, 2];
const shown = ["text", "markdown", "html", "json", "csv"];

/** Whether a page says the verdict, and everything that was said against. */
function expectAll(text: string, format: string, {data, words}: NotReady): void {
  // The table of a gate is its talks: neither the verdict nor evidence stands in it.
  if (format === "csv") return;
  if (format === "json") {
    expect((JSON.parse(text) as {data: GateData}).data).toEqual(data);
    return;
  }
  expect(text).toContain("NOT READY");
  expect(text.replaceAll("NOT READY", "")).not.toContain("READY");
  for (const word of words) expect(text).toContain(word);
}

/** What only records a decision or lists gates; each has a test below. */
const others = new Set([
  "--due",
  "--decide",
  "--by",
  "--date",
  "--condition",
  "--dry-run",
  "--commit",
]);

const nameOf = ({flags}: Flag) => /--[a-z-]+/.exec(flags)?.[0] ?? flags;
const takesValue = ({flags}: Flag) => /[<[]/.test(flags);

/** Every way to give a flag; one that takes a value and is new here has to say which. */
function usesOf(flag: Flag, root: string): string[][] {
  const name = nameOf(flag);
  if (!takesValue(flag)) return [[name]];
  const values: Record<string, string[]> = {
    "--gate": ["G2", "g2"],
    "--format": shown,
    "--output": ["txt", "md", "html", "json", "csv"].map((end) => join(root, `${name}.${end}`)),
    "--dir": [root],
    "--as-of": [asOf],
    "--color": ["auto", "always", "never"],
  };
  const known = values[name];
  if (known === undefined) throw new Error(`which values does ${name} take?`);
  return known.map((value) => [name, value]);
}

/** What a run printed or wrote, and in which format. */
function resultOf(use: string[], stdout: string, format: string): [text: string, format: string] {
  const [name, value = ""] = use;
  if (name === "--json") return [stdout, "json"];
  if (name === "--format") return [stdout, value];
  if (name !== "--output") return [stdout, format];
  const end = value.replace(/.*\./, "");
  const written: Record<string, string> = {txt: "text", md: "markdown"};
  return [readFileSync(value, "utf8"), written[end] ?? end];
}

describe.runIf(utc).each([
  {name: "gate", definition: gate, code: 1},
  {name: "report gate", definition: reportGate, code: 0},
])("no flag of `$name`", ({name, definition, code}) => {
  const own = [...definition.flags, ...globalFlags].filter((flag) => !others.has(nameOf(flag)));

  it.each(seeds)("makes a gate ready or hides a no, workspace %i", async (seed) => {
    const workspace = await notReady(seed);
    const {root} = workspace;
    for (const flag of own.filter((one) => !["--open", "--raw"].includes(nameOf(one)))) {
      for (const use of usesOf(flag, root)) {
        const clean = named.filter((_, at) => !(named[at] === use[0] || named[at - 1] === use[0]));
        const ran = await ask(root, [...name.split(" "), ...clean, ...use]);
        expect(ran.code, use.join(" ") + ran.stderr).toBe(code);
        expectAll(...resultOf(use, ran.stdout, "text"), workspace);
      }
    }
    const switches = own.filter((flag) => !takesValue(flag)).map(nameOf);
    const harmless = switches.filter((flag) => flag !== "--json" && flag !== "--open");
    for (const format of shown) {
      for (const some of [...harmless.map((flag) => [flag]), harmless]) {
        const allowed = format === "csv" ? some : some.filter((flag) => flag !== "--raw");
        const argv = [...name.split(" "), ...named, "--format", format, ...allowed];
        const ran = await ask(root, argv);
        expect(ran.code, argv.join(" ") + ran.stderr).toBe(code);
        expectAll(ran.stdout, format, workspace);
      }
    }
  });

  it("is a filter: those of other commands are refused, and nothing is printed", async () => {
    const {root} = await notReady(seeds[0] ?? 1);
    const known = new Set([...definition.flags, ...globalFlags].map(nameOf));
    const definitions = await Promise.all(commands.map((entry) => entry.load()));
    const foreign = new Map(
      definitions.flatMap(({flags}) =>
        flags.map((flag) => [nameOf(flag), flag] as const).filter(([one]) => !known.has(one)),
      ),
    );
    expect([...foreign.keys()]).toEqual(
      expect.arrayContaining(["--since", "--customer", "--by"].filter((one) => !known.has(one))),
    );
    for (const [one, flag] of foreign) {
      const argv = [...name.split(" "), ...named, takesValue(flag) ? `${one}=2026-10-01` : one];
      const ran = await ask(root, argv);
      expect([argv.at(-1), ran.code, ran.stdout]).toEqual([argv.at(-1), 2, ""]);
    }
  });

  it("and no setting of the machine says otherwise", async () => {
    const {root, data} = await notReady(seeds[0] ?? 1);
    const argv = [...name.split(" "), ...named, "--json"];
    const plain = await ask(root, argv);
    const settings: Record<string, string>[] = [
      ...["ana", "eva", "nobody"].map((PM_TALK_ME) => ({PM_TALK_ME})),
      ...["C", "tr_TR.UTF-8", "ja_JP.UTF-8"].map((LC_ALL) => ({LC_ALL, LANG: LC_ALL})),
      {NO_COLOR: "1", TERM: "dumb"},
      {FORCE_COLOR: "3", CI: "true"},
      {PM_TALK_DIR: root},
      {PM_TALK_TODAY: "2026-12-24"},
      {HOME: root, XDG_CACHE_HOME: join(root, "no", "cache")},
    ];
    for (const env of settings)
      expect([env, (await ask(root, argv, env)).stdout]).toEqual([env, plain.stdout]);
    for (const today of ["2026-11-18", "2026-11-19", "2027-06-01"]) {
      const later = JSON.parse((await ask(root, argv, {}, today)).stdout) as {data: GateData};
      expect(later.data).toEqual(data);
    }
  });
});

describe.runIf(utc)("the other questions of `gate`", () => {
  it.each(seeds)("list the gate as not ready, and exit 1, workspace %i", async (seed) => {
    const {root, data} = await notReady(seed);
    for (const until of ["2026-12-01", "14d", "2027-12-31"]) {
      const argv = ["gate", "--due", until, "--as-of", asOf];
      const ran = await ask(root, [...argv, "--json"]);
      const due = JSON.parse(ran.stdout) as {
        data: {gates: {gate: string; ready: boolean; failed: string[]}[]};
      };
      const failed = data.mustMeets.filter(({met}) => met === false).map(({id}) => id);
      expect(ran.code).toBe(1);
      expect(due.data.gates).toEqual([expect.objectContaining({gate: "G2", ready: false, failed})]);
      for (const format of ["text", "markdown", "html"])
        expect((await ask(root, [...argv, "--format", format])).stdout).toContain("NOT READY");
    }
  });

  it.each(seeds)("record what was decided and leave the verdict, workspace %i", async (seed) => {
    for (const word of ["go", "conditional-go"]) {
      const {root, data} = await notReady(seed);
      const decide = ["gate", "fast-setup", "--gate", "G2", "--decide", word, "--by", "eva"];
      const told = ["--date", asOf, "--condition", "the customers were heard, so READY"];
      const ran = await ask(root, [...decide, ...told]);
      expect(ran.code, ran.stderr).toBe(0);
      expect(ran.stdout + ran.stderr).toContain("NOT READY");
      // Without a day of its own, a gate that was decided is shown as of that day.
      for (const day of [["--as-of", asOf], []]) {
        const after = await ask(root, ["gate", "fast-setup", "--gate", "G2", "--json", ...day]);
        const found = (JSON.parse(after.stdout) as {data: GateData}).data;
        expect(after.code).toBe(1);
        expect({...found, gate: null}).toEqual({...data, gate: null});
      }
    }
  });

  it.each([["--by", "eva"], ["--date", asOf], ["--condition", "x"], ["--dry-run"], ["--commit"]])(
    "refuse %s without a decision",
    async (...stray) => {
      const {root} = await notReady(seeds[0] ?? 1);
      const ran = await ask(root, ["gate", ...named, ...stray]);
      expect([ran.code, ran.stdout]).toEqual([2, ""]);
    },
  );
});
