import type {GlobalFlags} from "../command.ts";
import type {Context} from "../context.ts";
import {terminalOf} from "../terminal.ts";
import {hostOf} from "./process-host.ts";
import type {Prompter} from "./prompter.ts";
import type {Screen} from "./screen.ts";

/**
 * Begins to ask at the terminal of a process. A terminal that cannot move its cursor (TERM=dumb) gets plain
 * questions, one line for a line, which suits a screen reader too.
 */
export async function openPrompter(
  own: NodeJS.Process,
  context: Context,
  color: GlobalFlags["color"],
): Promise<Prompter> {
  const {chalk, unicode} = terminalOf({color}, context, false);
  const host = hostOf(own);
  const screen: Screen = {output: host.output, chalk, unicode};
  if (context.env["TERM"] === "dumb") {
    const {PlainPrompter} = await import("./plain-prompter.ts");
    return new PlainPrompter(host, screen);
  }
  const {RichPrompter} = await import("./rich-prompter.ts");
  return new RichPrompter(host, screen);
}
