import {expect, test} from "vitest";
import {PmTalkError} from "../../src/core/errors.ts";
import {readConfig} from "../../src/notes/read-config.ts";

const least = "version: 1\nteam: []\n";

/** The example of the documentation: every key with its default. */
const whole = `version: 1
team:
  - {handle: ana, name: Ana Ruiz, emails: [ana@example.com], function: pm, level: ic, joined: 2025-03-01}
goals: {pm: 2, leader: 1}                 # meaningful conversations a month
segments: []                              # ids
types: {}                                 # roadshow: {live: true, selling: false}
headings: {}                              # pains: [Schmerzen]
themes: []                                # vocabulary
meaningful: {minutes: 15, talk: 0.65, words: 20}
evidence: {fresh: 180, expired: 365, customers: 5, against: 3, believe: 0.8, disbelieve: 0.2}
criteria: {conversations: 5, customers: 3, recent: 30, critical: true, disconfirming: 1, shaped: 1, segments: true, readable: true}
cadence: {}                               # days, by stage: customer: 90
calendar: {weekday: thursday, time: "10:00", length: 60}
privacy: names                            # or roles
commit: false
retention: 24                             # months
`;

async function refusal(text: string): Promise<[string, string | null]> {
  try {
    await readConfig(text);
  } catch (error) {
    if (error instanceof PmTalkError) return [error.message, error.hint];
    throw error;
  }
  return ["accepted", null];
}

test("what is left out has its default", async () => {
  const {team, ...defaults} = await readConfig(whole);
  expect(await readConfig(least)).toEqual({...defaults, team: []});
  expect(team[0]).toMatchObject({handle: "ana", joined: "2025-03-01", aliases: [], goal: null});
  expect(await readConfig(`\ufeff${least.replaceAll("\n", "\r\n")}`)).toEqual({
    ...defaults,
    team: [],
  });
});

test("a key without a value equals an absent key, and a type without one has its defaults", async () => {
  const config = await readConfig(
    `${least}segments:\ntypes:\n  roadshow:\n  dinner: {selling: true}\n`,
  );
  expect(config.segments).toEqual([]);
  expect(config.types).toEqual({
    roadshow: {live: true, selling: false},
    dinner: {live: true, selling: true},
  });
});

test("a goal that is left out keeps its default, and 0 sets none", async () => {
  expect((await readConfig(`${least}goals: {pm: 3}`)).goals).toEqual({pm: 3, leader: 1});
  expect((await readConfig(`${least}goals: {leader: 0}`)).goals).toEqual({pm: 2, leader: 0});
});

const members =
  "version: 1\nteam:\n  - {handle: ana, emails: [ana@example.com], aliases: [aruiz]}\n";

