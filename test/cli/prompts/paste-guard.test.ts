import {describe, expect, it} from "vitest";
import {PasteGuard} from "../../../src/cli/prompts/paste-guard.ts";

/** Nothing came for a while. */
const quiet = "(quiet)";
const on = "\u001b[200~";
const off = "\u001b[201~";

/** What reaches the prompt, in short: keys as they are, a paste in angle brackets, `^C` and `^Z`. */
function heard(steps: readonly string[]): string[] {
  const guard = new PasteGuard();
  return [...steps, quiet].flatMap((step) =>
    (step === quiet ? guard.quiet() : guard.read(step)).map((one) =>
      one.kind === "keys"
        ? one.text
        : one.kind === "paste"
          ? `<${one.text}>`
          : one.kind === "cancel"
            ? "^C"
            : "^Z",
    ),
  );
}

describe("a paste between the marks of the terminal", () => {
  it.each([
    ["in one chunk", [`${on}one\rtwo\r\rthree${off}`], ["<one\ntwo\n\nthree>"]],
    ["with CRLF and LF", [`${on}one\r\ntwo\nthree${off}`], ["<one\ntwo\nthree>"]],
    ["with one line", [`${on}one${off}`], ["<one>"]],
    ["in two chunks", [`${on}one\rtw`, `o\r${off}`], ["<one\ntwo\n>"]],
    ["with the marks cut in two", [`\u001b[2`, `00~a\rb\u001b[20`, `1~`], ["<a\nb>"]],
    ["that pauses", [`${on}one\r`, quiet, `two${off}`], ["<one\n>", "<two>"]],
    ["that pauses in its end mark", [`${on}one\r\u001b[20`, quiet, "1~x"], ["<one\n>", "x"]],
    ["behind and before keys", [`ab${on}c\r${off}d`], ["ab", "<c\n>", "d"]],
    ["behind an Enter", [`ab\r${on}c${off}`], ["ab", "\r", "<c>"]],
    ["two in one chunk", [`${on}a${off}${on}b${off}`], ["<a>", "<b>"]],
    ["of nothing", [`${on}${off}`], []],
    ["with Ctrl-C and Ctrl-Z in it", [`${on}a\u0003b\u001ac${off}`], ["<abc>"]],
    ["whose end never comes, and Ctrl-C", [`${on}a`, "\u0003", "b"], ["^C", "b"]],
  ])("%s", (_, steps, expected) => {
    expect(heard(steps)).toEqual(expected);
  });
});

describe("a paste from a terminal without marks", () => {
  it.each([
    ["in one chunk", ["one\rtwo\r\rthree\r"], ["<one\ntwo\n\nthree\n>"]],
    ["with LF", ["one\ntwo"], ["<one\ntwo>"]],
    ["in chunks", ["one\rtw", "o\r", "\r", "three"], ["<one\ntw>", "<o\n>", "<\n>", "<three>"]],
    ["cut behind its first line end", ["one\r", "two\r"], ["one", "<\ntwo\n>"]],
    ["cut inside CRLF", ["one\r", "\ntwo\r\n"], ["one", "<\ntwo\n>"]],
    ["then typing", ["one\rtwo", quiet, "x", "\r"], ["<one\ntwo>", "x", "\r"]],
    ["and an arrow at once", ["one\rtwo", "\u001b[A", "x"], ["<one\ntwo>", "\u001b[A", "x"]],
    ["and Ctrl-C at once", ["one\rtwo", "\u0003"], ["<one\ntwo>", "^C"]],
  ])("%s", (_, steps, expected) => {
    expect(heard(steps)).toEqual(expected);
  });
});

describe("typing", () => {
  it.each([
    ["key by key", ["a", "b", "\r"], ["a", "b", "\r"]],
    ["a line in one chunk", ["abc\r"], ["abc", "\r"]],
    ["a line with CRLF", ["abc\r\n"], ["abc", "\r"]],
    ["two lines, one after the other", ["ab\r", quiet, "cd\r"], ["ab", "\r", "cd", "\r"]],
    ["Enter held down", ["\r\r\r"], ["\r", "\r", "\r"]],
    ["an arrow behind an Enter", ["ab\r", "\u001b[A"], ["ab", "\r", "\u001b[A"]],
    ["Enter behind an Enter", ["ab\r", "\r"], ["ab", "\r", "\r"]],
    ["an arrow", ["\u001b[A"], ["\u001b[A"]],
    ["an arrow in two chunks", ["\u001b[", "A"], ["\u001b[A"]],
    ["Escape", ["\u001b"], ["\u001b"]],
    ["Escape, then a letter", ["\u001b", quiet, "a"], ["\u001b", "a"]],
    ["Ctrl-C behind letters", ["ab\u0003"], ["^C"]],
    ["Ctrl-Z", ["a\u001ab"], ["a", "^Z", "b"]],
    ["Ctrl-D", ["\u0004"], ["\u0004"]],
    ["an end mark without a beginning", [`ab${off}c`], ["abc"]],
  ])("%s", (_, steps, expected) => {
    expect(heard(steps)).toEqual(expected);
  });
});

describe("what is pasted", () => {
  it.each([
    ["colours copied along", "\u001b[31mred\u001b[0m", "red"],
    ["a title for the window", "a\u001b]0;title\u0007b", "ab"],
    ["a link", "\u001b]8;;https://x.example\u001b\\x\u001b]8;;\u001b\\", "x"],
    ["control characters", "a\u0000\u0007\u0008\u009bb", "ab"],
    ["a tab", "a\tb", "a b"],
    ["other line ends", "a\u2028b\u0085c\u000bd", "a\nb\nc\nd"],
    [
      "other scripts",
      "e\u0301 \u{1f469}\u200d\u{1f4bb} שלום\u200f",
      "e\u0301 \u{1f469}\u200d\u{1f4bb} שלום\u200f",
    ],
  ])("%s", (_, pasted, expected) => {
    expect(heard([`${on}${pasted}${off}`])).toEqual([`<${expected}>`]);
  });

  it("is read in linear time", () => {
    const size = 1 << 17;
    for (const piece of ["a", "[", "\u001b[", "\u001b]", "\r", "\u001b[20", ";"]) {
      const text = piece.repeat(size / piece.length);
      heard([`${on}${text}${off}`]);
      heard([`${on}`, ...(text.match(/.{1,4096}/gs) ?? []), off]);
      heard([text]);
    }
  });
});
