import {expect, test} from "vitest";
import {complaintsAbout} from "./faults-expected.ts";
import {cleanRun, inTwos, mishapsOf, runWith, type Scenario, snapshot} from "./faults.ts";
import {note, workspace} from "./workspace.ts";

const more = `
## Next steps
- [ ] Send the pilot plan (ana, 2026-11-26)
`;
const files = {
  "conversations/2026/2026-11-19-gantry-interview-k7f3qa.md": note(
    '- **Against** [setup-alone](../../assumptions/setup-alone.md) (observed): "He opened the help page" — tom',
    more,
  ),
  "conversations/2026/2026-11-18-gantry-interview-b4x9te.md": note(
    "- **For** setup-alone (story): done before the coffee",
  ).replace("2026-11-19", "2026-11-18"),
};

test.each([
  ["edit k7f3qa --set duration=45"],
  ["edit setup-alone --set owner=ana"],
  ["done k7f3qa 1"],
  ["assumption rename setup-alone setup-by-themselves"],
  ["customer rename gantry gantry-group"],
])(
  "%s: old bytes or new ones, and to be finished by the same command",
  async (words) => {
    const scenario: Scenario = {args: [...words.split(" "), "--no-cache"], from: workspace(files)};
    const clean = await cleanRun(scenario);
    const sides = {before: snapshot(scenario.from), after: clean.files};
    const mishaps = mishapsOf(clean.calls, ({changes}) => changes);
    const found = await inTwos(mishaps, async (mishap) =>
      complaintsAbout(await runWith(scenario, mishap), sides, scenario),
    );
    expect(found.flat()).toEqual([]);
  },
  300_000,
);
