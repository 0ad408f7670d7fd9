import {readFileSync} from "node:fs";
import {join} from "node:path";
import {templatesFolder} from "./templates.ts";

/** The script that comes with pm-talk for a shell, which teaches that shell to ask `pm-talk complete`. */
export function completionScript(shell: "bash" | "zsh" | "fish"): string {
  const path = join(templatesFolder(), "completion", `pm-talk.${shell}`);
  return readFileSync(path, "utf8").replaceAll("\r\n", "\n");
}
