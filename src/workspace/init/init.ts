import {readFileSync, realpathSync, statSync} from "node:fs";
import {join, relative, resolve, sep} from "node:path";
import {PmTalkError} from "../../core/errors.ts";
import {flattenSpace, foldName, nearest} from "../../core/text.ts";
import {folders, memberFunctions, reservedHandles} from "../../notes/vocabulary.ts";
import {newConfigText, type NewMember} from "./config-text.ts";
import {createIfAbsent, replaceFile} from "../write/create-file.ts";
import {withMember} from "./edit-config.ts";
import {configFile, workspaceAround} from "../find-workspace.ts";
import {gitUser} from "../git/git.ts";
import {type HookResult, installHook} from "../git/hook.ts";
import {findHookPlace, type HookPlace} from "../git/hook-place.ts";
import {
  findWorkflowPlace,
  installWorkflow,
  type WorkflowPlace,
  type WorkflowResult,
} from "./init-ci.ts";
import {readmeText} from "./init-readme.ts";
import {loadConfig} from "../load-config.ts";
import type {Environment} from "../git/run-git.ts";
import {quote} from "../shell-words.ts";
import {templatesFolder} from "../templates.ts";

/** Who is setting the workspace up, and what else is wanted. */
export interface InitOptions {
  /** Null: the team stays empty, or as it is. */
  handle: string | null;
  /** Null: git's user.email. */
  email?: string | null;
  name?: string | null;
  function?: string | null;
  /** Also write the built-in note templates, to be changed by the team. */
  templates?: boolean;
  /** Also install the hook that checks the notes in a commit. */
  hook?: boolean;
  /** Also write the workflow for GitHub that checks, reports and holds gates. */
  ci?: boolean;
  env: Environment;
}

/** Paths relative to the workspace, with `/`. */
export interface Initialised {
  /** Absolute. */
  root: string;
  written: string[];
  /** Existing files in which something was added. */
  changed: string[];
  /** Existing files that were not touched. */
  left: string[];
  /** What became of the hook; null when it was not asked for. */
  hook: (HookResult & {path: string}) | null;
  /** What became of the workflow; null when it was not asked for. */
  ci: (WorkflowResult & {path: string}) | null;
}

/**
 * Makes the folder a workspace, or adds what is missing of one: pm-talk.yml, the five folders, a README,
 * and, where they are asked for, the templates, the hook and the workflow. Records the member's e-mail address, so that
 * pm-talk knows who is writing. Run again, it changes nothing. Throws `usage` for a handle, function or
 * pm-talk.yml that is not valid and for a hook or workflow without a repository, `not-written` when the disk refuses.
 */
export async function initWorkspace(dir: string, options: InitOptions): Promise<Initialised> {
  const root = resolve(dir);
  if (statSync(root, {throwIfNoEntry: false})?.isDirectory() === false) {
    throw new PmTalkError("usage", `${dir} is a file.`, "A workspace is a folder.");
  }
  assertNotNested(root, options);
  const member = await memberOf(root, options);
  const place = options.hook === true ? await findHookPlace(root, options.env) : null;
  const workflow = options.ci === true ? await findWorkflowPlace(root, options.env) : null;
  const done: Initialised = {root, written: [], changed: [], left: [], hook: null, ci: null};
  await ensureConfig(done, member);
  for (const folder of Object.values(folders)) await ensure(done, `${folder}/.gitkeep`, "");
  await ensure(done, "README.md", await readmeText(root, options.env, options.ci === true));
  if (options.templates === true) {
    for (const name of ["interview", "sales-call"]) {
      const text = readFileSync(join(templatesFolder(), `${name}.md`), "utf8");
      await ensure(done, `templates/${name}.md`, text);
    }
  }
  if (place !== null) await ensureHook(done, place, options.env);
  if (workflow !== null) await ensureWorkflow(done, workflow);
  return done;
}

/** In a folder of a workspace somebody wants to join that one, not to begin another inside it. */
function assertNotNested(root: string, {handle, env}: InitOptions): void {
  const around = workspaceAround(root, env);
  if (around === null || around === root) return;
  const me = handle === null ? "" : ` --me ${quote(handle)}`;
  throw new PmTalkError(
    "usage",
    `${root} lies in the workspace ${around} already.`,
    `To work on that one:  pm-talk init ${quote(around)}${me}`,
  );
}

async function memberOf(root: string, options: InitOptions): Promise<NewMember | null> {
  const {handle, email = null, name = null, env} = options;
  if (handle === null) return null;
  assertHandle(handle);
  assertFunction(options.function ?? null);
  return {
    handle,
    name: name === null ? null : flattenSpace(name),
    email: email ?? (await gitUser(root, env)),
    function: options.function ?? null,
  };
}

function assertHandle(handle: string): void {
  if (reservedHandles.includes(foldName(handle))) {
    throw new PmTalkError("usage", `"${handle}" means something else in notes.`, "Another handle?");
  }
  if (/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u.test(handle)) return;
  const hint = "One word of letters, digits, dots and dashes, as in --me ana";
  throw new PmTalkError("usage", `"${handle}" cannot be a handle.`, hint);
}

function assertFunction(word: string | null): void {
  if (word === null || memberFunctions.some((known) => known === word)) return;
  const near = nearest(word, memberFunctions)[0];
  const guess = near === undefined ? "" : `Did you mean ${near}? `;
  const hint = `${guess}Functions: ${memberFunctions.join(" ")}`;
  throw new PmTalkError("usage", `"${word}" is no function.`, hint);
}

async function ensureConfig(done: Initialised, member: NewMember | null): Promise<void> {
  const path = join(done.root, configFile);
  if (await createIfAbsent(path, await newConfigText(member), done.root)) {
    await loadConfig(done.root);
    done.written.push(configFile);
    return;
  }
  const config = await loadConfig(done.root);
  const before = readFileSync(path, "utf8");
  const after = member === null ? null : await withMember(before, config, member);
  if (after === null) {
    done.left.push(configFile);
    return;
  }
  await replaceFile(path, after, {before, root: done.root});
  done.changed.push(configFile);
}

async function ensureHook(done: Initialised, place: HookPlace, env: Environment): Promise<void> {
  const hook = await installHook(place, env);
  const path = relative(realpathSync(done.root), hook.file).split(sep).join("/");
  done.hook = {...hook, path};
  done[hook.state].push(path);
}

async function ensureWorkflow(done: Initialised, place: WorkflowPlace): Promise<void> {
  const workflow = await installWorkflow(place);
  const path = relative(realpathSync(done.root), workflow.file).split(sep).join("/");
  done.ci = {...workflow, path};
  done[workflow.state].push(path);
}

async function ensure(done: Initialised, file: string, text: string): Promise<void> {
  const isNew = await createIfAbsent(join(done.root, file), text, done.root);
  (isNew ? done.written : done.left).push(file);
}
