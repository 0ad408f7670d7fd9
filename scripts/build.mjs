// Bundles src into dist: one entry and lazy chunks, so that a start reads few files.
import {rm, writeFile} from "node:fs/promises";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import {licensesOf} from "./licenses.mjs";

/** yaml is CommonJS for Node; only its ES modules keep their names when they are loaded lazily. */
const yaml = fileURLToPath(new URL("../node_modules/yaml/browser/dist/index.js", import.meta.url));

await rm(new URL("../dist", import.meta.url), {recursive: true, force: true});
const {metafile} = await build({
  metafile: true,
  entryPoints: ["src/cli/main.ts"],
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  alias: {yaml},
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "none",
  chunkNames: "chunks/[name]-[hash]",
  // Some dependencies are CommonJS and know require and the name of their file.
  banner: {
    js: [
      'import{createRequire as pmTalkRequire}from"node:module";',
      'import{fileURLToPath as pmTalkPath}from"node:url";',
      "const require=pmTalkRequire(import.meta.url),__filename=pmTalkPath(import.meta.url);",
    ].join(""),
  },
  logLevel: "warning",
});

await writeFile(
  new URL("../dist/LICENSES.txt", import.meta.url),
  licensesOf(Object.keys(metafile.inputs)),
);
