import {expect, test} from "vitest";
import {fieldsOf, read, reportYaml, valid} from "../read-file-reports.ts";

test("four fields make a conversation; the others have their defaults", () => {
  expect(fieldsOf("conversation", valid)).toMatchObject({
    type: "interview",
    date: "2026-11-19",
    customer: "gantry",
    team: ["ana"],
    contacts: [],
    status: "held",
    secondhand: false,
    consent: null,
    duration: null,
  });
});

test("a key without a value equals an absent key, and one text is a list of one", () => {
  const keys =
    "contacts:\nconsent:\nstatus:\nsecondhand:\nconcepts: fast-setup\nobservers: [eva, ]\ntags:\n  -\n  - a";
  expect(fieldsOf("conversation", `${valid}\n${keys}`)).toMatchObject({
    contacts: [],
    consent: null,
    status: "held",
    secondhand: false,
    concepts: ["fast-setup"],
    observers: ["eva"],
    tags: ["a"],
  });
});

test("asked and refused is not the same as not asked, and a wrong word is neither", () => {
  expect(fieldsOf("conversation", `${valid}\nconsent: []`)?.consent).toEqual([]);
  expect(fieldsOf("conversation", `${valid}\nconsent: [extern]`)?.consent).toBeNull();
  expect(fieldsOf("conversation", `${valid}\nconsent: [extern, internal]`)?.consent).toEqual([
    "internal",
  ]);
});

test("two notes do not share their lists", () => {
  expect(fieldsOf("conversation", valid)?.tags).not.toBe(fieldsOf("conversation", valid)?.tags);
});

test("team may be empty only when somebody else told us", async () => {
  const without = valid.replace("team: [ana]", "team: []");
  expect(fieldsOf("conversation", without)).toBeNull();
  expect(await reportYaml("conversation", without)).toBe(
    [
      "x.md:5:1 error team-missing: team has no value",
      "    team: []",
      "    ^^^^",
      "  Add who of us was there, as in  team: [ana]  (none of us: secondhand: true).",
      "  The whole note is left out until then.",
    ].join("\n"),
  );
  expect(fieldsOf("conversation", `${without}\nsecondhand: true`)?.team).toEqual([]);
});

test("what is missing is named, each at line 1", async () => {
  const lines = (await reportYaml("conversation", "pitch: v3")).split("\n");
  expect(lines.filter((line) => line.startsWith("x.md"))).toEqual([
    "x.md:1:1 error customer-missing: customer is missing",
    "x.md:1:1 error date-missing: date is missing",
    "x.md:1:1 error team-missing: team is missing",
    "x.md:1:1 error type-missing: type is missing",
  ]);
});

