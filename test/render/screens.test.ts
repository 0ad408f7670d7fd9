import {Chalk} from "chalk";
import {expect, test} from "vitest";
import type {Document} from "../../src/reports/document.ts";
import {renderText} from "../../src/render/text.ts";
import {assumptions, last, overview, reportLast} from "./screens.ts";

function shown(document: Document, columns: number, unicode = true): string {
  return renderText(document, {columns, chalk: new Chalk({level: 0}), unicode});
}

test("the answer stands first, and an unreadable newer note right below it", () => {
  expect(shown(last, 80)).toBe(`\
Yesterday (Thu 2026-11-19): Ana and Farid, sales call with Gantry (Tom Berg).
Without selling: 14 days ago (Fri 2026-11-06), Ana with Acme (Jane Doe).
A NEWER NOTE CANNOT BE READ: 2026-11-19-gantry-sales-call-k7f3qa.md, line 6:
  pm-talk check
`);
});

test("at 20 columns a sentence wraps, a day stays whole, a file name breaks at its signs", () => {
  expect(shown(last, 20)).toBe(`\
Yesterday
  (Thu 2026-11-19):
  Ana and Farid,
  sales call with
  Gantry (Tom Berg).
Without selling: 14
  days ago
  (Fri 2026-11-06),
  Ana with Acme
  (Jane Doe).
A NEWER NOTE CANNOT
  BE READ:
  2026-11-19-gantry-
  sales-call-k7f3qa.
  md, line 6:
  pm-talk check
`);
});

test("rows stand in below the first title, and wide characters keep the columns straight", () => {
  const lines = shown(reportLast, 80).split("\n");
  expect(lines.slice(3, 16).join("\n")).toBe(`\
Who              last talk                        30 days  meaningful
  Ana    pm      Thu 2026-11-19  Gantry                 3           3
  Ben    pm      Fri 2026-11-13  Elm & Oak              3           2
  Chloe  design  Mon 2026-11-02  Bolt                   1           1
  Dev    eng     never
  Eva    exec    Thu 2026-10-22  Dune (listened)        1           1

Customers         last talk       by          wanted every  they are
  Harbor          Thu 2026-10-15  Ben         30 d, 6 late  neutral
  Dune Health     Thu 2026-10-22  Ben, Eva    30 d          neutral
  Bolt            Mon 2026-11-02  Ana, Chloe  60 d          advocate
  株式会社アクメ  Thu 2026-11-19  Ana, Farid  -             neutral 🙂
  … and 9 more (--all)`);
});

test("at 40 columns the day of the week goes, then the columns of least priority go below their row", () => {
  expect(shown(reportLast, 40)).toContain(`\
Customers         last talk   by
  Harbor          2026-10-15  Ben
    wanted every: 30 d, 6 late
    they are: neutral
  Dune Health     2026-10-22  Ben, Eva
`);
});

test("at 20 columns a row is a record", () => {
  expect(shown(reportLast, 20)).toContain(`\
Customers
 Harbor
   last talk:
     2026-10-15
   by: Ben
   wanted every: 30
     d, 6 late
   they are: neutral
 Dune Health
`);
});

test("marks meet at one line, the title's gap above it, the legend at the right end", () => {
  const lines = shown(overview, 80).split("\n");
  expect(lines.slice(5, 16).join("\n")).toBe(`\
What we believe                    each mark a customer: ■ did  □ told  · thinks
  against for
      □□■|■·     contested    New customers finish setup alone in       critical
                                under five minutes
         |       not tested   IT will allow our cloud connection        critical
         |□□     early yes    An admin, not IT, sets it up              high
      □□■|       invalidated  Customers will pay extra for SSO          high
        ·|■■□□□  validated    Finance leads want a link for the board   critical
                                instead of a deck of forty screenshots
         |       out of date  Auditors accept our export                medium
  Riskiest, because nobody has tested it: IT will allow our cloud connection`);
});

test("a screen without Unicode gets ASCII marks and signs", () => {
  const text = shown(overview, 80, false) + shown(assumptions, 80, false);
  expect(text).toContain("each mark a customer: # did  o told  . thinks");
  expect(text).toContain("      oo#|#.     contested ");
  expect(text).toContain("history    Sep not tested - Oct contested - Nov contested");
  expect(text).toContain("early no -> invalidated.");
  expect(text).toMatch(/^[\x20-\x7e\n]*$/);
});

test("what speaks for and against a belief: words first, their source below, its id at the right end", () => {
  const lines = shown(assumptions, 80).split("\n");
  expect(lines.slice(3, 20).join("\n")).toBe(`\
Note: 1 file left out: pm-talk check

New customers finish setup alone in under five minutes       critical, usability
  □□■|■·   CONTESTED    3 customers against, 2 for; split by segment
  - "He opened the help page four times, I counted"
      Gantry, enterprise, seen, Thu 2026-11-19                            k7f3qa
  + "Done before my coffee was"
      Bolt, smb, advocate, seen, Mon 2026-11-02                           b4x9te
  smb 0 against, 2 for · enterprise 3 against, 0 for: do not average them
  wrong if   two of five new customers need help
  missing    3 more customers with more than an opinion; one in enterprise; the
             "no" outweighs the "yes"
  left out   Corvid, Wed 2026-11-11: praise
  history    Sep not tested · Oct contested · Nov contested

IT will allow our cloud connection                         critical, feasibility
     |     NOT TESTED   Gantry was polite about it; that is not evidence`);
});
