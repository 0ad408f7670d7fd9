import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {dirname, join, posix} from "node:path";
import fastGlob from "fast-glob";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {addDays, daysBetween} from "../../src/core/calendar.ts";
import {PmTalkError} from "../../src/core/errors.ts";
import {compareText} from "../../src/core/text.ts";
import {demoBaseDay, readDemo, shiftDates, writeDemo} from "../../src/workspace/demo.ts";
import {templatesFolder} from "../../src/workspace/templates.ts";

const templates = templatesFolder();
const base = readDemo(demoBaseDay, templates);
const anyDay = /(?<!\d)\d{4}-\d\d-\d\d(?!\d)/g;
const daysIn = (text: string) => Array.from(text.matchAll(anyDay), ([day]) => day);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "pm-talk-demo-"));
});
afterEach(async () => {
  await rm(folder, {recursive: true, force: true});
});

describe("the files", () => {
  test("on the base day they are the template, byte for byte", async () => {
    const root = join(templates, "demo");
    const paths = (await fastGlob("**", {cwd: root, dot: true})).sort(compareText);
    expect(base.map(({path}) => path)).toEqual(paths);
    for (const {path, text} of base) {
      expect(text).toBe((await readFile(join(root, path), "utf8")).replaceAll("\r\n", "\n"));
    }
  });

  test("name no weekday and no month, which a shift would make wrong", () => {
    const names =
      /\b((mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december)\b/i;
    expect(base.filter(({text}) => names.test(text)).map(({path}) => path)).toEqual([]);
  });

  test("end in one newline and hold no control characters", () => {
    const odd = base.filter(({text}) => !/[^\n]\n$/.test(text) || /[^\P{Cc}\n]/u.test(text));
    expect(odd.map(({path}) => path)).toEqual([]);
  });

  test.each(["2026-11-20", "2027-02-28", "2031-07-01"])(
    "as of %s every link leads to a file",
    (day) => {
      const files = readDemo(day, templates);
      const paths = new Set(files.map(({path}) => path));
      const broken = files.flatMap(({path, text}) =>
        Array.from(text.matchAll(/\]\(([^)\s]+\.md)\)/g), ([, link]) =>
          posix.join(posix.dirname(path), link ?? ""),
        ).filter((target) => !paths.has(target)),
      );
      expect(broken).toEqual([]);
      const transcripts = files.flatMap(({text}) => /^transcript: (.*)$/m.exec(text)?.[1] ?? []);
      expect(transcripts.filter((path) => !paths.has(path))).toEqual([]);
      expect(transcripts).toHaveLength(1);
    },
  );
});

