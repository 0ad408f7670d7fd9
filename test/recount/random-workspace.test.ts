import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {expect, it} from "vitest";
import {countAssumptions} from "./naive-assumptions.ts";
import {countLast} from "./naive-last.ts";
import {readWorkspace} from "./naive-reader.ts";
import {talksOf} from "./naive-talks.ts";
import {randomToday, randomWorkspace, writeFiles} from "./random-workspace.ts";

it("gives the same files for the same seed, and others for another", () => {
  expect(randomWorkspace(7)).toEqual(randomWorkspace(7));
  expect(randomWorkspace(7)).not.toEqual(randomWorkspace(8));
});

it.runIf(process.env.TZ === "UTC")(
  "reaches every status, flag, strength and reason that the comparison is to see",
  {timeout: 60_000},
  () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= 40; seed++) {
      const root = mkdtempSync(join(tmpdir(), "recount-"));
      writeFiles(root, randomWorkspace(seed));
      const workspace = readWorkspace(root);
      rmSync(root, {recursive: true});
      const talks = talksOf(workspace);
      if (talks.some((talk) => talk.also.length > 0)) seen.add("merged");
      for (const band of countLast(workspace, talks, randomToday).bands) seen.add(band);
      for (const one of countAssumptions(workspace, talks, randomToday)) {
        for (const word of [one.status, one.strength, ...one.flags, ...one.blockers])
          seen.add(word);
        for (const {reason} of one.rows) seen.add(reason ?? "counted");
      }
    }
    const wanted =
      "merged last7 recent fading cold never untested stale contested validated invalidated " +
      "leaning-valid leaning-invalid inconclusive none weak moderate strong unchallenged " +
      "segment-split needs-refresh hindsight belief customers no-proof advocates-only not-fresh " +
      "segments counted compliment hypothetical reset expired one-per-customer";
    expect(wanted.split(" ").filter((word) => !seen.has(word))).toEqual([]);
  },
);
