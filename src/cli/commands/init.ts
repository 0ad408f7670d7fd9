import {relative, resolve} from "node:path";
import {exitCodes, PmTalkError} from "../../core/errors.ts";
import {initWorkspace, type Initialised} from "../../workspace/init/init.ts";
import {workspaceAround} from "../../workspace/find-workspace.ts";
import {rememberWorkspace} from "../../workspace/last-used.ts";
import type {Member} from "../../notes/config.ts";
import {type CommandDefinition, type Flags, type Input, isOn, valueOf} from "../command.ts";
import type {Context} from "../context.ts";
import {openWorkspace} from "../open.ts";
import {showResult} from "../report/print-report.ts";
import {writeNotice} from "../streams.ts";

export const command: CommandDefinition = {
  args: [{name: "[dir]", about: "the folder (default: this one)"}],
  flags: [
    {
      flags: "--me <handle>",
      about: "your handle: adds you, or your e-mail address if you are there",
    },
    {flags: "--email <address>", about: "your address (default: git's user.email)"},
    {flags: "--name <name>", about: "your name"},
    {
      flags: "--function <function>",
      about: "pm, design, eng, research, sales, marketing, cs or exec",
    },
    {flags: "--templates", about: "also the note templates, to be changed by the team"},
    {flags: "--hook", about: "also a git hook: no commit of notes that cannot be read"},
    {
      flags: "--ci <where>",
      about: "also a workflow for github: checks, reports, gates held",
      words: ["github"],
    },
  ],
  writes:
    "pm-talk.yml, five folders and a README.md, where they are missing, the hook and the workflow; commits nothing.",
  examples: ["init --me ana", 'init insights --me ana --name "Ana Ruiz" --function pm'],
  reads: false,
  run: async (input, context) => {
    const {flags, global} = input;
    const dir = folderOf(input, context);
    for (const flag of ["email", "name", "function"]) {
      if (valueOf(flags, flag) !== null && valueOf(flags, "me") === null)
        throw new PmTalkError("usage", `--${flag} needs --me.`, "pm-talk init --me HANDLE");
    }
    const done = await initWorkspace(resolve(context.cwd, dir), {
      handle: valueOf(flags, "me"),
      email: valueOf(flags, "email"),
      name: valueOf(flags, "name"),
      function: valueOf(flags, "function"),
      templates: isOn(flags, "templates"),
      hook: isOn(flags, "hook"),
      ci: wantsCi(flags),
      env: context.env,
    });
    rememberWorkspace(done.root, context.env);
    const opened = await openWorkspace({...global, dir: done.root}, context);
    const data = {
      root: shown(done.root, context),
      written: done.written,
      changed: done.changed,
      left: done.left,
      hook: hookData(done),
      ci: done.ci === null ? null : {file: done.ci.path, own: done.ci.own},
    };
    await showResult(
      {kind: "init", data, text: () => textOf(done), diagnostics: false},
      input,
      opened,
      context,
    );
    if (!global.json && !global.quiet) {
      for (const text of leftAsItIs(flags, opened.workspace.config.team))
        await writeNotice(context, text);
      for (const text of [...hookNotices(done, context), ...ciNotices(done, context)])
        await writeNotice(context, text);
    }
    if (!global.json && !global.quiet && done.written.includes("pm-talk.yml")) {
      await writeNotice(context, "Nothing is committed yet.  After a call:  pm-talk log");
    }
    return exitCodes.done;
  },
};

/** Without a folder: the workspace one is in, since it is there that one adds oneself; else this folder. */
function folderOf({args, global}: Input, context: Context): string {
  const [word] = args;
  if (word !== undefined && global.dir !== null)
    throw new PmTalkError(
      "usage",
      `The folder is given twice: ${word}, and --dir ${global.dir}.`,
      "Give one of them.",
    );
  return word ?? global.dir ?? workspaceAround(context.cwd, context.env) ?? ".";
}

/** What was given for a member who is there already, and stands otherwise in the file. */
function leftAsItIs(flags: Flags, team: Member[]): string[] {
  const member = team.find((one) => one.handle === valueOf(flags, "me"));
  if (member === undefined) return [];
  return (["name", "function"] as const).flatMap((field) => {
    const given = valueOf(flags, field);
    if (given === null || given === member[field]) return [];
    return [
      `${member.handle} is there already, and the ${field} was left: ${member[field] ?? "none"}. To change it, edit pm-talk.yml.`,
    ];
  });
}

/** Where the hook stands, and the lines that are missing in one that is not ours. */
function hookData({hook}: Initialised): unknown {
  return hook === null ? null : {file: hook.path, reachable: hook.reachable, add: hook.add};
}

function hookNotices({hook}: Initialised, context: Context): string[] {
  if (hook === null) return [];
  const file = shown(hook.file, context);
  const lines = hook.add.map((line) => `  ${line}`).join("\n");
  return [
    ...(hook.why === null
      ? []
      : [`${file}: ${hook.why} To have the notes checked, add to it:\n${lines}`]),
    ...(hook.reachable
      ? []
      : ["There is no pm-talk on the PATH: until there is, the hook lets every commit pass."]),
  ];
}

/** Throws a usage error for a place that pm-talk has no workflow for. */
function wantsCi(flags: Flags): boolean {
  const where = valueOf(flags, "ci");
  if (where === null || where === "github") return where !== null;
  const message = `--ci ${where}: pm-talk has a workflow for github only.`;
  const hint =
    "Elsewhere:  pm-talk check  and  pm-talk gate --due 14d  say by their exit code what holds.";
  throw new PmTalkError("usage", message, hint);
}

function ciNotices({ci}: Initialised, context: Context): string[] {
  if (ci === null) return [];
  const file = shown(ci.file, context);
  if (!ci.own)
    return [`${file} is not ours, so it was left as it is. Rename it, and run this again.`];
  return ci.state === "left"
    ? []
    : [`Say in ${file}, at PM_TALK, what npm is to install there as pm-talk.`];
}

function shown(root: string, context: Context): string {
  return relative(context.cwd, root) || ".";
}

function textOf({written, changed, left}: Initialised): string {
  const lines = [
    ...written.map((file) => `wrote    ${file}`),
    ...changed.map((file) => `changed  ${file}`),
    ...left.map((file) => `left     ${file}`),
  ];
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}
