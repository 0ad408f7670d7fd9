import type {CommandDefinition, CommandEntry, Flag} from "../command.ts";
import {globalFlags, versionFlag, helpFlag} from "../flags/flags.ts";
import {bold, heading, italic, roff, term, verbatim} from "./help-roff.ts";
import {commands} from "../registry.ts";
import {version} from "../version.ts";

/** The manual page: what the help says of every command, for `man pm-talk`. Loads all of them. */
export async function manPage(): Promise<string> {
  const parts = await Promise.all(
    commands.map(async (entry) => commandPart(entry, await entry.load())),
  );
  return [
    `.\\" Made from the help by scripts/man.mjs; not to be edited.`,
    `.TH PM\\-TALK 1 "" "${roff(`pm-talk ${version}`)}" "User Commands"`,
    heading("NAME"),
    `pm\\-talk \\- customer conversations as Markdown in git, and answers from them`,
    heading("SYNOPSIS"),
    `${bold("pm-talk")} ${italic("command")} [${italic("flags")}]`,
    heading("DESCRIPTION"),
    roff(description),
    heading("COMMANDS"),
    "A flag with ... behind it may be given several times.",
    ...parts,
    heading("GLOBAL FLAGS"),
    ...[...globalFlags, versionFlag, helpFlag].map(flagTerm),
    heading("EXIT STATUS"),
    ...exits.map(([code, meaning]) => term(bold(code), roff(meaning))),
    heading("ENVIRONMENT"),
    ...variables.map(([name, meaning]) => term(bold(name), roff(meaning))),
    heading("FILES"),
    ...files.map(([name, meaning]) => term(italic(name), roff(meaning))),
    "",
  ].join("\n");
}

function commandPart({name, summary}: CommandEntry, definition: CommandDefinition): string {
  const {args, flags, writes, notes, examples} = definition;
  const usage = ["pm-talk", name, ...args.map((one) => one.name)].join(" ");
  return [
    heading(usage, "SS"),
    roff(`${summary}${/[.?]$/.test(summary) ? "" : "."}`),
    ...args.map((one) => term(italic(one.name.replace(/[<>[\].]/g, "")), roff(one.about))),
    ...flags.map(flagTerm),
    ".PP",
    roff(`Writes: ${writes}`),
    ...(notes === undefined ? [] : [verbatim(notes.split("\n"))]),
    ".PP",
    "Examples:",
    verbatim(examples.map((example) => `pm-talk ${example}`)),
  ].join("\n");
}

/** `-o, --output <file>`: the names in bold, what stands for the value in italics. */
function flagTerm({flags, about, repeatable}: Flag): string {
  const [names = "", value] = flags.split(/ (?=<)/);
  const shown = names.split(", ").map(bold).join(", ");
  const stands = value === undefined ? "" : ` ${italic(value.replace(/[<>]/g, ""))}`;
  return term(`${shown}${stands}${repeatable === true ? " ..." : ""}`, roff(about));
}

const description =
  "pm-talk keeps a product team's customer conversations as Markdown files with YAML front matter in the team's own git repository, and turns them into answers: when did we last talk to a customer about this, and what did they say against it? It opens no connection and asks no server.";

const exits: [string, string][] = [
  ["0", 'done; "never" is an answer too'],
  ["1", "findings: a file has an error, or what was asked for is not met"],
  ["2", "usage: a wrong flag or value, missing input, no workspace, an invalid pm-talk.yml"],
  ["3", "could not write or commit; nothing is lost, and the message says where it is"],
  ["70", "a bug in pm-talk"],
  ["130", "cancelled"],
];

const variables: [string, string][] = [
  ["PM_TALK_DIR", "the workspace, where --dir does not say it"],
  ["PM_TALK_ME", "your handle, where git's user.email is not to say it"],
  ["PM_TALK_TODAY", "the day that is today, such as 2026-11-20, for scripts"],
  ["GIT_EDITOR, VISUAL, EDITOR", "the editor that --edit opens, as git would"],
  ["NO_COLOR", "when set, no colours"],
];

const files: [string, string][] = [
  ["pm-talk.yml", "makes a folder a workspace: the team, and its settings"],
  ["conversations/", "one file for each talk"],
  ["customers/, assumptions/, concepts/, decisions/", "one file for each of them"],
  ["templates/", "outlines that replace the built-in ones"],
];
