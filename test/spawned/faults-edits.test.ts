import {expect, test} from "vitest";
import {complaintsAbout} from "./faults-expected.ts";
import {cleanRun, inTwos, mishapsOf, runWith, type Scenario, snapshot} from "./faults.ts";
import {note, workspace} from "./workspace.ts";

const more = `
## Next steps
- [ ] Send the pilot plan (ana, 2026-11-26)
`;
const files = {
  "customers/bolt.md": "---\nname: Bolt\nsegment: smb   # for now\n---\n",
  "conversations/2026/2026-11-19-gantry-interview-k7f3qa.md": note(
    '- **Against** [setup-alone](../../assumptions/setup-alone.md) (observed): "He opened the help page" — tom',
    more,
  ),
  "conversations/2026/2026-11-18-gantry-interview-b4x9te.md": note(
    "- **For** setup-alone (story): done before the coffee",
  ).replace("2026-11-19", "2026-11-18"),
};

/** Nothing is lost where both hold the name for a moment: it is named, and counts for neither. */
const twoHolders = /: "gantry" is also (?:the id of|a name in)/i;

test.each([
  ["edit k7f3qa --set duration=45"],
  ["edit setup-alone --set owner=ana"],
  ["done k7f3qa 1"],
  ["assumption rename setup-alone setup-by-themselves"],
  ["customer rename gantry gantry-group"],
  ["customer merge gantry bolt --yes", twoHolders],
])(
  "%s: old bytes or new ones, and to be finished by the same command",
  async (words, between = /$^/) => {
    const args = [...words.split(" "), "--no-cache"];
    const scenario: Scenario = {args, from: workspace(files), between};
    const clean = await cleanRun(scenario);
    const sides = {before: snapshot(scenario.from), after: clean.files};
    // Every end, and every other error: they all take the one way out.
    const mishaps = mishapsOf(clean.calls, ({changes}) => changes).filter(
      ({kind, at}) => !kind.startsWith("E") || at % 2 === 0,
    );
    expect(mishaps.length).toBeGreaterThan(8);
    const found = await inTwos(mishaps, async (mishap) =>
      complaintsAbout(await runWith(scenario, mishap), sides, scenario),
    );
    expect(found.flat()).toEqual([]);
  },
  300_000,
);
