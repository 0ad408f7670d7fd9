import fc from "fast-check";
import {expect, it} from "vitest";
import {linksFrom} from "../../../src/cli/register/line-links.ts";
import {lineChanges, linesAfter, withLines} from "../../../src/cli/register/set-lines.ts";
import type {ParsedFile} from "../../../src/notes/files.ts";
import {readFile} from "../../../src/notes/read-file.ts";
import {writeRegister} from "../../../src/notes/write-register.ts";
import {collectionOf, decision, note} from "../../builders.ts";

const notes = ["2026-11-19-gantry-demo-k7f3qa", "a (1) [draft]", "C# & co"];
const collection = collectionOf(
  notes.map((id, at) => note({id, customer: `c${String(at)}`})),
  decision({id: "d"}),
);
const {config} = collection;
const place = {kind: "decision", id: "d", file: "decisions/d.md"} as const;

const words = fc
  .string({unit: fc.constantFrom(..."ab :(),.-—[]#*`_\\\"'|<>&/→")})
  .map((text) => text.replace(/\s+/g, " ").trim());
const what = fc.option(words.filter((text) => text !== ""));
const because = fc.uniqueArray(fc.record({conversation: fc.constantFrom(...notes), what}), {
  selector: (row) => row.conversation,
});
const told = fc.uniqueArray(
  fc.record({
    customer: fc.constantFrom("acme", "Elm & Oak (Ltd.)", "https-co"),
    date: fc.constantFrom("2026-11-19", "2026-11-20"),
  }),
  {selector: (row) => row.customer},
);
const lines = fc.record({because, told});

function read(text: string): ParsedFile {
  const {parsed, faults} = readFile(place, text, config);
  expect(faults.filter(({severity}) => severity === "error")).toEqual([]);
  if (parsed === null) throw new Error("not read");
  return parsed;
}

function rows({body}: ParsedFile): unknown {
  const plain = (list: readonly object[]) => list.map((row) => ({...row, line: 0}));
  return {because: plain(body.lines.because), told: plain(body.lines.told)};
}

const fields = {date: "2026-11-20", title: "x", type: "price"};

it("every decision reads back as it was written, and as an edit of its lines says it will", () => {
  fc.assert(
    fc.property(lines, lines, (written, added) => {
      const linkOf = linksFrom(place.file, collection);
      const text = writeRegister("decision", fields, written, linkOf);
      const before = read(text);
      expect(rows(before)).toEqual({
        because: written.because.map((row) => ({...row, line: 0})),
        told: written.told.map((row) => ({...row, line: 0})),
      });
      const [declared] = collection.decisions;
      if (declared === undefined) throw new Error("no decision");
      const known = {...collection, decisions: [{...declared, ...before.body.lines}]};
      const changes = lineChanges(before, added, known);
      const edited = read(withLines(text, place, changes, config));
      const expected = {
        ...before,
        body: {...before.body, lines: linesAfter(before.body.lines, changes)},
      };
      expect(rows(edited)).toEqual(rows(expected));
      const talks = edited.body.lines.because.map((row) => row.conversation);
      expect(new Set(talks).size).toBe(talks.length);
    }),
    {numRuns: 150},
  );
});
