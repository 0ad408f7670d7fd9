import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {runCli} from "../cli/harness.ts";
import {type LastReport, ref, refFromReport} from "./expected.ts";
import {customerIds, lastOf, meaningful, presentIn, spoken} from "./naive-last.ts";
import {type NaiveWorkspace, readWorkspace, textOf, texts} from "./naive-reader.ts";
import {findersOf, type NaiveTalk, talksOf} from "./naive-talks.ts";
import {fold} from "./naive-text.ts";
import {randomToday, randomWorkspace, writeFiles} from "./random-workspace.ts";

type Keep = (talk: NaiveTalk) => boolean;

/** Command lines that narrow `last`, and what each lets through, for everything that a workspace names. */
function questions(workspace: NaiveWorkspace, talks: NaiveTalk[]): [argv: string[], keep: Keep][] {
  const asked: [string[], Keep][] = [];
  const leaders = workspace.members.filter((member) => member.level === "leader");
  asked.push([
    ["--leaders"],
    (talk) => presentIn(talk).some((name) => leaders.some(({handle}) => handle === name)),
  ]);
  for (const {handle} of workspace.members)
    asked.push([["--by", handle], (talk) => presentIn(talk).includes(handle)]);
  for (const id of customerIds(workspace, talks))
    if (!id.startsWith("__")) asked.push([["--customer", id], (talk) => talk.customer === id]);
  const segmentOf = ({customer}: NaiveTalk) =>
    textOf(workspace.customers.find((file) => file.id === customer)?.fields.segment);
  for (const segment of ["smb", "enterprise", "public-sector"])
    asked.push([["--segment", segment], (talk) => segmentOf(talk) === segment]);
  for (const {id} of workspace.assumptions)
    asked.push([
      ["--assumption", id],
      (talk) => talk.evidence.some((row) => row.assumption === id),
    ]);
  for (const type of new Set(talks.map((talk) => talk.type)))
    asked.push([["--type", type], (talk) => talk.type === type]);
  asked.push([
    ["--since", "2026-05-24", "--until", "2026-10-21"],
    (talk) => talk.date >= "2026-05-24" && talk.date <= "2026-10-21",
  ]);
  return [...asked, ...conceptQuestions(workspace)];
}

/** A talk is about a concept when it lists it, or tested one of its assumptions that is not retired. */
function conceptQuestions(workspace: NaiveWorkspace): [string[], Keep][] {
  const {concept} = findersOf(workspace);
  return workspace.concepts.map(({id}) => {
    const own = workspace.assumptions.filter(
      ({fields}) =>
        texts(fields.concepts).map(concept).includes(id) &&
        (textOf(fields.retired) ?? "9999") > randomToday,
    );
    return [
      ["--concept", id],
      (talk) =>
        talk.concepts.includes(id) ||
        talk.evidence.some((row) => own.some((file) => file.id === row.assumption)),
    ];
  });
}

async function compare(root: string): Promise<void> {
  const workspace = readWorkspace(root);
  const talks = talksOf(workspace).filter((talk) => talk.date <= randomToday);
  const segments = new Set([
    ...workspace.segments,
    ...workspace.customers.map((file) => textOf(file.fields.segment)),
  ]);
  for (const [argv, keep] of questions(workspace, talks)) {
    if (argv[0] === "--segment" && !segments.has(argv[1] ?? "")) continue;
    const {code, stdout, stderr} = await runCli(["last", ...argv, "--json"], {
      cwd: root,
      today: randomToday,
      env: {PATH: "/nowhere"},
    });
    expect(code, argv.join(" ") + stderr).toBe(0);
    const {data} = JSON.parse(stdout) as {data: LastReport};
    const live = talks.filter((talk) => spoken(talk) && keep(talk));
    const wanted = [
      live,
      live.filter((talk) => meaningful(workspace, talk)),
      live.filter((talk) => !talk.selling),
    ].map((list) => ref(lastOf(list), randomToday));
    const found = [data.lastSpoke, data.lastMeaningful, data.lastWithoutSelling];
    expect(found.map(refFromReport), argv.map(fold).join(" ")).toEqual(wanted);
  }
}

describe.runIf(process.env.TZ === "UTC")("`last` about something equals the recount", () => {
  it("on the sample", {timeout: 60_000}, async () => {
    await compare(join(import.meta.dirname, "../../templates/demo"));
  });

  it.each([3, 14, 15, 92])("on random workspace %i", {timeout: 60_000}, async (seed) => {
    const root = mkdtempSync(join(tmpdir(), `recount-filters-${String(seed)}-`));
    writeFiles(root, randomWorkspace(seed));
    await compare(root).finally(() => {
      rmSync(root, {recursive: true});
    });
  });
});