/** A field of a conversation; place, code and message; hint. */
const values: [string, string, string][] = [
  [
    "status: helt",
    '9 error status-invalid: status cannot be "helt"',
    "Did you mean held? Or: planned no-show cancelled no-answer.",
  ],
  [
    "channel: zoom",
    '10 error channel-invalid: channel cannot be "zoom"',
    "One of: in-person video phone chat email.",
  ],
  [
    "pitch: 1.10",
    "8 error pitch-invalid: pitch must be text; 1.10 is read as a number",
    'Put it in quotes:  pitch: "1.10"',
  ],
  [
    "pitch: True # v2",
    "8 error pitch-invalid: pitch must be text; True is read as a yes or no",
    'Put it in quotes:  pitch: "True"',
  ],
  [
    "contacts: [tom, 00e10]",
    "17 error contacts-invalid: each of contacts must be text; 00e10 is read as a number",
    'Put it in quotes:  "00e10"',
  ],
  [
    "contacts: [00e10]",
    "12 error contacts-invalid: each of contacts must be text; 00e10 is read as a number",
    'Put it in quotes:  contacts: ["00e10"]',
  ],
  [
    "consent: internal, external",
    '10 error consent-invalid: consent cannot be "internal, external"',
    "Write  consent: [internal, external]",
  ],
  [
    "tags: pricing, exports",
    '7 warning list-comma: "pricing, exports" is read as one name',
    "If there are several:  tags: [pricing, exports]",
  ],
  [
    "contacts: [[tom]]",
    "12 error contacts-invalid: each of contacts must be text; it is a list",
    "Write  contacts: [tom]",
  ],
  [
    "talk: 38%",
    '7 error talk-invalid: talk must be a number from 0 to 1; it is "38%"',
    "Write  talk: 0.38",
  ],
  [
    "talk: 38",
    "7 error talk-invalid: talk must be a number from 0 to 1; it is 38",
    "Write  talk: 0.38",
  ],
  [
    'questions: "7"',
    '12 error questions-invalid: questions must be a whole number, 0 or more; it is "7"',
    "Write  questions: 7",
  ],
  [
    "duration: 45 min",
    '11 error duration-invalid: duration must be a whole number, 0 or more; it is "45 min"',
    "Write  duration: 45",
  ],
  [
    "duration: -5",
    "11 error duration-invalid: duration must be a whole number, 0 or more; it is -5",
    "As in  duration: 30  (minutes)",
  ],
  [
    "duration: 1 hour",
    '11 error duration-invalid: duration must be a whole number, 0 or more; it is "1 hour"',
    "Write  duration: 60",
  ],
  [
    "talk: 1.5",
    "7 error talk-invalid: talk must be a number from 0 to 1; it is 1.5",
    "As in  talk: 0.4",
  ],
  [
    "logged: 19/11/2026",
    '9 error logged-invalid: logged must be a day that exists, written as 2026-11-20; it is "19/11/2026"',
    "Write  logged: 2026-11-19",
  ],
  [
    "logged: 9/11/2026",
    '9 error logged-invalid: logged must be a day that exists, written as 2026-11-20; it is "9/11/2026"',
    "As in  logged: 2026-11-20",
  ],
  [
    "contacts: [tom, Ann Lee: CFO]",
    "17 error contacts-invalid: each of contacts must be text; it is a mapping",
    'Put it in quotes:  "Ann Lee: CFO"',
  ],
  [
    "time: 9:30",
    '7 error time-invalid: time must be a time, as in "14:30"; it is "9:30"',
    'Put it in quotes:  time: "09:30"',
  ],
  [
    "secondhand: yes",
    '13 error secondhand-invalid: secondhand must be true or false; it is "yes"',
    "Write  secondhand: true",
  ],
  [
    "recording: zoom.us/j/1",
    '12 error recording-invalid: recording must be an http or https address; it is "zoom.us/j/1"',
    "Write  recording: https://zoom.us/j/1",
  ],
  [
    "recording: javascript:alert(1)",
    '12 error recording-invalid: recording must be an http or https address; it is "javascript:alert(1)"',
    "As in  recording: https://example.com/call",
  ],
  [
    "logged: 2026-2-3",
    '9 error logged-invalid: logged must be a day that exists, written as 2026-11-20; it is "2026-2-3"',
    "Write  logged: 2026-02-03",
  ],
  [
    "logged: 2026-02-31",
    "9 error logged-invalid: logged: there is no 2026-02-31",
    "As in  logged: 2026-11-20",
  ],
  [
    "logged: 20.11.2026",
    '9 error logged-invalid: logged must be a day that exists, written as 2026-11-20; it is "20.11.2026"',
    "Write  logged: 2026-11-20",
  ],
  [
    "logged: 2026",
    "9 error logged-invalid: logged must be a day that exists, written as 2026-11-20; it is 2026",
    "As in  logged: 2026-11-20",
  ],
  [
    "until: {{date}}",
    "8 error until-invalid: until must be a day that exists, written as 2026-11-20; it is a mapping",
    "Fill in the template's {{date}}.",
  ],
  [
    'contacts: ["", Tom]',
    "12 error contacts-invalid: each of contacts must not be empty",
    "Take it out of the list.",
  ],
  ['via: ""', "6 error via-invalid: via must not be empty", "Give it a value, or delete the line."],
  [
    'via: "a\\0b"',
    "6 error via-invalid: via must not hold NUL or half a character",
    "As in  via: some words",
  ],
  [
    "via: {name: Tom}",
    "6 error via-invalid: via must be text; it is a mapping",
    "As in  via: some words",
  ],
  [
    "meaningful: true",
    "1 error meaningful-reason: meaningful overrides the rule and needs a reason",
    "Add a line  reason: why the rule is wrong here",
  ],
  ["durration: 5", '1 warning key-unknown: "durration" is no field', "Did you mean duration?"],
  ["durratoin: 5", '1 warning key-unknown: "durratoin" is no field', "Did you mean duration?"],
  ["Tags: [a]", '1 warning key-unknown: "Tags" is no field', "Did you mean tags?"],
  [
    "evidence: [a]",
    '1 warning key-section: "evidence" in the front matter is not read',
    "It is a section of the body:  ## Evidence",
  ],
  [
    "next-steps: [a]",
    '1 warning key-section: "next-steps" in the front matter is not read',
    "It is a section of the body:  ## Next steps",
  ],
];

test.each(values)("%s", async (line, message, hint) => {
  const lines = (await reportYaml("conversation", `${valid}\n${line}`)).split("\n");
  expect(lines[0]).toBe(`x.md:6:${message}`);
  expect(lines[3]).toBe(`  ${hint}`);
});

