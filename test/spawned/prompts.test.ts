import {setTimeout as sleep} from "node:timers/promises";
import {describe, expect, test} from "vitest";
import {questions} from "./ask.ts";
import type {Step} from "./ask-driver.ts";

const ask = questions();
const up = "\u001b[A";
const down = "\u001b[B";
const pasteStart = "\u001b[200~";
const pasteEnd = "\u001b[201~";

const kind: Step = [
  "select",
  {
    message: "What was it?",
    choices: [{label: "Interview"}, {label: "Sales call"}, {label: "Demo"}],
    marked: "Sales call",
  },
];
const customer: Step = [
  "search",
  {
    message: "Customer?",
    choices: [
      {label: "Gantry", note: "you, 8 days ago"},
      {label: "Acme"},
      {label: "株式会社アクメ"},
    ],
  },
];
const people: Step = [
  "checkbox",
  {
    message: "Who was there?",
    choices: [
      {heading: "them"},
      {label: "Tom Berg"},
      {heading: "us"},
      {label: "you"},
      {label: "Farid"},
    ],
    ticked: ["you"],
  },
];
const said: Step = ["lines", {message: "What works for them?"}];
const why: Step = ["text", {message: "Because?"}];

describe("a paste into a list question", () => {
  const five = ["1", "2", "3", "4", "5"];
  test.each([
    ["bracketed", [`${pasteStart}1\r2\r\r3\r4\r5\r${pasteEnd}`]],
    ["bracketed, CRLF", [`${pasteStart}1\r\n2\r\n\r\n3\r\n4\r\n5\r\n${pasteEnd}`]],
    ["bracketed, in chunks", [`${pasteStart}1\r2\r`, `\r3\r4\r5`, `\r${pasteEnd}`]],
    ["in one chunk", ["1\r2\r\r3\r4\r5\r"]],
  ])("%s: keeps all, and answers nothing else", async (_, chunks) => {
    const session = ask([said, why]);
    await session.waitFor("What works for them?");
    for (const chunk of chunks) {
      session.send(chunk);
      await sleep(3);
    }
    await session.waitFor("- 5");
    await session.type("\r");
    await session.waitFor("Because?");
    await session.type("so\r");
    expect((await session.answered()).answers).toEqual([five, "so"]);
    expect(await session.left()).toEqual({code: 0, sane: true});
  });

  test("leaves an unfinished line in the input, and one that is refused", async () => {
    const session = ask([["lines", {message: "What works?", refused: "bad"}]]);
    await session.waitFor("What works?");
    await session.type(`${pasteStart}one\rbad\rtwo\rthr${pasteEnd}`);
    await session.waitFor('"bad" will not do.');
    await session.type("\u007f\u007f\u007fgood");
    await session.waitFor("- good");
    await session.type("\r");
    await session.waitFor("- thr");
    await session.type("ee\r");
    await session.waitFor("- three");
    await session.type("\r");
    const {answers, changes} = await session.answered();
    expect(answers).toEqual([["one", "good", "two", "three"]]);
    expect(changes).toEqual([["one"], ["one", "good", "two"], ["one", "good", "two", "three"]]);
  });

  test("of a megabyte is one line", async () => {
    const session = ask([said]);
    await session.waitFor("What works for them?");
    await session.type(`${pasteStart}${"x".repeat(1 << 20)}\r`);
    await session.type(`y${pasteEnd}`);
    await session.waitFor("- y");
    await session.type("\r");
    await session.type("\r");
    const {answers} = await session.answered();
    expect((answers[0] as string[]).map(({length}) => length)).toEqual([1 << 20, 1]);
  });
});

describe("a paste into other questions", () => {
  test("is one line, and submits nothing", async () => {
    const session = ask([why, kind, people, customer]);
    await session.waitFor("Because?");
    await session.type(`${pasteStart}no\r\nbudget\r${pasteEnd}`);
    await session.waitFor("no budget");
    await session.type("x\r");
    await session.waitFor("3. Demo");
    await session.type(`${pasteStart}1\r\r${pasteEnd}`);
    await session.type("\r");
    await session.waitFor("[ ] Farid");
    await session.type(`${pasteStart}1 \r${pasteEnd}`);
    await session.type("\r");
    await session.waitFor("Customer?");
    await session.type(`${pasteStart}acm\re${pasteEnd}`);
    await session.waitFor("New: acm e");
    await session.type("\r");
    const {answers} = await session.answered();
    expect(answers).toEqual(["no budget x", "Sales call", ["you"], "new acm e"]);
  });
});