/** Config; place and message; hint. */
const refused: [string, string, string | null][] = [
  ["", "1:1 the file is empty", "pm-talk init writes one."],
  ["- a", "1:1 the file must hold keys with values", "As in  version: 1  with  team:  below it."],
  [
    "version: 2\nteam: []",
    "1:10 version 2 is newer than this pm-talk, which knows 1",
    "Update pm-talk.",
  ],
  ["team: []", "1:1 version is missing", "As in  version: 1"],
  [
    "version: one\nteam: []",
    '1:10 version must be a whole number, 1 or more; it is "one"',
    "As in  version: 1",
  ],
  [
    `${least}segmnts: []`,
    '3:1 unknown key "segmnts"',
    "Did you mean segments? Or: version team goals types headings themes meaningful evidence criteria cadence calendar privacy commit retention.",
  ],
  [
    `${least}goals: {pms: 2}`,
    '3:9 unknown key "pms"',
    "Did you mean pm? Or: design eng research sales marketing cs exec ic lead leader.",
  ],
  [
    `${least}goals: {pm: two}`,
    '3:13 goals.pm must be a whole number, 0 or more; it is "two"',
    "As in  pm: 30",
  ],
  [
    `${least}evidence:\n  fersh: 90`,
    '4:3 unknown key "fersh"',
    "Did you mean fresh? Or: expired customers against believe disbelieve.",
  ],
  [
    `${least}evidence: {fresh: 400}`,
    "3:11 evidence.expired must not be less than evidence.fresh",
    "As in  expired: 365",
  ],
  [
    `${least}evidence: {disbelieve: 0.9}`,
    "3:24 evidence.disbelieve must be less than evidence.believe",
    "As in  disbelieve: 0.2",
  ],
  [
    `${least}privacy: none`,
    '3:10 privacy must be one of: names roles; it is "none"',
    "One of: names roles.",
  ],
  [
    `${least}types: [roadshow]`,
    '3:9 types.0 must be a mapping of keys with values; it is "roadshow"',
    "As in  types: {roadshow: {live: true, selling: false}}",
  ],
  [
    `${least}cadence: {custmer: 90}`,
    '3:11 unknown key "custmer"',
    "Did you mean customer? Or: prospect trial churned lost partner.",
  ],
  [
    "version: 1\nteam: [ana]",
    '2:8 team member 1 must be a mapping of keys with values; it is "ana"',
    "As in  - {handle: ana, name: Ana Ruiz, emails: [ana@example.com], function: pm}",
  ],
  [
    "version: 1\nteam:\n  - {name: Ana}",
    "3:5 handle of team member 1 is missing",
    "As in  - {handle: ana, name: Ana Ruiz}",
  ],
  [
    "version: 1\nteam:\n  - {handle: me}",
    '3:14 "me" cannot be a handle',
    "them, me, leaders mean something else where a handle is asked for.",
  ],
  [
    "version: 1\nteam:\n  - {handle: Ana Ruiz}",
    '3:14 a handle must be one word; it is "Ana Ruiz"',
    "As in  handle: ana",
  ],
  [
    "version: 1\nteam:\n  - {handle: ana, function: pmm}",
    '3:29 function of team member 1 must be one of: pm design eng research sales marketing cs exec; it is "pmm"',
    "Did you mean pm? Or: design eng research sales marketing cs exec.",
  ],
  [
    "version: 1\nteam:\n  - {handle: ana, name: 5}",
    "3:25 name of team member 1 must be text; it is 5",
    'Put it in quotes:  name: "5"',
  ],
  [
    "version: 1\nteam:\n  - {handle: ana, joined: 2025-3-1}",
    '3:27 joined of team member 1 must be a day that exists, written as 2026-11-20; it is "2025-3-1"',
    "Write  joined: 2025-03-01",
  ],
  [
    "version: 1\nteam:\n  - {handle: ana, joined: 2025-03-01, left: 2024-03-01}",
    "3:45 ana left before they joined",
    null,
  ],
  [
    "version: 1\nteam:\n  - {handle: ana, away: [{from: 2026-07-21, to: 2026-07-01}]}",
    "3:49 ana comes back before they leave",
    null,
  ],
  [`${members}  - {handle: Ana}`, `4:14 "Ana" is ana's already`, "Give it to one of the two."],
  [`${members}  - {handle: ana}`, '4:14 two members are "ana"', "Give it to one of the two."],
  [
    `${members}  - {handle: ben, aliases: [ARuiz]}`,
    `4:29 "ARuiz" is ana's already`,
    "Give it to one of the two.",
  ],
  [
    `${members}  - {handle: ben, emails: [b@example.com, Ana@Example.com]}`,
    `4:43 "Ana@Example.com" is ana's already`,
    "Give it to one of the two.",
  ],
  [`${least}\tcommit: true`, "3:1 a tab cannot indent a line in YAML", "Use spaces."],
  [
    `${least}# Team\nprivacy: a: b`,
    '4:11 a second ": " in this value ends it',
    'Put it in quotes:  privacy: "a: b"',
  ],
  [
    `${least}version: 1`,
    '3:1 "version" stands here a second time',
    "Keep one of the two; the first is  version: 1",
  ],
  [
    `${least}segments: &a [*a]`,
    '3:11 a value cannot begin with & here: "&a" would be an anchor',
    'Put it in quotes:  segments: "&a [*a]"',
  ],
  [
    `${least}types: {__proto__: {live: true}}`,
    '3:9 "__proto__" cannot be a key',
    "Delete this line.",
  ],
];

test.each(refused)("%j", async (text, message, hint) => {
  expect(await refusal(text)).toEqual([`pm-talk.yml:${message}`, hint]);
});

test("a heading may be given to every section, under its key", async () => {
  const {headings} = await readConfig(`${least}headings: {pains: Schmerzen, evidence: [Belege]}`);
  expect(headings).toEqual({pains: ["Schmerzen"], evidence: ["Belege"]});
  expect(await refusal(`${least}headings: {pain: [Schmerzen]}`)).toMatchObject([
    'pm-talk.yml:3:12 unknown key "pain"',
    expect.stringMatching(/^Did you mean pains\?/),
  ]);
});
