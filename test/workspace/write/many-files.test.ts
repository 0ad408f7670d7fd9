import {existsSync, lstatSync, readFileSync, symlinkSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {applySteps, type FileStep, moveFile} from "../../../src/workspace/write/many-files.ts";
import {temporaryFolder} from "../../cli/harness.ts";

function folderWith(files: Record<string, string>): string {
  const root = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  return root;
}

test("the step that fails is named, with what is done before it and how to finish", async () => {
  const root = folderWith({"a.md": "a", "b.md": "b2", "c.md": "c"});
  const steps: FileStep[] = [
    {do: "replace", file: "a.md", before: "a", after: "A"},
    {do: "replace", file: "b.md", before: "b", after: "B"},
    {do: "delete", file: "c.md", before: "c"},
  ];
  await expect(applySteps(root, steps, "pm-talk again")).rejects.toMatchObject({
    code: "not-written",
    message: `Not written: somebody else changed ${join(root, "b.md")} at the same time.`,
    hint: "1 of 3 changes are done, and every name leads where it did.\nTo finish:  pm-talk again",
  });
  expect(["a.md", "b.md", "c.md"].map((name) => readFileSync(join(root, name), "utf8"))).toEqual([
    "A",
    "b2",
    "c",
  ]);
  await expect(applySteps(root, steps, "pm-talk again")).rejects.toMatchObject({
    hint: "Nothing was changed.\nTo finish:  pm-talk again",
  });
  await expect(
    applySteps(root, [{do: "delete", file: "c.md", before: "d"}], "again"),
  ).rejects.toMatchObject({code: "not-written"});
});

test("a move never takes the name of another file, and goes on after a kill", async () => {
  const root = folderWith({"a.md": "a", "b.md": "b", "new.md": "n"});
  const at = (name: string) => join(root, name);
  await expect(moveFile(at("a.md"), at("b.md"), root)).rejects.toMatchObject({
    message: `Not written: ${at("b.md")} exists already.`,
  });
  expect([readFileSync(at("a.md"), "utf8"), readFileSync(at("b.md"), "utf8")]).toEqual(["a", "b"]);
  symlinkSync("b.md", at("foreign.md"));
  await expect(moveFile(at("a.md"), at("foreign.md"), root)).rejects.toMatchObject({
    message: `Not written: ${at("foreign.md")} exists already.`,
  });
  symlinkSync("a.md", at("taken.md"));
  await moveFile(at("a.md"), at("taken.md"), root);
  expect(lstatSync(at("taken.md")).isFile()).toBe(true);
  expect(existsSync(at("a.md"))).toBe(false);
  await moveFile(at("new.md"), at("NEW.md"), root);
  expect(readFileSync(at("NEW.md"), "utf8")).toBe("n");
});
