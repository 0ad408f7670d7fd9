import {readFileSync, realpathSync} from "node:fs";
import {join, relative, sep} from "node:path";
import {PmTalkError} from "../../core/errors.ts";
import {folders} from "../../notes/vocabulary.ts";
import {bare, noRepository} from "../git/commit-causes.ts";
import {createIfAbsent} from "../write/create-file.ts";
import {configFile} from "../find-workspace.ts";
import {isThere, readGiven} from "../given-files.ts";
import {existingPart} from "../git/hook-place.ts";
import {branchOf} from "./init-readme.ts";
import {type Environment, readWithGit} from "../git/run-git.ts";
import {slugOf} from "../slug.ts";
import {templatesFolder} from "../templates.ts";

/** Where a repository on GitHub keeps its workflows, and for which workspace in it one is wanted. */
export interface WorkflowPlace {
  /** Top folder of the work tree. */
  top: string;
  /** The workspace as seen from there, with `/`; `.` for the top folder itself. */
  workspace: string;
  /** The branch that people start from. */
  branch: string;
}

/** What became of the workflow. */
export interface WorkflowResult {
  /** Absolute. */
  file: string;
  state: "written" | "left";
  /** Whether it is one of ours; another one is never touched. */
  own: boolean;
}

/** The place for a workflow of the workspace `root`, which need not exist yet. Throws `usage` without a work tree. */
export async function findWorkflowPlace(root: string, env: Environment): Promise<WorkflowPlace> {
  const {existing, rest} = existingPart(root);
  const ask = ["rev-parse", "--is-inside-work-tree", "--show-toplevel"];
  const asked = await readWithGit(existing, ask, env);
  if (asked.code !== 0 || !asked.stdout.startsWith("true")) {
    const {why} = asked.code === 0 ? bare : noRepository(asked);
    const hint = "Without a workflow:  pm-talk init";
    throw new PmTalkError("usage", `No place for a workflow: ${why}.`, hint);
  }
  const top = realpathSync(asked.stdout.replace(/^true\r?\n|\r?\n$/g, ""));
  const workspace = relative(top, join(existing, rest)).split(sep).join("/") || ".";
  return {top, workspace, branch: await branchOf(existing, env)};
}

/**
 * Writes the workflow that checks the notes of a pull request, writes the reports and holds the gates. One
 * that is there stays as it is, ours too: the team has changed it. Throws `not-written` when the disk refuses.
 */
export async function installWorkflow(place: WorkflowPlace): Promise<WorkflowResult> {
  const {top, workspace} = place;
  // A repository may hold several workspaces, and each has its own.
  const names = ["pm-talk.yml", `pm-talk-${slugOf(workspace)}.yml`];
  const name =
    names.find((one) => !isOfAnother(join(top, pathOf(one)), workspace)) ?? "pm-talk.yml";
  const file = join(top, pathOf(name));
  const isNew = await createIfAbsent(file, workflowText(place, pathOf(name)), top);
  return {file, state: isNew ? "written" : "left", own: isOurs(textOf(file))};
}

function workflowText({workspace, branch}: WorkflowPlace, file: string): string {
  const template = readFileSync(join(templatesFolder(), "ci", "github.yml"), "utf8");
  const values: Record<string, string> = {
    name: quoted(workspace === "." ? "pm-talk" : `pm-talk ${workspace}`),
    workspace: quoted(workspace),
    branch: quoted(pattern(branch)),
    file,
    paths: [...watched(workspace), file].map((path) => `      - ${quoted(path)}`).join("\n"),
  };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? "");
}

/** What a change of the notes is, in the patterns of GitHub; reports are made from them. */
function watched(workspace: string): string[] {
  const prefix = workspace === "." ? "" : `${pattern(workspace)}/`;
  const all = [...Object.values(folders), "transcripts"].map((folder) => `${folder}/**`);
  return [configFile, ...all].map((path) => prefix + path);
}

/** A name in which `*` and the like stand for themselves. */
function pattern(name: string): string {
  return name.replace(/[\\*?+[\]!]/g, "\\$&");
}

/** JSON strings are YAML too. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

const firstLine = "# pm-talk, for the workspace ";

function isOurs(text: string): boolean {
  return text.startsWith(firstLine);
}

function isOfAnother(file: string, workspace: string): boolean {
  const text = textOf(file);
  return isOurs(text) && text.split(/\r?\n/)[0] !== firstLine + quoted(workspace);
}

function textOf(file: string): string {
  const bytes = isThere(file) ? readGiven(file) : null;
  return bytes === null ? "" : Buffer.from(bytes).toString("utf8");
}

function pathOf(name: string): string {
  return `.github/workflows/${name}`;
}
