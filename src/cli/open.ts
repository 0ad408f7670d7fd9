import {relative} from "node:path";
import type {CalendarDate} from "../core/calendar.ts";
import {PmTalkError} from "../core/errors.ts";
import {foldName} from "../core/text.ts";
import {reservedHandles} from "../notes/vocabulary.ts";
import type {CacheOptions} from "../workspace/cache/cache.ts";
import {findWorkspace, workspaceAround} from "../workspace/find-workspace.ts";
import {gitUser} from "../workspace/git/git.ts";
import {loadWorkspace, type Workspace} from "../workspace/load.ts";
import {quote} from "../workspace/shell-words.ts";
import {buildId} from "./build-id.ts";
import type {GlobalFlags} from "./command.ts";
import type {Context} from "./context.ts";
import {progressOn} from "./progress.ts";
import {echoDate, parseSpokenDate} from "./flags/spoken-dates.ts";
import {writeNotice} from "./streams.ts";

/** A workspace that was read for one command. */
export interface Opened {
  workspace: Workspace;
  today: CalendarDate;
  /** The day the answer is true for. */
  asOf: CalendarDate;
  /** Handle of the person at the keyboard, where they have just said it. */
  me?: string;
}

/** Finds and reads the workspace. Throws a usage error where there is none, or its pm-talk.yml is invalid. */
export async function openWorkspace(
  global: GlobalFlags,
  context: Context,
  options: {strays?: boolean; warnings?: boolean} = {},
): Promise<Opened> {
  const today = context.today;
  const asOf = await readAsOf(global, today, context);
  const root = findWorkspace({cwd: context.cwd, dir: global.dir, env: context.env});
  const progress = progressOn(context, global);
  // Text says no warnings, so it need not know where they stand; JSON lists them.
  const {strays = false, warnings = global.json} = options;
  const cache = cacheFor(global, context);
  const workspace = await loadWorkspace(root, {
    today,
    strays,
    warnings,
    cache,
    progress: progress.step,
  });
  progress.done();
  return {workspace, today, asOf};
}

function cacheFor(global: GlobalFlags, {env, now}: Context): CacheOptions | null {
  return global.cache !== false && buildId !== null ? {env, build: buildId, now: now()} : null;
}

/** The day to answer for: --as-of, else today; one given in words is echoed. */
export async function readAsOf(
  global: GlobalFlags,
  today: CalendarDate,
  context: Context,
): Promise<CalendarDate> {
  if (global.asOf === null) return today;
  const {date, inWords} = parseSpokenDate(global.asOf, today, "back", "--as-of");
  if (inWords && !global.quiet) await writeNotice(context, `As of ${echoDate(date, today)}.`);
  return date;
}

/**
 * Handle of the person at the keyboard: PM_TALK_ME, or the member who has git's e-mail address. Never
 * guessed: throws a usage error that says how to become known.
 */
export async function whoAmI(opened: Opened, context: Context): Promise<string> {
  const {config, root} = opened.workspace;
  if (opened.me !== undefined) return opened.me;
  const given = context.env["PM_TALK_ME"];
  if (given !== undefined && given !== "") {
    const member = config.team.find((one) =>
      [one.handle, ...one.aliases].some((name) => foldName(name) === foldName(given)),
    );
    if (member !== undefined) return member.handle;
    throw new PmTalkError(
      "usage",
      `PM_TALK_ME is "${given}", and nobody in pm-talk.yml has that handle.`,
      `${initCommand(given, root, context)}     adds you`,
    );
  }
  const email = await gitUser(root, context.env);
  const member =
    email === null
      ? undefined
      : config.team.find((one) => one.emails.some((known) => foldName(known) === foldName(email)));
  if (member !== undefined) return member.handle;
  const who = email === null ? "git has no user.email" : `git says ${email}`;
  throw new PmTalkError(
    "usage",
    `Who are you? ${who}, and nobody in pm-talk.yml ${email === null ? "can be found by it" : "has it"}.`,
    `${initCommand(handleIn(email), root, context)}     adds you, or this address if you are there`,
  );
}

/** `ana` of ana@example.com: offered, never taken without being shown. */
export function handleIn(email: string | null): string {
  return /^[\p{L}\p{N}]+/u.exec(email ?? "")?.[0] ?? "";
}

/** The command that adds somebody to the workspace that was read, wherever it is pasted. */
function initCommand(handle: string, root: string, {cwd, env}: Context): string {
  const where = workspaceAround(cwd, env) === root ? "" : ` --dir ${quote(relative(cwd, root))}`;
  const isHandle =
    /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u.test(handle) &&
    !reservedHandles.includes(foldName(handle));
  return `pm-talk${where} init --me ${isHandle ? handle : "HANDLE"}`;
}
