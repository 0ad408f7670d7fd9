import {stripVTControlCharacters} from "node:util";
import {describe, expect, test} from "vitest";
import {widthOf} from "../../src/render/width.ts";
import {questions} from "./ask.ts";
import type {Step} from "./ask-driver.ts";

const ask = questions();
const long = "New customers finish setup alone in under five minutes";
const all: Step[] = [
  [
    "say",
    "Logging for today, Thu 2026-11-19, by you (ana).\n  wrong if: \u001b[31mtwo\u001b[0m of five need help",
  ],
  [
    "search",
    {
      message: "Customer?",
      choices: [{label: "株式会社アクメホールディングス", note: "you, 8 days ago"}, {label: long}],
    },
  ],
  [
    "select",
    {
      message: "Did any of it test one of these? (Enter: none)",
      choices: [{label: long}, {label: "株式会社".repeat(9)}],
    },
  ],
  [
    "checkbox",
    {
      message: "Who was there?",
      choices: [{heading: "them, as far as we know them"}, {label: long}],
      ticked: [],
    },
  ],
  ["lines", {message: "What has to change before they would use it?"}],
  ["text", {message: "What did you promise them, in their words? (Enter: nothing)"}],
];
const sentence = "Somebody 👩‍💻 other than 株式会社アクメ must be able to approve it";

/** Answers all questions, with a long sentence where one can be typed; gives back all that the terminal got. */
async function answerAll(env: Record<string, string>, columns: number): Promise<string> {
  const session = ask(all, {env, columns});
  for (const waited of ["Customer?", "1. New", "[ ] New"]) {
    await session.waitFor(waited);
    await session.type("\r");
  }
  await session.waitFor("What has to");
  await session.type(`${sentence}\r`);
  await session.waitFor("Somebody");
  await session.type("\r");
  await session.waitFor("What did you");
  await session.type(`${sentence}\r`);
  const {answers} = await session.answered();
  expect(answers.slice(-2)).toEqual([[sentence], sentence]);
  return session.raw.slice(0, session.raw.indexOf("code 0"));
}

test.each([20, 40, 80])("nothing is wider than %i columns, nor one more", async (columns) => {
  const raw = await answerAll({}, columns);
  const drawn = raw.split(/\r?\n|\u001b\[2K|\u001b\[\d*G/).map(stripVTControlCharacters);
  expect(drawn.filter((line) => widthOf(line) >= columns)).toEqual([]);
  // What a text would have the terminal do is shown.
  expect(drawn.join(" ")).toContain("\\x1b[31mtwo");
});

test("without colour no colour, and with it some", async () => {
  const color = /\u001b\[[\d;]*m/;
  expect(await answerAll({NO_COLOR: "1"}, 80)).not.toMatch(color);
  expect(await answerAll({}, 80)).toMatch(color);
});

test("a list that the window cannot show whole says so, and a shorter one does not", async () => {
  const list = (length: number): Step => [
    "select",
    {
      message: "Change what?",
      choices: Array.from({length}, (_, n) => ({label: `No ${String(n)}`})),
    },
  ];
  const session = ask([list(19), list(20)]);
  await session.waitFor("19. No 18");
  await session.type("\r");
  await session.waitFor("17. No 16");
  await session.waitFor("The arrows show the rest.");
  expect(session.text.match(/The arrows/g)).toHaveLength(1);
  await session.type("\r");
  expect((await session.answered()).answers).toEqual(["No 0", "No 0"]);
});

describe("a terminal that changes its width", () => {
  const said: Step = ["lines", {message: "What works?"}];
  const words = "a line that has to be broken in forty columns";

  test("is drawn to again, in its width", async () => {
    const session = ask([said], {columns: 80});
    await session.waitFor("What works?");
    await session.type(words);
    await session.waitFor(words);
    session.resize(40);
    await session.waitFor("in for\n    ty columns");
    await session.type("!\r");
    await session.waitFor("columns!\n");
    await session.type("\r");
    expect((await session.answered()).answers).toEqual([[`${words}!`]]);
  });
});

test("goes on after Ctrl-Z with the question on the screen", async () => {
  const session = ask([["text", {message: "Because?"}]]);
  await session.waitFor("Because?");
  await session.type("so");
  await session.waitFor("so");
  session.signalProgram("SIGCONT");
  await session.waitFor("? Because? so");
  await session.type("\r");
  expect((await session.answered()).answers).toEqual(["so"]);
});