describe("keys", () => {
  test("Enter takes what is marked, ticked or first", async () => {
    const session = ask([customer, kind, people, ["text", {message: "Who?", initial: "me"}]]);
    await session.waitFor("> Gantry");
    await session.type("\r");
    await session.waitFor("> 2. Sales call");
    await session.type("\r");
    await session.waitFor("[x] you");
    await session.type("\r");
    await session.waitFor("? Who? me");
    await session.type("\r");
    expect((await session.answered()).answers).toEqual(["Gantry", "Sales call", ["you"], "me"]);
  });

  test("digits choose, the space bar ticks, letters search, arrows move and keep what was typed", async () => {
    const session = ask([kind, people, customer, customer]);
    await session.waitFor("3. Demo");
    await session.type("3");
    await session.waitFor("> 3. Demo");
    await session.type("\r");
    await session.waitFor("> [ ] Tom Berg");
    await session.type(" ");
    await session.waitFor("> [x] Tom Berg");
    await session.type("23");
    await session.waitFor("> [x] Farid");
    await session.type("\r");
    await session.waitFor("Customer?");
    await session.type("a");
    await session.waitFor("> Acme");
    await session.type(down);
    await session.waitFor("> New: a");
    await session.type("\r");
    await session.waitFor("Customer?");
    // One chunk, as a slow line sends it.
    await session.type("gan\r");
    const {answers} = await session.answered();
    expect(answers).toEqual(["Demo", ["Tom Berg", "Farid"], "new a", "Gantry"]);
  });

  test("keys that mean nothing do nothing", async () => {
    const session = ask([kind, people]);
    await session.waitFor("> 2. Sales call");
    for (const key of ["\u001b[D", "\u001b[H", "\t", "\u001b[15~"]) await session.type(key);
    await session.type("\r");
    await session.waitFor("[x] you");
    await session.type("ai\t");
    await session.type("\r");
    expect((await session.answered()).answers).toEqual(["Sales call", ["you"]]);
  });

  test("Up takes the last line back for correction", async () => {
    const session = ask([said]);
    await session.waitFor("What works for them?");
    await session.type("one\r");
    await session.waitFor("- one");
    await session.type("twoo\r");
    await session.waitFor("- twoo");
    await session.type(up);
    await session.waitFor("- twoo");
    await session.type("\u007f");
    await session.type("\r");
    await session.waitFor("  - two\n");
    await session.type("\r");
    const {answers, changes} = await session.answered();
    expect(answers).toEqual([["one", "two"]]);
    expect(changes).toEqual([["one"], ["one", "twoo"], ["one"], ["one", "two"]]);
  });

  test("what is typed while the program thinks is heard by the next question", async () => {
    const session = ask([kind, ["think", 400], why, ["think", 400], said]);
    await session.waitFor("> 2. Sales call");
    await session.type("\r");
    await session.waitFor("? What was it? Sales call");
    await session.type("not now\r");
    await session.waitFor("Because? not now");
    for (const key of "fast\r") await session.type(key);
    await session.waitFor("- fast");
    await session.type("\r");
    expect((await session.answered()).answers).toEqual(["Sales call", "not now", ["fast"]]);
  });
});

describe("a question that is cancelled", () => {
  const opened: [string, Step, string][] = [
    ["select", kind, "3. Demo"],
    ["search", customer, "Acme"],
    ["checkbox", people, "[ ] Farid"],
    ["text", why, "Because?"],
    ["lines", said, "What works for them?"],
  ];
  test.each(opened)(
    "%s: ends with 130 and a sane terminal, whatever the way",
    async (_, step, seen) => {
      const ways = ["\u0003", "\u0004", "SIGTERM", "SIGHUP", "SIGINT"] as const;
      await Promise.all(
        ways.map(async (way) => {
          const session = ask([["text", {message: "First?"}], step], {});
          await session.waitFor("First?");
          await session.type("1\r");
          await session.waitFor(seen);
          if (way.length === 1) await session.type(way);
          else session.signalProgram(way as "SIGTERM");
          expect((await session.answered()).answers).toEqual(["1"]);
          expect([way, await session.left()]).toEqual([way, {code: 130, sane: true}]);
        }),
      );
    },
  );

  test("in the middle of a list: what was not entered yet is told all the same", async () => {
    for (const way of ["\u0003", "SIGHUP"]) {
      const session = ask([["lines", {message: "What works?", refused: "bad"}]]);
      await session.waitFor("What works?");
      session.send(`${pasteStart}one\rbad\rtwo\rthree${pasteEnd}`);
      await session.waitFor('"bad" will not do.');
      if (way === "SIGHUP") session.signalProgram(way);
      else await session.type(way);
      expect((await session.answered()).changes).toEqual([["one"], ["one", "two", "three"]]);
    }
  });

  test("because what was typed cannot be kept: that is the error, and the terminal is sane", async () => {
    const session = ask([["lines", {message: "What works?", full: true}]]);
    await session.waitFor("What works?");
    await session.type("one\r");
    expect((await session.answered()).answers).toEqual([]);
    expect(await session.left()).toEqual({code: 3, sane: true});
  });

  test("between two questions: the next one is not asked", async () => {
    for (const way of ["\u0003", "SIGTERM"]) {
      const session = ask([["say", "Wait."], ["think", 300], why]);
      await session.waitFor("Wait.");
      if (way === "SIGTERM") session.signalProgram(way);
      else await session.type(way);
      expect((await session.answered()).answers).toEqual([]);
      expect(await session.left()).toEqual({code: 130, sane: true});
      expect(session.text).not.toContain("Because?");
    }
  });

  test("and the terminal that is gone ends the program", async () => {
    const session = ask([why]);
    await session.waitFor("Because?");
    session.hangUp();
    expect((await session.answered()).answers).toEqual([]);
  });
});
