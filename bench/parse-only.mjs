// The floor for everything that reads a workspace: find the same files, read the same bytes, split the front
// matter, parse it as YAML and the body as Markdown blocks. Nothing is checked, counted or kept.
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {CORE_SCHEMA, load} from "js-yaml";
import MarkdownIt from "markdown-it";

const markdown = new MarkdownIt({html: true});
markdown.core.ruler.enableOnly(["normalize", "block"]);
markdown.block.ruler.disable(["reference", "code"]);

const root = process.argv[2] ?? ".";
let fields = 0;
let blocks = 0;
for (const folder of ["conversations", "customers", "assumptions"]) {
  for (const entry of readdirSync(join(root, folder), {recursive: true, withFileTypes: true})) {
    if (!entry.isFile()) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), "utf8");
    const close = text.indexOf("\n---\n", 4);
    fields += Object.keys(load(text.slice(4, close), {schema: CORE_SCHEMA})).length;
    blocks += markdown.parse(text.slice(close + 5), {}).length;
  }
}
console.log(`${fields} fields, ${blocks} blocks`);
