import {parse} from "csv-parse/sync";
import fc from "fast-check";
import {expect, test} from "vitest";
import {visible} from "../../src/core/visible.ts";
import {renderCsv} from "../../src/render/csv.ts";
import type {Cell} from "../../src/reports/main-table.ts";

const one = (cell: Cell, raw = false): string | undefined => {
  const text = renderCsv({columns: ["id", "text"], rows: [["a", cell]]}, {raw});
  const rows: string[][] = parse(text);
  return rows[1]?.[1];
};

test("is a header of keys and a line for each row, ended as RFC 4180 has it", () => {
  expect(
    renderCsv({
      columns: ["id", "days", "met", "team", "due"],
      rows: [
        ["gantry", -2, true, ["ana", "ben"], null],
        ['Acme, "Inc."', 0, false, [], "2026-11-26"],
      ],
    }),
  ).toBe(
    'id,days,met,team,due\r\ngantry,-2,true,ana; ben,\r\n"Acme, ""Inc.""",0,false,,2026-11-26\r\n',
  );
  expect(renderCsv({columns: ["id"], rows: []})).toBe("id\r\n");
  expect(renderCsv({columns: ["id"], rows: [[null]]})).toBe('id\r\n""\r\n');
});

test.each([
  ["=1+1", "'=1+1"],
  ["+49 30 123", "'+49 30 123"],
  ["-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"],
  ['@SUM(1,"2")', `'@SUM(1,"2")`],
  ["   =1", "'   =1"],
  ["\u00a0\u3000=1", "'\u00a0\u3000=1"],
  ["＝1", "'＝1"],
  ["＋1", "'＋1"],
  ["－1", "'－1"],
  ["＠A1", "'＠A1"],
  ["\t=1", "'\t=1"],
  ["\tplain", "'\tplain"],
  ["\r=1", "'\\x0d=1"],
  ["\n=1", "'\n=1"],
  ["  \nplain", "'  \nplain"],
  ["\ufeff=1", "'\\ufeff=1"],
  ["\u200b=1", "\\u200b=1"],
  ["\x1b[31m=1", "\\x1b[31m=1"],
  ["a=1", "a=1"],
  ["'=1", "'=1"],
  ["", ""],
  ["two\nlines, and a \u202ebidi mark", "two\nlines, and a \\u202ebidi mark"],
])("%j can be opened in a spreadsheet", (typed, shown) => {
  expect(one(typed)).toBe(shown);
  expect(one(typed, true)).toBe(typed);
});

test("each text of a list is made safe, since `;` parts cells elsewhere", () => {
  expect(one(["a", "=1", " @b"])).toBe("a; '=1; ' @b");
  expect(one(["a", "=1"], true)).toBe("a; =1");
});

test("a number is a number, whatever its sign", () => {
  expect(one(-3)).toBe("-3");
});

test("every table reads back as it was written", () => {
  const text = fc.oneof(fc.string({unit: "binary"}), fc.stringMatching(/^[\s"',;=+@\r\n-]{0,8}$/));
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), {maxLength: 5}), (rows) => {
      const table = {columns: ["a", "b"], rows: [["x", "y"], ...rows]};
      const read = (raw: boolean): unknown => parse(renderCsv(table, {raw}), {bom: false});
      expect(read(true)).toEqual([["a", "b"], ...table.rows]);
      const safe = read(false) as string[][];
      for (const [index, row] of table.rows.entries()) {
        for (const [at, cell] of row.entries()) {
          const shown = safe[index + 1]?.[at] ?? "";
          expect(shown.replace(/^'/, "")).toBe(visible(cell).replace(/^'/, ""));
          expect(shown).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
        }
      }
    }),
  );
});
