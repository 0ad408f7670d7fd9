import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import {runPage} from "./run-page.ts";
import {withTables} from "./tables.ts";

const root = join(import.meta.dirname, "../..");
const readme = readFileSync(join(root, "README.md"), "utf8");

it("prints what the README says it prints, in every example", async () => {
  const page = withTables(await runPage(readme));
  await expect(page).toMatchFileSnapshot(join(root, "README.md"));
}, 60_000);

it("has the fields of every file as the schemas have them", async () => {
  const path = join(root, "docs/fields.md");
  await expect(withTables(readFileSync(path, "utf8"))).toMatchFileSnapshot(path);
});
