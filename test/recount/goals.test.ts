import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {parse, stringify} from "yaml";
import {runCli} from "../cli/harness.ts";
import {meaningful, presentIn} from "./naive-last.ts";
import {readWorkspace} from "./naive-reader.ts";
import {talksOf} from "./naive-talks.ts";
import {chanceOf} from "./random-source.ts";
import {randomToday, randomWorkspace, writeFiles} from "./random-workspace.ts";

const usual = process.env.TZ === "UTC" ? 12 : 2;
const seeds = Number(process.env.PM_TALK_RECOUNT_SEEDS ?? usual);
const goals: Record<string, number> = {pm: 3, leader: 1, design: 0, sales: 2};

interface Member {
  handle: string;
  function?: string;
  level?: string;
  goal?: number;
  joined?: string;
  left?: string;
  away?: {from: string; to: string}[];
}
interface Config {
  team: Member[];
  goals?: Record<string, number>;
}
interface Overview {
  data: {
    goal: {
      month: string;
      met: number;
      of: number;
      members: {handle: string; meaningful: number; goal: number | null}[];
    } | null;
  };
}

/** Goals, and comings and goings around the month of the day, for a team that has none. */
function withGoals(seed: number, text: string, asOf: string): Config {
  const chance = chanceOf(seed + 9_000);
  const config = parse(text) as Config;
  const day = () => `${asOf.slice(0, 7)}-${String(1 + chance.number(28)).padStart(2, "0")}`;
  const team = config.team.map((member) => {
    const [from = "", to = ""] = [day(), day()].sort();
    const [joined = "", left = ""] = [day(), day()].sort();
    return {
      ...member,
      function: chance.pick(["pm", "sales", "design", "cs"]),
      level: chance.pick(["ic", "leader"]),
      ...(chance.often(30) ? {goal: chance.number(5)} : {}),
      ...(chance.often(25) ? {joined} : {}),
      ...(chance.often(25) ? {left} : {}),
      ...(chance.often(25) ? {away: [{from, to}]} : {}),
    };
  });
  return {...config, goals, team};
}

/** The days of the month on which a member is there, as far as it is known on the day. */
function presence(member: Member, asOf: string): number {
  const [year = 0, month = 0] = asOf.split("-").map(Number);
  const days = Array.from({length: new Date(Date.UTC(year, month, 0)).getUTCDate()}, (_, index) => {
    return `${asOf.slice(0, 7)}-${String(index + 1).padStart(2, "0")}`;
  });
  const left = member.left !== undefined && member.left <= asOf ? member.left : "9999";
  const there = days.filter(
    (day) =>
      day >= (member.joined ?? "") &&
      day <= left &&
      !(member.away ?? []).some(({from, to}) => from <= asOf && from <= day && day <= to),
  );
  return there.length / days.length;
}

it(`the goals of the month equal an independent recount of ${String(seeds)} random workspaces`, async () => {
  for (let seed = 1; seed <= seeds; seed++) {
    const root = mkdtempSync(join(tmpdir(), `goals-${String(seed)}-`));
    const files = randomWorkspace(seed);
    const asOf = seed % 2 === 0 ? randomToday : "2026-08-20";
    const config = withGoals(seed, files.get("pm-talk.yml") ?? "", asOf);
    files.set("pm-talk.yml", stringify(config));
    writeFiles(root, files);
    const workspace = readWorkspace(root);
    const talks = talksOf(workspace).filter(
      (talk) => talk.date.startsWith(asOf.slice(0, 7)) && talk.date <= asOf,
    );
    const expected = config.team
      .filter(({joined = ""}) => joined <= asOf)
      .map((member) => {
        const {handle, level = "", function: job = ""} = member;
        const wanted = member.goal ?? goals[level] ?? goals[job] ?? 0;
        const goal = Math.round(wanted * presence(member, asOf));
        const theirs = talks.filter((talk) => presentIn(talk).includes(handle));
        const count = theirs.filter((talk) => meaningful(workspace, talk)).length;
        return {handle, meaningful: count, goal: goal === 0 ? null : goal};
      });
    const argv = ["report", "--json", "--as-of", asOf];
    const {code, stdout, stderr} = await runCli(argv, {cwd: root, today: randomToday});
    expect(code, stdout).toBe(0);
    const {goal} = (JSON.parse(stdout) as Overview).data;
    const aimed = expected.filter((one) => one.goal !== null);
    expect(goal, `seed ${String(seed)} ${stderr}`).toEqual(
      expected.length === 0
        ? null
        : {
            month: asOf.slice(0, 7),
            met: aimed.filter((one) => one.meaningful >= (one.goal ?? 0)).length,
            of: aimed.length,
            members: expected,
          },
    );
    rmSync(root, {recursive: true, force: true});
  }
});
