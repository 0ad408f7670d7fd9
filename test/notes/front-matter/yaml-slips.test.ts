import {expect, test} from "vitest";
import {reportYaml} from "../read-file-reports.ts";

/** YAML lines; what is printed without the sentence about the cost. */
const slips: [string, ...string[]][] = [
  [
    "type: demo\nreason: budget: not before March",
    'x.md:3:15 error yaml-colon: a second ": " in this value ends it',
    "    reason: budget: not before March",
    "                  ^",
    '  Put it in quotes:  reason: "budget: not before March"',
  ],
  [
    'pitch: the "new": one',
    'x.md:2:17 error yaml-colon: a second ": " in this value ends it',
    '    pitch: the "new": one',
    "                    ^",
    "  Put it in quotes:  pitch: 'the \"new\": one'",
  ],
  [
    "via: x\n\tfirm: y",
    "x.md:3:1 error yaml-tab: a tab cannot indent a line in YAML",
    "        firm: y",
    "    ^^^^",
    "  Use spaces.",
  ],
  [
    "via: x\n: y",
    "x.md:3:1 error yaml-space: there is nothing in front of this colon",
    "    : y",
    "    ^",
    "  Write it as key: value.",
  ],
  [
    "pitch: - the short one",
    "x.md:2:8 error yaml-sign: a value cannot begin with - unless it is in quotes",
    "    pitch: - the short one",
    "           ^",
    '  Put it in quotes:  pitch: "- the short one"',
  ],
  [
    "tags:\n* pricing",
    "x.md:3:1 error yaml-anchor: a line of a list begins with - here, not with *",
    "    * pricing",
    "    ^",
    "  Begin it so:  - pricing",
  ],
  [
    "via: @ana",
    "x.md:2:6 error yaml-sign: a value cannot begin with @ unless it is in quotes",
    "    via: @ana",
    "         ^",
    '  Put it in quotes:  via: "@ana"',
  ],
  [
    "via: `ana`",
    "x.md:2:6 error yaml-sign: a value cannot begin with ` unless it is in quotes",
    "    via: `ana`",
    "         ^",
    '  Put it in quotes:  via: "`ana`"',
  ],
  [
    "contacts: [tom, @ana]",
    "x.md:2:17 error yaml-sign: a value cannot begin with @ unless it is in quotes",
    "    contacts: [tom, @ana]",
    "                    ^",
    '  Put it in quotes:  contacts: [tom, "@ana"]',
  ],
  [
    "reason: **very** late",
    "x.md:2:9 error yaml-anchor: a value cannot begin with * unless it is in quotes",
    "    reason: **very** late",
    "            ^",
    '  Put it in quotes:  reason: "**very** late"',
  ],
  [
    "firm: &Co Research",
    'x.md:2:7 error yaml-anchor: a value cannot begin with & here: "&Co" would be an anchor',
    "    firm: &Co Research",
    "          ^^^",
    '  Put it in quotes:  firm: "&Co Research"',
  ],
  [
    "reason: !important it is",
    "x.md:2:9 error yaml-tag: a value cannot begin with ! unless it is in quotes",
    "    reason: !important it is",
    "            ^",
    '  Put it in quotes:  reason: "!important it is"',
  ],
  [
    'reason: "He said "no" to me"',
    'x.md:2:18 error yaml-quotes: this " ends the value, and more text follows',
    '    reason: "He said "no" to me"',
    "                     ^",
    "  Use the other quotation marks around it:  reason: 'He said \"no\" to me'",
  ],
  [
    "reason: 'we don't know'\ndate: 2026-11-19",
    "x.md:2:16 error yaml-quotes: this ' ends the value, and more text follows",
    "    reason: 'we don't know'",
    "                   ^",
    '  Use the other quotation marks around it:  reason: "we don\'t know"',
  ],
  [
    'date: 2026-11-19\nreason: "too late\nvia: x',
    'x.md:3:9 error yaml-quotes: this " is not closed',
    '    reason: "too late',
    "            ^",
    '  Close it:  reason: "too late"',
  ],
  [
    'transcript: "calls\\quarter"',
    "x.md:2:19 error yaml-quotes: a backslash in double quotes begins an escape, and this is none",
    '    transcript: "calls\\quarter"',
    "                      ^^",
    "  Use single quotes around the value.",
  ],
  [
    "contacts: [tom, lena\nteam: ana",
    "x.md:2:11 error yaml-bracket: this [ is not closed",
    "    contacts: [tom, lena",
    "              ^",
    "  Close it:  contacts: [tom, lena]",
  ],
  [
    "date: 2026-11-19\npitch: a\ndate: 2026-11-20",
    'x.md:4:1 error yaml-duplicate: "date" stands here a second time',
    "    date: 2026-11-20",
    "    ^^^^",
    "  Keep one of the two; the first is  date: 2026-11-19",
  ],
  [
    "type:interview\ndate: 2026-11-19",
    "x.md:2:5 error yaml-space: there is no space behind this colon",
    "    type:interview",
    "        ^",
    "  Write  type: interview",
  ],
  [
    "type interview\ndate: 2026-11-19",
    "x.md:2:1 error yaml-space: there is no colon in this line",
    "    type interview",
    "    ^^^^",
    "  Write  type: interview",
  ],
  [
    "date: 2026-11-19\n  customer: gantry",
    "x.md:3:1 error yaml-indent: this line is indented, so it belongs to the value above",
    "      customer: gantry",
    "    ^^",
    "  Begin it in the first column:  customer: gantry",
  ],
  [
    "team:\n  - ana\n - ben",
    "x.md:4:1 error yaml-indent: this line is not indented as the one above it",
    "     - ben",
    "    ^",
    "  Begin all lines of a list in the same column.",
  ],
  [
    "pitch: v\u001b[2J3",
    "x.md:2:9 error yaml-character: there is a control character in the front matter",
    "    pitch: v\\x1b[2J3",
    "            ^^^^",
    "  Delete it.",
  ],
  [
    'pitch: "v3\u0007"',
    "x.md:2:11 error yaml-character: there is a control character in the front matter",
    '    pitch: "v3\\x07"',
    "              ^^^^",
    "  Delete it.",
  ],
  [
    "team: [ana\ncontacts: [jane-doe]",
    "x.md:2:7 error yaml-bracket: this [ is not closed",
    "    team: [ana",
    "          ^",
    "  Close it:  team: [ana]",
  ],
  [
    "team: [ana,\n  ben\ncontacts: [jane-doe]",
    "x.md:2:7 error yaml-bracket: this [ is not closed",
    "    team: [ana,",
    "          ^",
    "  Write ] behind its last element.",
  ],
  [
    "via: x\nteam: [ana]]",
    "x.md:3:11 error yaml-bracket: this ] ends the list, and more text follows",
    "    team: [ana]]",
    "              ^",
    "  Take away what follows it, or put the whole value in quotes.",
  ],
  [
    "via: x\n%duration: 30",
    "x.md:3:1 error yaml-sign: a line cannot begin with %",
    "    %duration: 30",
    "    ^",
    "  Write  duration: 30",
  ],
  [
    "- type: interview",
    "x.md:2:1 error yaml-mapping: the lines here must be of the form key: value",
    "    - type: interview",
    "    ^^^^^^^^^^^^^^^^^",
    "  As in  customer: gantry  (a space behind the colon).",
  ],
  [
    "date: 2026-11-19\n...\nteam: ana",
    "x.md:3:1 error fence-close: ... does not close the front matter",
    "    ...",
    "    ^^^",
    "  Write --- here, or delete the line.",
  ],
  [
    'a: {b: "c"} d',
    "x.md:2:13 error yaml-syntax: YAML cannot be read from here on: bad indentation of a mapping entry",
    '    a: {b: "c"} d',
    "                ^",
    "  Each line must be of the form  key: value  ; put a text with signs in it in quotes.",
  ],
];

test.each(slips)("%j", async (yaml, ...lines) => {
  const expected = [...lines, "  The whole note is left out until then."];
  expect((await reportYaml("conversation", yaml)).split("\n")).toEqual(expected);
});

test("a hint's line can be read", async () => {
  for (const [yaml] of slips) {
    const hint = (await reportYaml("conversation", yaml)).split("\n").at(-2) ?? "";
    const mended = /^ {2}(?:Put it in quotes|Close it|Write|Use the other.*it):? {2}(.*)$/.exec(
      hint,
    );
    if (mended === null) continue;
    expect(await reportYaml("conversation", mended[1] ?? "")).not.toMatch(/yaml-/);
  }
});
