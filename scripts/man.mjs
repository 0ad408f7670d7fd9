// Writes the manual page from the help of the commands: node scripts/man.mjs
import {writeFile} from "node:fs/promises";
import {importSource} from "./bundle.mjs";

const {manPage} = await importSource("src/cli/help/help-man.ts");
await writeFile(new URL("../docs/pm-talk.1", import.meta.url), await manPage());
