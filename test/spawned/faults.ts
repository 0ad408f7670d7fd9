import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {type Outcome, pmTalk, temporaryFolder} from "./program.ts";

const preload = pathToFileURL(join(import.meta.dirname, "fault-injection.mjs")).href;

/** What happens to the program at one of its calls; for the kinds see fault-injection.mjs. */
export interface Mishap {
  kind: string;
  /** Counted from 1. */
  at: number;
}

/** A call that the program makes on a file of the workspace or of its state folder. */
export interface Call {
  changes: boolean;
  name: string;
  path: string;
}

/** Files by path, with what differs from run to run made equal. */
export type Snapshot = Map<string, string>;

export interface Ended extends Outcome {
  mishap: Mishap;
  /** The call that it happened at; undefined when the program made fewer. */
  call: Call | undefined;
  /** Folders of the run. */
  root: string;
  state: string;
  files: Snapshot;
}

/** One command, and the workspace it is run in. */
export interface Scenario {
  args: string[];
  /** A workspace that is copied for each run. */
  from: string;
  env?: Record<string, string>;
  /** What check may say of a run that was cut off, until it is finished by the next. */
  between?: RegExp;
}

/** Runs the command in a copy of the workspace, with a mishap. */
export async function runWith(scenario: Scenario, mishap: Mishap): Promise<Ended> {
  const place = copyOf(scenario.from);
  const {calls, ...outcome} = await runIn(place, scenario, mishap);
  return {...outcome, ...place, mishap, call: calls[mishap.at - 1], files: snapshot(place.root)};
}

/** All calls of a run without a mishap, in their order, and what it leaves. */
export async function cleanRun(scenario: Scenario): Promise<{calls: Call[]; files: Snapshot}> {
  const place = copyOf(scenario.from);
  const {code, stderr, calls} = await runIn(place, scenario, {kind: "none", at: 0});
  if (code !== 0) throw new Error(`the command fails by itself: ${stderr}`);
  return {calls, files: snapshot(place.root)};
}

/** Whatever can happen at the calls that are meant: errors in turn, the end at each change, half of each write. */
export function mishapsOf(
  calls: readonly Call[],
  isMeant: (call: Call) => boolean = () => true,
): Mishap[] {
  const errors = ["ENOSPC", "EIO", "EACCES"];
  return calls.flatMap((call, index) => {
    if (!isMeant(call)) return [];
    const {changes, name} = call;
    const at = index + 1;
    const error = {kind: errors[index % errors.length] ?? "EIO", at};
    // Where neither bytes nor names change, an end is the same as at the next call.
    if (!changes || /^(?:close|f?sync|chmod|chown)$/.test(name)) return [error];
    const torn = /^write|^append/.test(name) ? [{kind: "torn", at}] : [];
    return [error, {kind: "kill", at}, ...torn];
  });
}

/** Does all of it, two at a time: a run takes half a second, most of it the start. */
export async function inTwos<One, Result>(
  all: readonly One[],
  work: (one: One) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < all.length; index = next++) {
      results[index] = await work(all[index] as One);
    }
  };
  await Promise.all([worker(), worker()]);
  return results;
}

/** Files below a folder, git's own left out; six random characters of an id are x. */
export function snapshot(root: string): Snapshot {
  const names = readdirSync(root, {recursive: true, withFileTypes: true});
  const files = names.filter((entry) => entry.isFile());
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.includes(`${root}/.git/`))
      .map((path) => [sameIds(path.slice(root.length + 1)), sameIds(readFileSync(path, "utf8"))]),
  );
}

/** Names of drafts that are kept. */
export function draftsIn(state: string): string[] {
  const folder = join(state, "pm-talk", "drafts");
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names.map((name) => readFileSync(join(folder, name), "utf8"));
}

function sameIds(text: string): string {
  return text.replace(/(\d{4}-\d\d-\d\d-[a-z-]+-)[0-9a-hjkmnp-tv-z]{6}\b/g, "$1xxxxxx");
}

function copyOf(from: string): {root: string; state: string} {
  const folder = temporaryFolder();
  const [root, state] = [join(folder, "workspace"), join(folder, "state")];
  cpSync(from, root, {recursive: true});
  mkdirSync(state);
  return {root, state};
}

async function runIn(
  {root, state}: {root: string; state: string},
  {args, env}: Scenario,
  mishap: Mishap,
): Promise<Outcome & {calls: Call[]}> {
  const list = join(state, "..", "calls");
  const outcome = await pmTalk(args, {
    cwd: root,
    env: {
      ...surroundingsOf(state),
      ...env,
      PM_TALK_FAULT: JSON.stringify({...mishap, roots: [root, state], list}),
    },
    node: ["--import", preload],
  });
  return {...outcome, calls: readCalls(list)};
}

function readCalls(list: string): Call[] {
  const lines = existsSync(list) ? readFileSync(list, "utf8").split("\n") : [];
  return lines.flatMap((line) => {
    const [what, name, ...path] = line.split(" ");
    return name === undefined ? [] : [{changes: what === "change", name, path: path.join(" ")}];
  });
}

/** Where a run keeps what is no part of the workspace. */
export function surroundingsOf(state: string): Record<string, string> {
  return {HOME: state, XDG_STATE_HOME: state, XDG_CACHE_HOME: join(state, "cache")};
}
