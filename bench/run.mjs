// Prints how long the built program takes, as medians and as ratios to what the machine needs for nothing
// (`node -e 0`) and for parsing alone. Times of one machine say little about another; ratios say more.
import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {cpus, loadavg, release, tmpdir, totalmem, type} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {setTimeout as sleep} from "node:timers/promises";
import {parseArgs} from "node:util";
import {today, writeWorkspace} from "./workspace.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const bin = here("../bin/pm-talk.js");

/** Those without --no-cache use what a run before them has kept. */
const commands = [
  "last --no-cache",
  "last",
  "list",
  "report last",
  "report assumptions",
  "check",
  "search help page",
];

/** The least that any program on node takes. */
const nothing = {name: "node -e 0", args: ["-e", "0"]};

/** Where the program keeps what it read, so that the user's own cache is left alone. */
let cache = "";

const {values} = parseArgs({
  options: {
    runs: {type: "string", default: "5"},
    sizes: {type: "string", default: "1000,10000"},
  },
});
const runs = Number(values.runs);
const sizes = values.sizes.split(",").map(Number);
if (![runs, ...sizes].every((number) => Number.isInteger(number) && number > 0)) {
  console.error("Usage: npm run bench -- [--runs 5] [--sizes 1000,10000]");
  process.exitCode = 2;
} else {
  const folder = mkdtempSync(join(tmpdir(), "pm-talk-bench-"));
  cache = join(folder, "cache");
  try {
    await bench(folder);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

async function bench(folder) {
  printMachine();
  const small = join(folder, "small");
  writeWorkspace(small, 40);
  await sleep(2500);
  timeOf(program("last", small));
  printTable("Start-up (last: in a workspace of 40 notes)", [
    nothing,
    program("--version", small),
    program("--help", small),
    program("last --no-cache", small),
    program("last", small),
  ]);
  for (const size of sizes) {
    const root = join(folder, String(size));
    writeWorkspace(root, size);
    // What was changed just now is not trusted, so the notes grow old before they are kept.
    await sleep(2500);
    timeOf(program("last", root));
    printTable(`${size.toLocaleString("en")} notes`, [
      nothing,
      {name: "parse only", args: [here("parse-only.mjs"), root], floor: true},
      ...commands.map((line) => program(line, root)),
      {...program("log customer-1 --type interview --works", root), log: true},
    ]);
  }
}

function printMachine() {
  const [cpu] = cpus();
  const load = loadavg()[0]?.toFixed(1);
  const memory = Math.round(totalmem() / 2 ** 30);
  console.log(`node ${process.version}, ${type()} ${release()}, ${process.arch}`);
  console.log(`${cpus().length} x ${cpu?.model.trim()}, ${memory} GiB, load ${load} at the start`);
  console.log(
    `Medians of ${runs} interleaved runs, files in the system's cache; ours is warm but for --no-cache.`,
  );
}

function program(line, cwd) {
  const args = line.split(" ");
  return {
    name: line
      .split(" ")
      .slice(0, line.startsWith("log") ? 1 : 3)
      .join(" "),
    args: [bin, ...args],
    cwd,
  };
}

/** Runs all of them in turn, so that a busy moment of the machine falls on all alike. */
function printTable(title, tasks) {
  const times = new Map(tasks.map((task) => [task, []]));
  for (let round = 0; round < runs; round++)
    for (const task of tasks) times.get(task).push(timeOf(task, round));
  const bare = median(times.get(tasks[0]));
  const floor = tasks.find((task) => task.floor);
  const parse = floor === undefined ? null : median(times.get(floor));
  console.log(
    `\n${title.padEnd(44)}   ms    min    max  x node${parse === null ? "" : "  x parse"}`,
  );
  for (const task of tasks) {
    const all = times.get(task);
    const ms = median(all);
    const cells = [ms, Math.min(...all), Math.max(...all)].map((time) =>
      time.toFixed(0).padStart(7),
    );
    const ratios = [ms / bare, ...(parse === null ? [] : [ms / parse])];
    const shown = ratios.map((ratio, index) => ratio.toFixed(1).padStart(index === 0 ? 8 : 9));
    console.log(`  ${task.name.padEnd(40)}${cells.join("")}${shown.join("")}`);
  }
}

/** Milliseconds from start to end of one process. */
function timeOf(task, round) {
  const args = task.log ? [...task.args, `It took ${round} mornings`, "--json"] : task.args;
  const begin = performance.now();
  const {status, stdout, stderr} = spawnSync(process.execPath, args, {
    cwd: task.cwd,
    env: environment(),
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const time = performance.now() - begin;
  if (status !== 0) throw new Error(`${task.name} ended with ${status}: ${stdout}${stderr}`);
  // What was logged goes again, so that every run reads the same files.
  if (task.log) for (const path of JSON.parse(stdout).data.created) rmSync(join(task.cwd, path));
  return time;
}

/** NODE_EXTRA_CA_CERTS alone costs more than the program's own start. */
function environment() {
  const env = {...process.env, PM_TALK_TODAY: today, PM_TALK_ME: "ana", XDG_CACHE_HOME: cache};
  delete env.NODE_EXTRA_CA_CERTS;
  delete env.NODE_OPTIONS;
  return env;
}

function median(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return (
    (sorted[Math.floor((sorted.length - 1) / 2)] + sorted[Math.ceil((sorted.length - 1) / 2)]) / 2
  );
}
