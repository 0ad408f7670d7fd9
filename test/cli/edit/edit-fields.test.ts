import {appendFileSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {planFields} from "../../../src/cli/edit/edit-fields.ts";
import {loadWorkspace} from "../../../src/workspace/load.ts";
import {saveEdit} from "../../../src/workspace/write/edit-file.ts";
import {workspaceOf} from "../harness.ts";

const today = "2026-11-20";
const file = "customers/gantry.md";

/** The workspace, and its one customer as a command has read it. */
async function opened() {
  const root = workspaceOf({[file]: "---\nname: Gantry\naliases: [old]\n---\n"});
  const workspace = await loadWorkspace(root, {today});
  const parsed = workspace.results[0]?.result.parsed;
  if (parsed === undefined || parsed === null) throw new Error("the customer cannot be read");
  const plan = (aliases: string[]) =>
    planFields(parsed, [{field: "aliases", value: aliases}], {
      workspace,
      today,
      asOf: today,
    });
  return {root, path: join(root, file), plan};
}

test("what another has added to the list meanwhile is never taken out of it", async () => {
  const {root, path, plan} = await opened();
  await saveEdit(root, await plan(["old", "theirs"]));
  await expect(plan(["old", "mine"])).rejects.toMatchObject({
    code: "not-written",
    message: `Not written: somebody else changed ${file} at the same time.`,
  });
  expect(readFileSync(path, "utf8")).toContain("aliases: [old, theirs]\n");
});

test("a file that says the same in other bytes is edited as it is now", async () => {
  const {root, path, plan} = await opened();
  writeFileSync(path, "---\nname: 'Gantry' # ours\naliases:\n- old\n---\n");
  appendFileSync(path, "\n");
  await saveEdit(root, await plan(["old", "mine"]));
  expect(readFileSync(path, "utf8")).toBe(
    "---\nname: 'Gantry' # ours\naliases:\n- old\n- mine\n---\n\n",
  );
});
