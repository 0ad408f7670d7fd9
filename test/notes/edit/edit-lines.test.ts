import {describe, expect, it} from "vitest";
import {addLines, setBullet} from "../../../src/notes/edit/edit-lines.ts";
import {markStep} from "../../../src/notes/edit/edit-step.ts";

const crlf = (text: string): string => text.replaceAll("\n", "\r\n");
const head = "---\nname: Gantry\n---\n\n";

describe("addLines", () => {
  const person = "- **lena** Lena Moss";
  const people = (body: string): string =>
    addLines(head + body, "customer", "people", [person], {});

  it.each([
    [
      "at the end of the section",
      "## People\n- **a** A\n\n## Notes\nx\n",
      "## People\n- **a** A\n- **lena** Lena Moss\n\n## Notes\nx\n",
    ],
    [
      "with the sign and spacing that it has",
      "## People\n *   **a** A\n\n\n",
      "## People\n *   **a** A\n *   **lena** Lena Moss\n\n\n",
    ],
    [
      "with the next number",
      "## People\n8) **a** A\n9) **b** B\n",
      "## People\n8) **a** A\n9) **b** B\n10) **lena** Lena Moss\n",
    ],
    [
      "below a bullet on several lines",
      "## People\n- **a** A\n  (buyer)\n  - nested\n",
      "## People\n- **a** A\n  (buyer)\n  - nested\n- **lena** Lena Moss\n",
    ],
    [
      "below guidance",
      "## People\n<!-- who?\n\n## no -->\n\n",
      "## People\n<!-- who?\n\n## no -->\n- **lena** Lena Moss\n\n",
    ],
    [
      "above code that is never closed",
      "## People\n- **a** A\n\n```\ncode\n",
      "## People\n- **a** A\n- **lena** Lena Moss\n\n```\ncode\n",
    ],
    [
      "above HTML that would take it in",
      "## People\n- **a** A\n\n<div>\n\n## Notes\n",
      "## People\n- **a** A\n- **lena** Lena Moss\n\n<div>\n\n## Notes\n",
    ],
    [
      "below the heading, where code without an end is all there is",
      "## People\n\n```\ncode\n",
      "## People\n- **lena** Lena Moss\n\n```\ncode\n",
    ],
    [
      "below a sentence, above HTML",
      "## People\nWe know few.\n\n<details>\nx\n\n## Notes\n",
      "## People\nWe know few.\n- **lena** Lena Moss\n\n<details>\nx\n\n## Notes\n",
    ],
    [
      "in an empty section",
      "## People\n\n## Notes\n",
      "## People\n- **lena** Lena Moss\n\n## Notes\n",
    ],
    [
      "in the last of two",
      "## People\n- **a** A\n\n# X\n\nPeople\n------\n- **b** B",
      "## People\n- **a** A\n\n# X\n\nPeople\n------\n- **b** B\n- **lena** Lena Moss",
    ],
    [
      "under a heading of its own",
      "Some text.\n",
      "Some text.\n\n## People\n- **lena** Lena Moss\n",
    ],
    [
      "without a line end, as the file has none",
      "Some text.",
      "Some text.\n\n## People\n- **lena** Lena Moss",
    ],
    [
      "not in code that looks like it",
      "```\n## People\n```\n",
      "```\n## People\n```\n\n## People\n- **lena** Lena Moss\n",
    ],
  ])("adds a line %s", (_, body, expected) => {
    expect(people(body)).toBe(head + expected);
    const added = addLines(crlf(head + body), "customer", "people", [person], {});
    expect(added).toBe(crlf(head + expected));
  });

  it("makes a missing heading where sections of its kind stand, or behind them", () => {
    const note = (body: string): string =>
      addLines(
        head + body,
        "conversation",
        "asks",
        ["- A pilot (time, given)", "- A call (time, given)"],
        {},
      );
    const asks = "## The ask\n- A pilot (time, given)\n- A call (time, given)\n";
    const steps = "## Next steps\n- [ ] x (ana)\n";
    expect(note(`## Evidence\n- x\n\n${steps}`)).toBe(
      `${head}## Evidence\n- x\n\n${asks}\n${steps}`,
    );
    expect(note(`Text\n${steps}`)).toBe(`${head}Text\n\n${asks}\n${steps}`);
    expect(addLines("---\n---", "conversation", "asks", ["- A (time, given)"], {})).toBe(
      "---\n---\n\n## The ask\n- A (time, given)",
    );
  });

  it("knows the headings of the config", () => {
    const text = `${head}## Leute\n- **a** A\n`;
    expect(addLines(text, "customer", "people", [person], {people: ["Leute"]})).toBe(
      `${text}${person}\n`,
    );
  });

  it("finds its place in a hostile body in linear time", () => {
    const body = `${"[".repeat(200_000)}\n${"* ".repeat(2000)}\n${"#".repeat(200_000)}\n`;
    expect(people(body).endsWith(`\n\n## People\n${person}\n`)).toBe(true);
  });
});