describe("shifting", () => {
  // Back over a leap day, a day on, over the turn of the year, to a leap day, ten years on.
  test.each(["2024-02-01", "2026-11-21", "2027-01-04", "2028-02-29", "2036-11-20"])(
    "to %s moves every day alike and nothing else",
    (day) => {
      const days = daysBetween(demoBaseDay, day);
      const pathOf = new Map(base.map(({path}) => [shiftDates(path, days), path]));
      const shifted = readDemo(day, templates);
      expect(shifted).toHaveLength(base.length);
      for (const {path, text} of shifted) {
        const before = base.find((file) => file.path === pathOf.get(path));
        expect(daysIn(text)).toEqual(daysIn(before?.text ?? "").map((one) => addDays(one, days)));
        expect(withoutDays(text)).toBe(withoutDays(before?.text ?? ""));
        expect(withoutDays(path)).toBe(withoutDays(before?.path ?? ""));
      }
    },
  );

  test("leaves no day of the template when it goes beyond all of them", () => {
    const before = new Set(base.flatMap(({path, text}) => [...daysIn(path), ...daysIn(text)]));
    const after = readDemo("2040-06-15", templates).flatMap(({path, text}) => [
      ...daysIn(path),
      ...daysIn(text),
    ]);
    expect(after.length).toBeGreaterThan(200);
    expect(after.filter((day) => before.has(day))).toEqual([]);
  });

  test("puts every conversation into the folder of its year", () => {
    for (const day of ["2026-11-20", "2027-03-01", "2023-05-05"]) {
      const years = readDemo(day, templates).flatMap(
        ({path}) => /^conversations\/(\d+)\/(\d+)-/.exec(path)?.slice(1, 3) ?? [],
      );
      expect(years.length).toBeGreaterThan(60);
      expect(years.filter((year, index) => index % 2 === 0 && year !== years[index + 1])).toEqual(
        [],
      );
    }
  });

  test.each([
    ["held on 2026-11-19.", "held on 2027-01-18."],
    ["2026-11-19-gantry-sales-call-k7f3qa", "2027-01-18-gantry-sales-call-k7f3qa"],
    ["../conversations/2026/2026-11-19-x.md", "../conversations/2027/2027-01-18-x.md"],
    ["archive/2025/2026-11-19-x.md", "archive/2025/2027-01-18-x.md"],
    ["2026-02-31 and 2026-13-01 are no days", "2026-02-31 and 2026-13-01 are no days"],
    ["12026-11-19, 2026-11-190, 2026-1-9", "12026-11-19, 2026-11-190, 2026-1-9"],
    ["(2026-09-15, go 2026-09-15)", "(2026-11-14, go 2026-11-14)"],
  ])("by sixty days: %s", (text, shifted) => {
    expect(shiftDates(text, 60)).toBe(shifted);
  });

  test("takes linear time on long runs of digits and dashes", () => {
    const hostile = "2026-".repeat(40_000) + "1".repeat(200_000);
    expect(shiftDates(hostile, 1)).toBe(hostile);
  });
});

describe("writing", () => {
  test("makes the folder and all files in it", async () => {
    const target = join(folder, "new", "demo");
    const written = await writeDemo(target, "2027-03-09");
    const expected = readDemo("2027-03-09", templates);
    expect(written).toEqual(expected.map(({path}) => path));
    for (const {path, text} of expected) {
      expect(await readFile(join(target, path), "utf8")).toBe(text);
    }
  });

  test("takes an empty folder, inside another workspace too", async () => {
    await writeFile(join(folder, "pm-talk.yml"), "version: 1\nteam: []\n");
    const target = join(folder, "empty");
    await mkdir(target);
    await writeDemo(target, demoBaseDay);
    expect(await readdir(target)).toContain("pm-talk.yml");
    expect(await readFile(join(folder, "pm-talk.yml"), "utf8")).toBe("version: 1\nteam: []\n");
  });

  test("touches nothing in a folder that holds something", async () => {
    await writeFile(join(folder, ".keep"), "mine");
    const error = await writeDemo(folder, demoBaseDay).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PmTalkError);
    expect(error).toMatchObject({
      code: "usage",
      message: `No sample workspace in ${folder}: something is in that folder already.`,
      hint: "Name a folder that is new or empty:  pm-talk demo pm-talk-demo",
    });
    expect(await readdir(folder)).toEqual([".keep"]);
  });

  test("refuses a file in place of the folder", async () => {
    const target = join(folder, "note.md");
    await writeFile(target, "mine");
    await expect(writeDemo(target, demoBaseDay)).rejects.toMatchObject({code: "usage"});
    await expect(writeDemo(join(target, "below"), demoBaseDay)).rejects.toMatchObject({
      code: "usage",
    });
    expect(await readFile(target, "utf8")).toBe("mine");
    expect(await readdir(dirname(target))).toEqual(["note.md"]);
  });
});

/** The text with every day, and a year folder before one, made alike. */
function withoutDays(text: string): string {
  return text.replace(/(?<!\d)\d{4}\/(?=\d{4}-\d\d-\d\d)/g, "YEAR/").replace(anyDay, "DAY");
}
