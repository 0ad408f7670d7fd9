import {Chalk} from "chalk";
import {describe, expect, test} from "vitest";
import {formatNames, formatOfFile, formats} from "../../src/render/formats.ts";
import type {MainTable} from "../../src/reports/main-table.ts";
import {overview} from "./screens.ts";

const options = {
  columns: 80,
  chalk: new Chalk({level: 0}),
  unicode: true,
  linkTo: (file: string) => `../${file}`,
};

const table = (): MainTable => ({columns: ["id"], rows: [["gantry"]]});

describe.each(formatNames)("%s", (name) => {
  const format = formats[name];

  test("ends in exactly one newline and says the same twice", async () => {
    const report = {document: () => overview, envelope: () => ({kind: "overview"}), table};
    const text = await format.render(report, options);
    expect(text).toMatch(/[^\n]\n$/);
    expect(await format.render(report, options)).toBe(text);
  });

  test("builds only what it needs", async () => {
    const never = (): never => {
      throw new Error("not needed");
    };
    const reports = {
      data: {document: never, envelope: () => ({}), table: never},
      table: {document: never, envelope: never, table},
      page: {document: () => overview, envelope: never, table: never},
      document: {document: () => overview, envelope: never, table: never},
    };
    const report = reports[format.needs];
    expect(await format.render(report, options)).not.toBe("");
  });

  test("is chosen by the endings of its files", () => {
    for (const extension of format.extensions) {
      expect(formatOfFile(`out/report.v2.${extension.toUpperCase()}`)).toBe(name);
    }
  });
});

test.each(["report", "report.docx", "a.md/report", ".json/x", "constructor"])(
  "%s asks for no format",
  (path) => {
    expect(formatOfFile(path)).toBeNull();
  },
);

test("no two formats share an ending", () => {
  const all = formatNames.flatMap((name) => [...formats[name].extensions] as string[]);
  expect(new Set(all).size).toBe(all.length);
});