describe("changing lines", () => {
  const body = `${head}## Next steps\n- [ ] one\n  (ana)\n  - nested\n\n- two (ben)\nloose\n* three\n`;

  it("sets a bullet on all of its own lines", () => {
    const seen: string[] = [];
    const take = (source: string): string => {
      seen.push(source);
      return "- x (y)";
    };
    expect(setBullet(crlf(body), 6, take)).toBe(
      crlf(body.replace("- [ ] one\n  (ana)", "- x (y)")),
    );
    setBullet(body, 10, take);
    expect(seen).toEqual(["- [ ] one\r\n  (ana)", "- two (ben)"]);
    expect(() => setBullet(body, 8, take)).toThrow("no bullet in line 8");
  });
});

describe("markStep", () => {
  const on = "2026-11-24";

  it.each([
    ["- [ ] Send (ana, 2026-11-26)", "- [x] Send (ana, 2026-11-26, done 2026-11-24)"],
    ["*  []  Send (a plan) ( ana ).", "*  [x]  Send (a plan) ( ana, done 2026-11-24 )."],
    ["1. Send  (ana )", "1. [x] Send  (ana, done 2026-11-24 )"],
    ["- [ ] 送る （ana，2026-11-26）", "- [x] 送る （ana，2026-11-26，done 2026-11-24）"],
    [
      "- [ ] Send the\r\n  plan\\\r\n  (ana,2026-11-26)",
      "- [x] Send the\r\n  plan\\\r\n  (ana,2026-11-26, done 2026-11-24)",
    ],
    [
      "- [ ] Send [the (x)](a_(b).md) `(c)` \\(d) (ana)",
      "- [x] Send [the (x)](a_(b).md) `(c)` \\(d) (ana, done 2026-11-24)",
    ],
    [
      "- [X] Send (ANA,  Done 2026-11-01 , 2026-11-26)",
      "- [X] Send (ANA,  Done 2026-11-24 , 2026-11-26)",
    ],
    ["- [ ] Send (ana,)", "- [x] Send (ana, done 2026-11-24,)"],
    ["- [ ] Send <!-- (x) --> (ana)", "- [x] Send <!-- (x) --> (ana, done 2026-11-24)"],
  ])("closes %j", (open, closed) => {
    expect(markStep(open, {on})).toBe(closed);
  });

  it.each([
    ["- [x] Send (ana, 2026-11-26, done 2026-11-24)", "- [ ] Send (ana, 2026-11-26)"],
    ["- [X] Send (done 2026-11-24,  ana )", "- [ ] Send (ana )"],
    ["- [x] Send (ana)", "- [ ] Send (ana)"],
    ["- Send (ana, done 2026-11-24)", "- Send (ana)"],
  ])("opens %j", (closed, open) => {
    expect(markStep(closed, null)).toBe(open);
  });

  it("refuses a line that is no step", () => {
    expect(() => markStep("- Send", {on})).toThrow(
      "Not written: this step has a shape of its own.",
    );
  });

  it("reads a line of 64 KiB in a moment", () => {
    const long = `- [ ] ${"(".repeat(30_000)}${"\\".repeat(30_000)} (ana)`;
    expect(markStep(long, {on})).toBe(long.replace("[ ]", "[x]").replace(/\)$/, `, done ${on})`));
  });
});