test("a wrong value costs itself, and the note only where nothing could be counted without it", () => {
  expect(fieldsOf("conversation", `${valid}\nduration: long\npitch: v3`)).toMatchObject({
    duration: null,
    pitch: "v3",
  });
  for (const line of ["type: 3", "date: 2026-02-31", "customer: [a, b]", "team: [ana, 3]"]) {
    const field = new RegExp(`^${line.split(":")[0] ?? ""}:.*$`, "m");
    expect(fieldsOf("conversation", valid.replace(field, line))).toBeNull();
  }
  expect(fieldsOf("conversation", `${valid}\nstatus: maybe`)).toBeNull();
});

test.each([
  "pitch: {toString: a}",
  "talk: {toString: a}",
  "pitch: [{valueOf: a}]",
  "? {toString: a}\n: b",
  "toString: a",
])("%j is a fault of the file, not of ours", (line) => {
  expect(() => read("conversation", `---\n${valid}\n${line}\n---\n`)).not.toThrow();
});

test("a type is one of the built-in ones or of the config's", async () => {
  const lines = (await reportYaml("conversation", valid.replace("interview", "Sales-call"))).split(
    "\n",
  );
  expect(lines[0]).toBe('x.md:2:7 error type-invalid: type cannot be "Sales-call"');
  expect(lines[3]).toMatch(/^ {2}Did you mean sales-call\? Or: interview demo /);
});

test("unknown keys are kept; only those that look like a slip are warned of", () => {
  const {parsed, faults} = read(
    "conversation",
    `---\n${valid}\ncssclass: wide\nid: 5\ndurrratoin: 5\n---\n`,
  );
  expect(parsed?.unknownKeys).toEqual(["cssclass", "id", "durrratoin"]);
  expect(faults).toEqual([]);
});

test("a key that is near one that is there is only unknown", () => {
  expect(read("conversation", `---\n${valid}\ncusstomer: x\n---\n`).faults).toEqual([]);
});

test("in other kinds a wrong or missing value is null and the rest counts", async () => {
  const yaml = "importance: vast\nowner: ana";
  expect(fieldsOf("assumption", yaml)).toMatchObject({type: null, importance: null, owner: "ana"});
  expect(await reportYaml("assumption", yaml)).toBe(
    [
      "x.md:1:1 error created-missing: created is missing",
      "  Add the day it was written down, as in  created: 2026-11-20",
      "  The rest of the file counts.",
      "x.md:1:1 error statement-missing: statement is missing",
      "  Add it, as in  statement: We believe …  or as a heading  # We believe …",
      "  The rest of the file counts.",
      "x.md:1:1 error type-missing: type is missing",
      "  One of: desirability viability feasibility usability ethical.",
      "  The rest of the file counts.",
      'x.md:2:13 error importance-invalid: importance cannot be "vast"',
      "    importance: vast",
      "                ^^^^",
      "  One of: critical high medium low.",
      "  This value does not count; the rest of the file does.",
    ].join("\n"),
  );
});

test("a heading may stand for a statement or a title, and for nothing else", () => {
  const heading = "---\n\n# We believe so\n";
  const assumption = read("assumption", `---\ncreated: 2026-11-01\n${heading}`);
  expect(assumption.parsed?.fields.statement).toBe("We believe so");
  expect(assumption.faults.map((fault) => fault.code)).toEqual([
    "type-missing",
    "importance-missing",
  ]);
  const stated = read("decision", `---\ntitle: Drop it\n${heading}`);
  expect(stated.parsed?.fields.title).toBe("Drop it");
  expect(read("customer", `---\nstage: trial\n${heading}`).parsed?.fields.name).toBeNull();
});

test("a decision whose status is none is not read as accepted", () => {
  expect(fieldsOf("decision", "status: maybe")?.status).toBeNull();
  expect(fieldsOf("decision", "by: ana")?.status).toBe("accepted");
});

test("an override without who, when and why says nothing", async () => {
  const yaml =
    "statement: We believe\ntype: usability\nimportance: low\ncreated: 2026-11-01\noverride: validated\nby: eva";
  expect(fieldsOf("assumption", yaml)?.override).toBeNull();
  expect((await reportYaml("assumption", yaml)).split("\n")[0]).toBe(
    "x.md:6:1 error override-incomplete: override needs overridden and reason as well",
  );
  const whole = `${yaml}\noverridden: 2026-10-01\nreason: the pilot is signed`;
  expect(fieldsOf("assumption", whole)?.override).toBe("validated");
});
