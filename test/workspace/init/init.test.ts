import {existsSync, readFileSync, statSync, symlinkSync, chmodSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {initWorkspace, type InitOptions} from "../../../src/workspace/init/init.ts";
import {loadConfig} from "../../../src/workspace/load-config.ts";
import {loadWorkspace} from "../../../src/workspace/load.ts";
import {folderOf, writeAll} from "../folder.ts";
import {emptyRepository, everythingIn, gitIn} from "../git/repository.ts";

const env = {PATH: process.env["PATH"], HOME: "/nonexistent", GIT_CONFIG_GLOBAL: "/dev/null"};
const init = (root: string, options: Partial<InitOptions> = {}) =>
  initWorkspace(root, {handle: "ana", env, ...options});
const configOf = (root: string) => readFileSync(join(root, "pm-talk.yml"), "utf8");

const all = [
  "pm-talk.yml",
  "conversations/.gitkeep",
  "customers/.gitkeep",
  "assumptions/.gitkeep",
  "concepts/.gitkeep",
  "decisions/.gitkeep",
  "README.md",
];

describe("a new workspace", () => {
  test("is read without a complaint, knows the member, and keeps all defaults", async () => {
    const root = join(folderOf(), "new/insights");
    const done = await init(root, {
      name: "Ana  Ruiz: PM",
      email: "ana@example.com",
      function: "pm",
      templates: true,
    });
    expect(done).toEqual({
      root,
      written: [...all, "templates/interview.md", "templates/sales-call.md"],
      changed: [],
      left: [],
      hook: null,
      ci: null,
    });
    const {config, diagnostics, collection} = await loadWorkspace(root, {
      today: "2026-11-20",
      strays: true,
    });
    expect(diagnostics).toEqual([]);
    expect(collection.counts.files).toBe(0);
    expect(config.team).toMatchObject([
      {handle: "ana", name: "Ana Ruiz: PM", emails: ["ana@example.com"], function: "pm"},
    ]);
    expect(config.goals).toEqual({pm: 2, leader: 1});
  });

  test("each default in it can be switched on by taking away its #, and changes nothing", async () => {
    const root = folderOf();
    await init(root);
    const before = await loadConfig(root);
    const lines = configOf(root).split("\n");
    const start = lines.findIndex((line) => line.startsWith("# The defaults"));
    const on = lines.map((line, index) => (index > start ? line.replace(/^# /, "") : line));
    writeAll(root, {"pm-talk.yml": on.join("\n")});
    expect(on.join("\n")).toMatch(/^retention: 24/m);
    expect(await loadConfig(root)).toEqual(before);
  });

  test("takes git's address, and has nobody in it without a handle", async () => {
    const {root, env} = emptyRepository();
    await initWorkspace(root, {handle: "ana", env});
    expect((await loadConfig(root)).team).toMatchObject([{emails: ["ana@example.com"]}]);
    const other = folderOf();
    await init(other, {handle: null});
    expect((await loadConfig(other)).team).toEqual([]);
  });

  test("run again changes nothing, byte for byte", async () => {
    const root = folderOf();
    await init(root, {email: "ana@example.com"});
    const before = everythingIn(root);
    expect(await init(root, {email: "ANA@example.com"})).toEqual({
      root,
      written: [],
      changed: [],
      left: all,
      hook: null,
      ci: null,
    });
    expect(everythingIn(root)).toEqual(before);
  });

  test("leaves files that are there, and writes what is missing", async () => {
    const root = folderOf({"README.md": "ours", "customers/gantry.md": "---\nname: Gantry\n---\n"});
    const done = await init(root);
    expect(done.left).toEqual(["README.md"]);
    expect(done.written).toEqual(all.filter((file) => file !== "README.md"));
    expect(readFileSync(join(root, "README.md"), "utf8")).toBe("ours");
  });
});

describe("refused, with nothing written", () => {
  test.each([
    ["me", '"me" means something else in notes.', "Another handle?"],
    ["Them", '"Them" means something else in notes.', "Another handle?"],
    [
      "ana ruiz",
      '"ana ruiz" cannot be a handle.',
      "One word of letters, digits, dots and dashes, as in --me ana",
    ],
    ["", '"" cannot be a handle.', "One word of letters, digits, dots and dashes, as in --me ana"],
  ])("the handle %j", async (handle, message, hint) => {
    const root = folderOf();
    await expect(init(root, {handle})).rejects.toMatchObject({code: "usage", message, hint});
    expect(existsSync(join(root, "pm-talk.yml"))).toBe(false);
  });

  test("a function that is none", async () => {
    await expect(init(folderOf(), {function: "sale"})).rejects.toMatchObject({
      message: '"sale" is no function.',
      hint: "Did you mean sales? Functions: pm design eng research sales marketing cs exec",
    });
  });

  test("a file, a folder inside a workspace, a link in place of a folder", async () => {
    const root = folderOf({"pm-talk.yml": "version: 1\nteam: []\n", "customers/a.txt": ""});
    await expect(init(join(root, "customers/a.txt"))).rejects.toMatchObject({
      message: `${join(root, "customers/a.txt")} is a file.`,
    });
    await expect(init(join(root, "customers"))).rejects.toMatchObject({
      code: "usage",
      message: `${join(root, "customers")} lies in the workspace ${root} already.`,
      hint: `To work on that one:  pm-talk init ${root} --me ana`,
    });
    const outside = folderOf();
    symlinkSync(outside, join(root, "decisions"));
    await expect(init(root)).rejects.toMatchObject({code: "not-written"});
    expect(everythingIn(outside).size).toBe(0);
  });

  test("a pm-talk.yml that is not valid is left as it is", async () => {
    const root = folderOf({"pm-talk.yml": "version: 1\nteam: [\n"});
    await expect(init(root)).rejects.toMatchObject({code: "usage"});
    expect(everythingIn(root).size).toBe(1);
  });

  test("an address that is another member's", async () => {
    const text = "version: 1\nteam:\n  - {handle: ben, emails: [b@x.example]}\n";
    const root = folderOf({"pm-talk.yml": text});
    await expect(init(root, {email: "B@x.example"})).rejects.toMatchObject({
      code: "usage",
      message: "B@x.example is the address of ben in pm-talk.yml already.",
    });
    expect(configOf(root)).toBe(text);
  });
});

describe("joining: every other byte of pm-talk.yml stays", () => {
  const member = "{handle: ana, name: Ana, emails: [a@x.example]}";
  const address = "a@x.example";
  test.each([
    ["an empty list", "team: []\nversion: 1\n", `team: [${member}]\nversion: 1\n`],
    [
      "members on a line each, with comments",
      "# top\nversion: 1 # one\nteam:\n  - {handle: ben} # Ben\n\n# end\nthemes:   [ a,b ]\n",
      `# top\nversion: 1 # one\nteam:\n  - {handle: ben} # Ben\n  - ${member}\n\n# end\nthemes:   [ a,b ]\n`,
    ],
    [
      "members as blocks, not indented, no newline at the end",
      "version: 1\nteam:\n- handle: ben\n  emails:\n    - b@x.example",
      `version: 1\nteam:\n- handle: ben\n  emails:\n    - b@x.example\n- ${member}\n`,
    ],
    [
      "one line for all",
      "version: 1\nteam: [{handle: ben}, {handle: eva, level: leader}, ]\n",
      `version: 1\nteam: [{handle: ben}, {handle: eva, level: leader}, ${member}, ]\n`,
    ],
    [
      "CRLF and a byte order mark",
      "\uFEFFversion: 1\r\nteam:\r\n  - {handle: ben}\r\ncommit: true\r\n",
      `\uFEFFversion: 1\r\nteam:\r\n  - {handle: ben}\r\n  - ${member}\r\ncommit: true\r\n`,
    ],
  ])("added to %s", async (_, before, after) => {
    const root = folderOf({"pm-talk.yml": before});
    const done = await init(root, {name: "Ana", email: address});
    expect(done.changed).toEqual(["pm-talk.yml"]);
    expect(configOf(root)).toBe(after);
  });

  test.each([
    ["no list", "{handle: ana, function: pm}", `{handle: ana, function: pm, emails: [${address}]}`],
    ["an empty list", "{emails: [], handle: ana}", `{emails: [${address}], handle: ana}`],
    [
      "a list",
      "{handle: ana, emails: [o@x.example]}",
      `{handle: ana, emails: [o@x.example, ${address}]}`,
    ],
    [
      "one text",
      '{handle: ana, emails: "o@x.example"}',
      `{handle: ana, emails: ["o@x.example", ${address}]}`,
    ],
    [
      "an alias",
      "{handle: ar, aliases: [Ana]}",
      `{handle: ar, aliases: [Ana], emails: [${address}]}`,
    ],
    [
      "a block",
      "handle: ana # me\n    # her mail\n    emails:\n      - o@x.example",
      `handle: ana # me\n    # her mail\n    emails:\n      - o@x.example\n      - ${address}`,
    ],
    [
      "a block without one",
      "handle: ana\n    name: Ana # Ruiz",
      `handle: ana\n    name: Ana # Ruiz\n    emails: [${address}]`,
    ],
  ])("the address added to a member with %s", async (_, before, after) => {
    const frame = (ana: string) =>
      `version: 1\nteam:\n  - {handle: ben}\n  - ${ana}\n  - {handle: eva}\n# end\n`;
    const root = folderOf({"pm-talk.yml": frame(before)});
    chmodSync(join(root, "pm-talk.yml"), 0o640);
    const done = await init(root, {email: address});
    expect(done.changed).toEqual(["pm-talk.yml"]);
    expect(configOf(root)).toBe(frame(after));
    expect(statSync(join(root, "pm-talk.yml")).mode & 0o777).toBe(0o640);
  });

  test("a name that YAML would read otherwise is quoted", async () => {
    const root = folderOf({"pm-talk.yml": "version: 1\nteam: []\n"});
    const name = `O'Neil, "Jo" #1: [x] {y} & *z`;
    await init(root, {handle: "123", name, email: "null"});
    expect((await loadConfig(root)).team).toMatchObject([{handle: "123", name, emails: ["null"]}]);
  });
});

describe("the README", () => {
  const readme = (root: string) => readFileSync(join(root, "README.md"), "utf8");
  const remote = async (url: string) => {
    const repository = emptyRepository();
    repository.git("remote", "add", "origin", url);
    await initWorkspace(join(repository.root, "insights"), {handle: null, env: repository.env});
    return readme(join(repository.root, "insights"));
  };

  test.each([
    "https://github.com/acme/product.git",
    "git@github.com:acme/product.git",
    "ssh://git@github.com/acme/product",
    "https://user:s3cret@github.com/acme/product/",
  ])("on GitHub (%s) links to a new note with the template in it", async (url) => {
    const text = await remote(url);
    const links = [...text.matchAll(/\]\((https:[^)]*)\)/g)].map(
      (match) => new URL(match[1] ?? ""),
    );
    expect(links.map((link) => link.pathname)).toEqual([
      "/acme/product/new/main",
      "/acme/product/new/main",
    ]);
    expect(links[0]?.searchParams.get("filename")).toBe("insights/conversations/NAME.md");
    expect(links[0]?.searchParams.get("value")).toMatch(/^---\ntype: interview\n[^]*## What works/);
    expect(links[1]?.searchParams.get("value")).toMatch(/^---\ntype: sales-call\n[^]*## The ask/);
    expect(text).not.toContain("s3cret");
    expect(text).not.toContain("{{");
  });

  test("elsewhere shows how a note begins, and that note can be read", async () => {
    const {root, env} = gitIn(folderOf());
    await initWorkspace(root, {handle: "your-handle", env});
    const note = /```markdown\n([^]*?)```/.exec(readme(root))?.[1] ?? "";
    writeAll(root, {"conversations/first.md": note});
    const {collection, diagnostics} = await loadWorkspace(root, {today: "2026-11-20"});
    expect(diagnostics).toEqual([]);
    expect(collection.conversations).toMatchObject([{id: "first", customer: "Their name"}]);
    expect(await remote("https://github.com.evil.example/acme/product")).toContain("```markdown");
  });
});
