import {relative, resolve} from "node:path";
import {writeDemo} from "../../workspace/demo.ts";
import {isThere} from "../../workspace/given-files.ts";
import type {BuildReport} from "../report/built-report.ts";
import type {CommandDefinition} from "../command.ts";
import type {Context} from "../context.ts";
import {openWorkspace} from "../open.ts";
import {showBuilt} from "../report/print-report.ts";
import {writeNotice} from "../streams.ts";
import {buildOverview} from "./report-overview.ts";

export const command: CommandDefinition = {
  args: [{name: "[dir]", about: "the new folder (default: pm-talk-demo)"}],
  flags: [],
  writes: "a sample workspace of a year of conversations in a new folder, dated up to today.",
  examples: ["demo", "demo /tmp/pm-talk-sample"],
  reads: false,
  run: async (input, context) => {
    const folder = resolve(context.cwd, input.args[0] ?? freeName(context.cwd));
    await writeDemo(folder, context.today);
    const shown = relative(context.cwd, folder) || ".";
    const opened = await openWorkspace({...input.global, dir: folder}, context);
    const code = await showBuilt(buildDemo, input, opened, context);
    if (!input.global.quiet)
      await writeNotice(
        context,
        `\nThis is a sample, written to ${shown}. Look around in it:\n  ${nextCommand(shown, context)}`,
      );
    return code;
  },
};

/** The overview, as the answer of the command that was typed. */
const buildDemo: BuildReport = async (...asked) => ({
  ...(await buildOverview(...asked)),
  kind: "demo",
});

/** By `npm run demo` nobody has pm-talk as a command yet. */
function nextCommand(shown: string, {env}: Context): string {
  return env["npm_lifecycle_event"] === "demo"
    ? `node bin/pm-talk.js --dir ${shown} report assumptions`
    : `cd ${shown} && pm-talk report assumptions`;
}

/** `pm-talk-demo`, or with a number where that exists already. */
function freeName(cwd: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? "pm-talk-demo" : `pm-talk-demo-${String(number)}`;
    if (!isThere(resolve(cwd, name))) return name;
  }
}
