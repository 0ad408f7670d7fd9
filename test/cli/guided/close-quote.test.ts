import {describe, expect, test} from "vitest";
import {closeQuote} from "../../../src/cli/guided/close-quote.ts";
import {logWith, salesCall, savedNote, smallWorkspace} from "./talks.ts";
import type {Answer} from "../scripted-prompter.ts";

describe("a mark that opens their words and is never closed", () => {
  test.each([
    ['"Can I send that?', '"Can I send that?"'],
    ["“Can I send that?", "“Can I send that?”"],
    ["„Das ist zu teuer", "„Das ist zu teuer“"],
    ["« Trop cher", "« Trop cher»"],
    ["「高い", "「高い」"],
    ['"Too dear #price #sso', '"Too dear" #price #sso'],
    ['"Rank #1 in price', '"Rank #1 in price"'],
    ['"Too dear #price → it saves a day', '"Too dear" #price → it saves a day'],
    ['"Too dear -> it saves a day', '"Too dear" -> it saves a day'],
  ])("%j is closed", (typed, closed) => {
    expect(closeQuote(typed)).toBe(closed);
  });

  test.each(['"Closed"', '"Closed" — Tom', '"a" and "b', 'They said "no', '5" screens', '"', ""])(
    "%j stays as it is",
    (typed) => {
      expect(closeQuote(typed)).toBe(typed);
    },
  );
});

test("makes quotes of the lines of a talk, in lists and as evidence", async () => {
  const cwd = smallWorkspace();
  const unclosed = (lines: Answer[1]): Answer[1] =>
    Array.isArray(lines) ? lines.map((line) => line.replace(/"$/, "")) : lines;
  const answers = salesCall.answers.map(([question, answer]): Answer => [
    question,
    question.startsWith("What") ? unclosed(answer) : answer,
  ]);
  const closed = savedNote(await logWith(cwd, salesCall.answers), cwd);
  const other = smallWorkspace();
  expect(savedNote(await logWith(other, answers), other)).toBe(closed);
});

test("makes a quote of words that are typed as evidence", async () => {
  const cwd = smallWorkspace();
  const at = salesCall.answers.findIndex(([question]) => question === "Their words?");
  const typed: Answer[] = [
    ["Their words?", "Type them"],
    ["Their words? (Enter", '"He never found the button'],
  ];
  const answers = salesCall.answers.toSpliced(at, 1, ...typed);
  expect(savedNote(await logWith(cwd, answers), cwd)).toContain(
    '(observed): "He never found the button" — tom-berg\n',
  );
});
