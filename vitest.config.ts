import {defineConfig} from "vitest/config";

/** A calendar day must be the same day everywhere; Apia and Los Angeles are where local dates slip. */
const zones = ["UTC", "America/Los_Angeles", "Asia/Tokyo", "Pacific/Apia"];

/** Run once: what starts the built program, and what reads the source itself. */
const spawned = ["test/spawned/**/*.test.ts"];
const source = ["test/architecture/**/*.test.ts"];
/** Some hundred strings through every command: none of them is a day. */
const naughty = ["test/naughty/**/*.test.ts"];
/** Some hundred faulty files, in whose texts no day is computed: one zone will do. */
const faults = ["test/faults/faults.test.ts"];

export default defineConfig({
  test: {
    reporters: ["default", "./test/reporter.ts"],
    projects: [
      ...zones.map((TZ) => ({
        test: {
          name: TZ,
          env: {TZ},
          include: ["test/**/*.test.ts"],
          exclude: [...spawned, ...source, ...naughty, ...(TZ === "UTC" ? [] : faults)],
          // A thread shares the zone of its process; only a process of its own has another one.
          pool: "forks" as const,
          // Machines that run tests are shared: a slow one is not a failure.
          testTimeout: 30_000,
        },
      })),
      {test: {name: "source", include: source, testTimeout: 60_000}},
      {test: {name: "naughty", include: naughty, testTimeout: 120_000}},
      {test: {name: "spawned", include: spawned, testTimeout: 60_000}},
    ],
  },
});
