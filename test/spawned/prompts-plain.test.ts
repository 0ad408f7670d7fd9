import {expect, test} from "vitest";
import {questions} from "./ask.ts";
import type {Step} from "./ask-driver.ts";

const ask = questions();
const dumb = {env: {TERM: "dumb"}, columns: 60};
const kinds: Step = [
  "select",
  {
    message: "What was it?",
    choices: [{label: "Interview"}, {label: "Sales call"}],
    marked: "Sales call",
  },
];
const said: Step = ["lines", {message: "What works?", refused: "bad"}];

test("asks in lines and numbers, without a single escape", async () => {
  const session = ask(
    [
      ["say", "Today \u001b[1mis…"],
      [
        "search",
        {message: "Customer?", choices: [{label: "Gantry", note: "you"}, {label: "Acme"}]},
      ],
      kinds,
      [
        "checkbox",
        {
          message: "Who?",
          choices: [{heading: "them"}, {label: "Tom"}, {label: "Lena"}],
          ticked: ["Lena"],
        },
      ],
      ["text", {message: "Because?", initial: "no", refused: "bad"}],
    ],
    dumb,
  );
  for (const line of ["a\r", "\r", "3\r", "int\r", "4\r", "1,2\r", "bad\r", "-\r"]) {
    await session.waitFor(line === "bad\r" || line === "-\r" ? "> " : "): ");
    await session.type(line);
  }
  expect((await session.answered()).answers).toEqual(["Acme", "Interview", ["Tom", "Lena"], ""]);
  expect(session.raw).not.toContain("\u001b");
  expect(session.text.slice(0, session.text.indexOf("code 0"))).toBe(`Today \\x1b[1mis...
Customer?
  1. Gantry (you)
  2. Acme
A number, or a part of the name (Enter: Gantry): a
  1. Acme
  2. New: a
A number, or a part of the name (Enter: Acme): 
What was it?
  1. Interview
  2. Sales call
Number (Enter: Sales call): 3
  "3" is none of 1 to 2.
Number (Enter: Sales call): int
Who?
  them
  1. [ ] Tom
  2. [x] Lena
Numbers, as in 1 3 (Enter: those with x, 0: none): 4
  "4" is none of 0 to 2.
Numbers, as in 1 3 (Enter: those with x, 0: none): 1,2
Because? (Enter: no; - for nothing)
> bad
  "bad" will not do.
> -
`);
});

test("a paste with an empty line ends no list and answers no question", async () => {
  const session = ask([said, kinds], dumb);
  await session.waitFor("- ");
  await session.type("one\r\rbad\rtwo\r");
  await session.waitFor("Not added: bad");
  await session.waitFor("- ");
  await session.type("-\r");
  await session.waitFor("Taken back: two");
  await session.waitFor("- ");
  await session.type("\r");
  await session.waitFor("call): ");
  await session.type("1\r2\r");
  await session.waitFor('"1 2" is none of 1 to 2.');
  await session.type("\r");
  const {answers, changes} = await session.answered();
  expect(answers).toEqual([["one"], "Sales call"]);
  expect(changes).toEqual([["one"], ["one", "two"], ["one"]]);
});

test.each(["\u0003", "\u0004", "SIGTERM", "SIGHUP"] as const)("%j cancels", async (way) => {
  const session = ask([kinds], dumb);
  await session.waitFor("call): ");
  if (way.startsWith("SIG")) session.signalProgram(way as "SIGTERM");
  else await session.type(way);
  expect((await session.answered()).answers).toEqual([]);
  expect(await session.left()).toEqual({code: 130, sane: true});
});
