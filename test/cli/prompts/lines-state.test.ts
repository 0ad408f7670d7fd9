import {describe, expect, it} from "vitest";
import {
  enterLine,
  pasteLines,
  startLines,
  takeBack,
  type LinesState,
} from "../../../src/cli/prompts/lines-state.ts";

const refuse = (line: string): string | null => (line.includes("bad") ? "Not that." : null);
const any = (): null => null;

/** The state with a line in the input; `|` is the cursor. */
function typing(line: string, state: LinesState = startLines([])): LinesState {
  const cursor = line.includes("|") ? line.indexOf("|") : line.length;
  return {...state, typed: {line: line.replace("|", ""), cursor}};
}

/** The lines, then the input with its cursor, then what waits. */
function read({lines, typed, waiting}: LinesState): [readonly string[], string, readonly string[]] {
  return [lines, `${typed.line.slice(0, typed.cursor)}|${typed.line.slice(typed.cursor)}`, waiting];
}

describe("a paste into the list question", () => {
  it.each([
    ["five lines and a blank one", "|", "1\n2\n\n3\n4\n5\n", [["1", "2", "3", "4", "5"], "|", []]],
    ["an unfinished last line", "|", "1\n2", [["1"], "2|", []]],
    ["one line", "a|c", "b", [[], "ab|c", []]],
    ["into the middle of a line", "a|z", "1\n2", [["a1"], "2|z", []]],
    ["blank lines only", "ab|", "\n \n", [["ab"], "|", []]],
    ["white space around lines", "|", "  1 \n\t2\n", [["1", "2"], "|", []]],
    ["a list with bullets", "|", "• 1\n\n  • 2\n", [["1", "2"], "|", []]],
    ["a list as text, with a tail", "|", "- 1\n- 2", [["1"], "2|", []]],
    ["some lines with a dash", "|", "1\n- 2\n", [["1", "- 2"], "|", []]],
    ["one line with a dash", "|", "- 1", [[], "- 1|", []]],
    ["a refused line in it", "|", "1\nbad\n2\n3", [["1"], "bad|", ["2", "3"]]],
  ] as const)("%s", (_, before, text, expected) => {
    expect(read(pasteLines(typing(before), text, refuse))).toEqual(expected);
  });

  it("goes on with what waits once the refused line is mended, and loses none of it", () => {
    const refused = pasteLines(startLines([]), "1\nbad\n2\nbad too\n3", refuse);
    expect(refused.wrong).toBe("Not that.");
    const again = enterLine(typing("good", refused), refuse);
    expect(again && read(again)).toEqual([["1", "good", "2"], "bad too|", ["3"]]);
    const left = again && enterLine(typing("", again), refuse);
    expect(left && read(left)).toEqual([["1", "good", "2"], "3|", []]);
  });
});

describe("Enter and Up", () => {
  it("adds a line, and goes on at an empty one", () => {
    const added = enterLine(typing(" one "), any);
    expect(added && read(added)).toEqual([["one"], "|", []]);
    expect(enterLine(typing("  "), any)).toBeNull();
  });

  it("has the same lines while none is added, so that nothing need be kept again", () => {
    const state = typing("bad", startLines(["one"]));
    expect(enterLine(state, refuse)?.lines).toBe(state.lines);
    expect(pasteLines(state, "x", any).lines).toBe(state.lines);
  });

  it("leaves a refused line where it is", () => {
    const refused = enterLine(typing("bad"), refuse);
    expect(refused && read(refused)).toEqual([[], "bad|", []]);
    expect(refused?.wrong).toBe("Not that.");
  });

  it("takes the last line back, and gives it and what was being typed again", () => {
    const back = takeBack(typing("three", startLines(["one", "two"])));
    expect(read(back)).toEqual([["one"], "two|", ["three"]]);
    const mended = enterLine(typing("2", back), any);
    expect(mended && read(mended)).toEqual([["one", "2"], "three|", []]);
  });

  it("has nothing to take back at first", () => {
    const state = typing("a|b");
    expect(takeBack(state)).toBe(state);
  });
});
