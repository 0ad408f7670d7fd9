// How src is bundled: into dist by the build, and for a moment where a script needs what the source says.
import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath, pathToFileURL} from "node:url";
import {build} from "esbuild";

/** yaml is CommonJS for Node; only its ES modules keep their names when they are loaded lazily. */
const yaml = fileURLToPath(new URL("../node_modules/yaml/browser/dist/index.js", import.meta.url));

export const bundling = {
  absWorkingDir: fileURLToPath(new URL("..", import.meta.url)),
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  alias: {yaml},
  // Some dependencies are CommonJS and know require and the name of their file.
  banner: {
    js: [
      'import{createRequire as pmTalkRequire}from"node:module";',
      'import{fileURLToPath as pmTalkPath}from"node:url";',
      "const require=pmTalkRequire(import.meta.url),__filename=pmTalkPath(import.meta.url);",
    ].join(""),
  },
  logLevel: "warning",
};

/** What a file of the source exports. */
export async function importSource(file) {
  const folder = await mkdtemp(join(tmpdir(), "pm-talk-"));
  try {
    const outfile = join(folder, "source.mjs");
    await build({...bundling, entryPoints: [file], outfile});
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
