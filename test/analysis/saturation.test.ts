import {describe, expect, it} from "vitest";
import {saturation} from "../../src/analysis/saturation.ts";
import {collectionOf, note} from "../builders.ts";

const asOf = "2026-11-20";

/** One talk a day from the first of November on, with these themes. */
function talks(...themes: string[]) {
  return collectionOf(
    themes.map((words, index) =>
      note({
        customer: "acme",
        date: `2026-11-${String(index + 1).padStart(2, "0")}`,
        items: words === "" ? {} : {pains: [words]},
      }),
    ),
  ).conversations;
}

describe("saturation", () => {
  it("is what the last two talks brought, by what the first four did", () => {
    const found = saturation(talks("#a #b", "#c", "#d", "#A", "#b #e", "#f #a"), asOf);
    expect(found).toEqual({ratio: 0.5, label: "still learning"});
  });

  it("sees a theme of the fifth of seven as known", () => {
    const found = saturation(talks("#a", "#b", "#c", "#d", "#e", "#e", "#a"), asOf);
    expect(found).toEqual({ratio: 0, label: "few new themes"});
  });

  it("says nothing of fewer than six talks with a theme", () => {
    expect(saturation(talks("#a", "#b", "", "#c", "#d", "#e"), asOf)).toBeNull();
    const six = talks("#a", "#b", "#c", "#d", "#e", "#f");
    expect(saturation(six, "2026-11-05")).toBeNull();
    expect(saturation(six, asOf, (talk) => talk.date > "2026-11-01")).toBeNull();
    expect(saturation(six, asOf)?.ratio).toBe(0.5);
  });
});
