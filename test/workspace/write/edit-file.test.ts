import {chmodSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import type {Config} from "../../../src/notes/config.ts";
import {setFields} from "../../../src/notes/edit/edit-fields.ts";
import type {FilePlace} from "../../../src/notes/files.ts";
import {readConfig} from "../../../src/notes/read-config.ts";
import {planEdit, saveEdit} from "../../../src/workspace/write/edit-file.ts";
import {folderOf} from "../folder.ts";

const config: Config = await readConfig("version: 1\nteam:\n  - {handle: ana}\n");
const place: FilePlace = {kind: "customer", id: "gantry", file: "customers/gantry.md"};
const text = "---\nname: Gantry # n\nmine: 1\n---\n\n## People\n- **tom** Tom (buyer)\n";

function workspace(source: string | Uint8Array = text): {root: string; path: string} {
  const root = folderOf({
    "pm-talk.yml": "version: 1\nteam:\n  - {handle: ana}\n",
    [place.file]: "",
  });
  const path = join(root, place.file);
  writeFileSync(path, source);
  return {root, path};
}

const rename = (source: string) => setFields(source, "customer", [{field: "name", value: "Bolt"}]);

describe("an edit of a file", () => {
  it("is planned without writing, and saved with the file's mode", async () => {
    const {root, path} = workspace();
    chmodSync(path, 0o640);
    const planned = await planEdit(root, place, config, rename, {fields: ["name"]});
    expect(readFileSync(path, "utf8")).toBe(text);
    await saveEdit(root, planned);
    expect(readFileSync(path, "utf8")).toBe(text.replace("Gantry", "Bolt"));
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  it("is lost to whoever wrote in between", async () => {
    const {root, path} = workspace();
    const planned = await planEdit(root, place, config, rename, {fields: ["name"]});
    writeFileSync(path, text.replace("mine: 1", "mine: 2"));
    await expect(saveEdit(root, planned)).rejects.toMatchObject({
      code: "not-written",
      message: `Not written: somebody else changed ${path} at the same time.`,
    });
    expect(readFileSync(path, "utf8")).toContain("mine: 2");
    await expect(
      planEdit(root, place, config, rename, {
        fields: ["name"],
        since: {...planned.old, unknownKeys: []},
      }),
    ).rejects.toMatchObject({
      code: "not-written",
      message: "Not written: somebody else changed customers/gantry.md at the same time.",
    });
  });

  it.each([
    ["another field", (source: string) => source.replace("---\n\n", "owner: ana\n---\n\n")],
    ["an unknown key", (source: string) => source.replace("mine", "yours")],
    ["a line", (source: string) => source.replace("(buyer)", "(user)")],
    ["a heading", (source: string) => source.replace("## People", "## Old friends\n\n## People")],
  ])("is refused when it changes %s besides", async (_, change) => {
    const {root} = workspace();
    await expect(planEdit(root, place, config, change, {fields: ["name"]})).rejects.toMatchObject({
      code: "not-written",
      message: "Not written: customers/gantry.md would read back differently than it should.",
    });
  });

  it("is refused when it brings an error, but may leave one that is there", async () => {
    const {root} = workspace(text.replace("mine: 1", "stage: old"));
    const empty = (source: string) => setFields(source, "customer", [{field: "name", value: null}]);
    await expect(planEdit(root, place, config, empty, {fields: ["name"]})).rejects.toMatchObject({
      code: "usage",
      message: "Nothing written: name has no value.",
    });
    const planned = await planEdit(root, place, config, rename, {fields: ["name"]});
    expect(planned.after).toContain("stage: old");
  });

  it("is refused for a file that cannot be read, or not kept byte by byte", async () => {
    const {root} = workspace("---\nname: [\n---\n");
    await expect(planEdit(root, place, config, rename, {})).rejects.toMatchObject({
      code: "usage",
      message: "customers/gantry.md cannot be read, so it is not edited.",
      hint: "pm-talk check customers/gantry.md     says why",
    });
    const latin = workspace(Buffer.concat([Buffer.from(text), Buffer.from([0xe9, 0x0a])]));
    await expect(planEdit(latin.root, place, config, rename, {})).rejects.toMatchObject({
      code: "not-written",
      message:
        "Not written: customers/gantry.md holds a byte that is not UTF-8, which an edit would lose.",
    });
  });
});
