import {defineConfig} from "vitest/config";

/** A calendar day must be the same day everywhere; Apia and Los Angeles are where local dates slip. */
const zones = ["UTC", "America/Los_Angeles", "Asia/Tokyo", "Pacific/Apia"];

/** Run once: what starts the built program, what reads the source itself, and pages in a browser. */
const spawned = ["test/spawned/**/*.test.ts"];
const source = ["test/architecture/**/*.test.ts"];
const browser = ["test/browser/**/*.test.ts"];
/** Some hundred strings through every command: none of them is a day. */
const naughty = ["test/naughty/**/*.test.ts"];
/** What texts say, where files lie, how a page looks, one faulty file a code: no day is computed in these. */
const dayless = ["notes", "render", "workspace", "faults"].map((dir) => `test/${dir}/**/*.test.ts`);
/** Commands are handed their day; one zone at each end of the world shows that they look for no other. */
const commands = ["cli", "docs"].map((dir) => `test/${dir}/**/*.test.ts`);
/** These take minutes, and no day of theirs is not tested beside them. */
const patient = ["test/cli/{guided/log,commands,report/output-file}.test.ts"];

function leftOut(zone: string): string[] {
  if (zone === "UTC") return [];
  if (zone === "Pacific/Apia") return [...dayless, ...patient];
  return [...dayless, ...commands];
}

export default defineConfig({
  test: {
    reporters: ["default", "./test/reporter.ts"],
    // By default one core is left idle, which is half of a small machine.
    maxWorkers: "100%",
    projects: [
      ...zones.map((TZ) => ({
        test: {
          name: TZ,
          env: {TZ},
          include: ["test/**/*.test.ts"],
          exclude: [...[...spawned, ...source, ...browser, ...naughty], ...leftOut(TZ)],
          // A thread shares the zone of its process; only a process of its own has another one.
          pool: "forks" as const,
          // Machines that run tests are shared: a slow one is not a failure.
          testTimeout: 60_000,
        },
      })),
      {test: {name: "source", include: source, testTimeout: 60_000}},
      {test: {name: "naughty", include: naughty, testTimeout: 120_000}},
      {test: {name: "browser", include: browser, testTimeout: 120_000}},
      {test: {name: "spawned", include: spawned, testTimeout: 120_000}},
    ],
  },
});
