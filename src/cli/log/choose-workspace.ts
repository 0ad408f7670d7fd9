import {PmTalkError} from "../../core/errors.ts";
import {findWorkspace, workspacesBelow} from "../../workspace/find-workspace.ts";
import {gitUser} from "../../workspace/git/git.ts";
import {homeOf, tilde} from "../../workspace/home.ts";
import {type Initialised, initWorkspace} from "../../workspace/init/init.ts";
import {lastWorkspace} from "../../workspace/last-used.ts";
import type {Input} from "../command.ts";
import type {Context} from "../context.ts";
import {handleIn, openWorkspace, type Opened} from "../open.ts";
import type {Choice, Prompter} from "../prompts/prompter.ts";
import {typedFlags} from "./draft-lines.ts";

type Place = {root: string} | "new" | "later";

/** Workspaces below this folder that are offered; the others want --dir. */
const mostBelow = 5;

/**
 * As openWorkspace. Where there is no workspace and somebody can be asked, offers the one used last, those
 * below, and a new one here. Throws the usage error where nobody can be asked or a folder was named, and
 * `cancelled` for "Later": what was typed so far is for the caller to keep.
 */
export async function openForLog(
  input: Input,
  context: Context,
  prompter: Prompter | null,
): Promise<Opened> {
  const {global} = input;
  const missing = workspaceMissing(input, context);
  if (missing === null) return await openWorkspace(global, context);
  if (prompter === null || hasNamedFolder(input, context)) throw missing;
  await prompter.say(missing.message);
  const place = await askPlace(context, prompter);
  if (place === "later") throw new PmTalkError("cancelled", "Nothing written yet.");
  if (place !== "new") return await openWorkspace({...global, dir: place.root}, context);
  const {root, handle} = await beginHere(context, prompter);
  return {...(await openWorkspace({...global, dir: root}, context)), me: handle};
}

/** The error that says so where there is no workspace; null where there is one. */
export function workspaceMissing(input: Input, {cwd, env}: Context): PmTalkError | null {
  const {global, args, flags} = input;
  // What was typed will be kept, or is a draft already: it is not to be typed again.
  const isTyped = args.length > 0 || flags["resume"] !== undefined || typedFlags(flags).length > 0;
  try {
    findWorkspace({cwd, dir: global.dir, env, command: isTyped ? "log --resume" : "log"});
    return null;
  } catch (error) {
    if (error instanceof PmTalkError) return error;
    throw error;
  }
}

/** Who names a folder means that one, and wants to hear that it is not there. */
function hasNamedFolder({global}: Input, {env}: Context): boolean {
  return global.dir !== null || (env["PM_TALK_DIR"] ?? "") !== "";
}

async function askPlace(context: Context, prompter: Prompter): Promise<Place> {
  const last = lastWorkspace(context.env);
  const below = workspacesBelow(context.cwd).filter((root) => root !== last);
  const named = (root: string, note: string): Choice<Place> => ({
    value: {root},
    label: tilde(root, homeOf(context.env)),
    note,
  });
  return await prompter.select<Place>({
    message: "Where shall the note go?",
    choices: [
      ...(last === null ? [] : [named(last, "the one you used last")]),
      ...below.slice(0, mostBelow).map((root) => named(root, "below this folder")),
      {value: "new", label: "A new one here"},
      {value: "later", label: "Later"},
    ],
  });
}

/** What `init --me` does, with the handle asked for until it will do. */
async function beginHere(
  context: Context,
  prompter: Prompter,
): Promise<{root: string; handle: string}> {
  let handle = handleIn(await gitUser(context.cwd, context.env));
  for (;;) {
    handle = (await prompter.text({message: "Your handle? (one word)", initial: handle})).trim();
    try {
      const done = await initWorkspace(context.cwd, {handle, env: context.env});
      await prompter.say(noticeOf(done));
      return {root: done.root, handle};
    } catch (error) {
      if (!(error instanceof PmTalkError) || error.code !== "usage") throw error;
      await prompter.say([error.message, error.hint ?? ""].join("\n  ").trimEnd());
    }
  }
}

function noticeOf({written, changed, left}: Initialised): string {
  return [
    ...written.map((file) => `wrote    ${file}`),
    ...changed.map((file) => `changed  ${file}`),
    ...left.map((file) => `left     ${file}`),
    "Nothing is committed yet.",
  ].join("\n");
}
