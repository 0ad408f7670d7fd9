import type {CalendarDate} from "../../core/calendar.ts";
import type {Fault} from "../../core/diagnostics.ts";
import {fileFault} from "../file-codes.ts";
import {configFile} from "../find-workspace.ts";
import {configText, unusableConfig} from "../load-config.ts";
import {loadFrom, type Workspace} from "../load.ts";
import type {Environment} from "./run-git.ts";
import type {Source} from "../source.ts";
import {readObjects} from "./staged-blobs.ts";
import {type StagedEntry, stagedEntries, stagedRepository} from "./staged-entries.ts";
import {stagedElsewhere, stagedFiles} from "./staged-files.ts";

export interface StagedOptions {
  /** What the clock says. */
  today: CalendarDate;
  env: Environment;
  /** Where the user or git runs the command: a GIT_DIR may be relative to it. */
  cwd: string;
  strays?: boolean;
  progress?: (read: number, of: number) => void;
}

/**
 * The workspace as it would be committed now: every file, pm-talk.yml too, is read from git's index and none
 * from the work tree. As in a hook, GIT_DIR, GIT_WORK_TREE and GIT_INDEX_FILE say which index. Throws `usage`
 * where there is no repository, or pm-talk.yml is not staged or not valid.
 */
export async function loadStaged(root: string, options: StagedOptions): Promise<Workspace> {
  return await loadFrom(await stagedSource(root, options), options);
}

async function stagedSource(
  root: string,
  {env, cwd, strays = false}: StagedOptions,
): Promise<Source> {
  const repository = await stagedRepository(root, env, cwd);
  const entries = await stagedEntries(repository);
  const elsewhere = strays ? stagedElsewhere(entries) : [];
  const wanted = wantedOf(root, entries, elsewhere);
  const objects = await readObjects([...new Set(wanted.map(({object}) => object))], repository);
  const byFile = new Map(entries.map((entry) => [entry.file, entry]));
  const read = (file: string): Buffer | Fault =>
    objects.get(byFile.get(file)?.object ?? "") ?? notStaged();
  const targetOf = ({file}: StagedEntry): string => {
    const bytes = read(file);
    return bytes instanceof Uint8Array ? bytes.toString("utf8") : "";
  };
  return {
    root,
    configText: () => configTextOf(byFile.get(configFile), read),
    files: () => stagedFiles(root, entries, targetOf),
    elsewhere: () => elsewhere,
    read,
  };
}

/** The entries whose content will be asked for: pm-talk.yml, workspace files, links, and possible strays. */
function wantedOf(
  root: string,
  entries: readonly StagedEntry[],
  elsewhere: readonly string[],
): StagedEntry[] {
  const {places} = stagedFiles(root, entries, () => "");
  const files = new Set([configFile, ...places.map(({file}) => file), ...elsewhere]);
  return entries.filter(({file, mode}) => files.has(file) || mode === "120000");
}

function configTextOf(
  entry: StagedEntry | undefined,
  read: (file: string) => Buffer | Fault,
): string {
  if (entry === undefined)
    throw unusableConfig("is not staged, and never was", `git add ${configFile}`);
  if (entry.unmerged) {
    throw unusableConfig("has a conflict that a merge left in it", "Resolve it, and git add it.");
  }
  if (entry.mode === "120000") {
    throw unusableConfig("is a symbolic link, which is not followed", "Put the file itself there.");
  }
  return configText(read(configFile));
}

function notStaged(): Fault {
  return fileFault("file-unreadable", "this file is not staged", "git add it.");
}
