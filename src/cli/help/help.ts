import {Command} from "commander";
import {globalFlags, versionFlag} from "../flags/flags.ts";
import {commands, groups} from "../registry.ts";

/** What `pm-talk` alone prints: every command with its sentence. */
export function topHelp(columns: number): string {
  const program = programOf(
    "pm-talk",
    "Your customer conversations as Markdown in your own git repository, and answers from them.",
    columns,
  );
  for (const {name, summary} of commands) {
    const group = name.split(" ")[0] ?? name;
    if (!Object.hasOwn(groups, group)) program.command(name).summary(summary);
    else if (!program.commands.some((known) => known.name() === group))
      program.command(group).summary(groups[group]?.summary ?? "");
  }
  for (const flag of globalFlags) program.option(flag.flags, flag.about);
  program.addHelpText(
    "after",
    "\nAfter a call:  pm-talk log       Any day:  pm-talk last\nWith sample data:  pm-talk demo",
  );
  return helpText(program);
}

/** The help of a group of commands, such as `pm-talk report --help`. */
export function groupHelp(group: string, columns: number): string {
  const program = programOf(`pm-talk ${group}`, groups[group]?.summary ?? "", columns);
  for (const {name, summary} of commands) {
    const [first, second] = name.split(" ");
    if (first === group && second !== undefined) program.command(second).summary(summary);
  }
  for (const flag of globalFlags) program.option(flag.flags, flag.about);
  return helpText(program);
}

function programOf(name: string, description: string, columns: number): Command {
  return new Command(name)
    .description(description)
    .usage("<command> [flags]")
    .helpCommand(false)
    .helpOption("-h, --help", "this help, or a command's")
    .option(versionFlag.flags, versionFlag.about)
    .configureHelp({helpWidth: columns, subcommandTerm: (command) => command.name()});
}

function helpText(program: Command): string {
  let text = "";
  program.configureOutput({writeOut: (part) => (text += part)});
  program.outputHelp();
  return text;
}
