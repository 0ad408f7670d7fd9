// Bundles src into dist: one entry and lazy chunks, so that a start reads few files.
import {rm, writeFile} from "node:fs/promises";
import {build} from "esbuild";
import {buildId} from "./build-id.mjs";
import {bundling, importSource} from "./bundle.mjs";
import {licensesOf} from "./licenses.mjs";

// Completion answers a key: it must not load every command to know its flags. A text, because esbuild puts an
// object into a module that every command loads.
const {outlineOfAll} = await importSource("src/cli/completion/outline.ts");
const outline = JSON.stringify(await outlineOfAll());

await rm(new URL("../dist", import.meta.url), {recursive: true, force: true});
const {metafile} = await build({
  ...bundling,
  metafile: true,
  entryPoints: ["src/cli/main.ts"],
  outdir: "dist",
  splitting: true,
  define: {
    PM_TALK_OUTLINE: JSON.stringify(outline),
    PM_TALK_BUILD: JSON.stringify(await buildId()),
  },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  chunkNames: "chunks/[name]-[hash]",
});

await writeFile(
  new URL("../dist/LICENSES.txt", import.meta.url),
  licensesOf(Object.keys(metafile.inputs)),
);
