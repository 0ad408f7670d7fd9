import {loadWorkspace} from "../../src/workspace/load.ts";
import {runCli} from "../cli/harness.ts";
import {type Ended, type Scenario, type Snapshot, surroundingsOf} from "./faults.ts";

/** What a workspace looked like before a command, and looks like after it. */
export interface Sides {
  before: Snapshot;
  after: Snapshot;
}

/** What is wrong with how a run ended, in one line each; none for a run that kept all promises. */
export async function complaintsAbout(
  ended: Ended,
  sides: Sides,
  scenario: Scenario,
): Promise<string[]> {
  const killed = ended.code === null;
  const found = [
    ...halfDone(ended.files, sides),
    ...(killed ? [] : wrongAnswer(ended, sides)),
    ...(await faultsIn(ended.root)).filter((fault) => scenario.between?.test(fault) !== true),
  ];
  if (killed) found.push(...(await failsAgain(ended, scenario)));
  return found.map((complaint) => `${sceneOf(ended)}: ${complaint}`);
}

/** Each file holds its old bytes or its new ones, under its old name or its new one; none is lost in between. */
function halfDone(files: Snapshot, {before, after}: Sides): string[] {
  const whole = new Set([...before.values(), ...after.values()]);
  const seen = [...files].filter(([path]) => !isHidden(path));
  const odd = seen.filter(
    ([path, text]) => !whole.has(text) || !(before.has(path) || after.has(path)),
  );
  const gone = [...before.keys()].filter((path) => after.has(path) && !files.has(path));
  const fewest = Math.min(before.size, after.size);
  return [
    ...odd.map(([path, text]) => `${path} is neither old nor new (${String(text.length)} signs)`),
    ...gone.map((path) => `${path} is gone`),
    ...(seen.length < fewest ? [`${String(seen.length)} files are left of ${String(fewest)}`] : []),
  ];
}

function wrongAnswer({code, stderr, files, call}: Ended, {before, after}: Sides): string[] {
  const found: string[] = [];
  if (code !== 0 && code !== 2 && code !== 3) found.push(`exit ${String(code)}: ${stderr}`);
  if (/\n {4}at /.test(stderr)) found.push(`a stack is shown: ${stderr}`);
  if (code === 0 && !sameFiles(files, after)) found.push("exit 0, and it is not done");
  if (code === 2 && !sameFiles(files, before)) found.push("exit 2, and something was written");
  const left = [...files.keys()].filter(isHidden);
  const couldNotRemove = call !== undefined && isHidden(call.path);
  if (left.length > 0 && !couldNotRemove) found.push(`${left.join(", ")} is left behind`);
  return found;
}

async function faultsIn(root: string): Promise<string[]> {
  const {diagnostics} = await loadWorkspace(root, {today: "2026-11-20"});
  const errors = diagnostics.filter(({severity}) => severity === "error");
  return errors.map(({file, message}) => `check finds ${file}: ${message}`);
}

/** Whoever was interrupted types the same once more. */
async function failsAgain({root, state}: Ended, {args, env}: Scenario): Promise<string[]> {
  const again = await runCli(args, {cwd: root, env: {...surroundingsOf(state), ...env}});
  if (again.code !== 0) return [`again: exit ${String(again.code)}: ${again.stderr}`];
  return (await faultsIn(root)).map((fault) => `again: ${fault}`);
}

function sameFiles(files: Snapshot, wanted: Snapshot): boolean {
  const seen = [...files].filter(([path]) => !isHidden(path));
  return seen.length === wanted.size && seen.every(([path, text]) => wanted.get(path) === text);
}

/** A temporary file: its name begins with a dot, or it ends in a number behind the name of the file it was for. */
function isHidden(path: string): boolean {
  return /(?:^|\/)\.[^/]*$|\.md\.\d+$/.test(path);
}

function sceneOf({mishap, call}: Ended): string {
  const path = call?.path.replace(/^.*\/(workspace|state)\//, "$1/") ?? "nothing";
  return `${mishap.kind} at ${String(mishap.at)}, ${call?.name ?? ""} ${path}`;
}
