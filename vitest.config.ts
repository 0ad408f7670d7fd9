import {defineConfig} from "vitest/config";

/** A calendar day must be the same day everywhere; Apia and Los Angeles are where local dates slip. */
const zones = ["UTC", "America/Los_Angeles", "Asia/Tokyo", "Pacific/Apia"];

export default defineConfig({
  test: {
    projects: [
      ...zones.map((TZ) => ({
        test: {
          name: TZ,
          env: {TZ},
          include: ["test/**/*.test.ts"],
          exclude: ["test/spawned/**"],
          pool: "threads" as const,
        },
      })),
      {test: {name: "spawned", include: ["test/spawned/**/*.test.ts"], testTimeout: 60_000}},
    ],
  },
});
