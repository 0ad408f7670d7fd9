import type {Fault} from "../core/diagnostics.ts";
import type {FoundFiles} from "./find-files.ts";

/** Where the files of a workspace are read from: the disk, or what is staged for the next commit. */
export interface Source {
  /** Absolute path of the workspace. */
  root: string;
  /** The text of pm-talk.yml. Throws `usage` where there is none, or none that can be read. */
  configText: () => string;
  files: () => FoundFiles;
  /** Markdown files outside the five folders, as `check` looks at them. */
  elsewhere: () => string[];
  /** The bytes of a file, by its path relative to the workspace, or what keeps them from being read. */
  read: (file: string) => Buffer | Fault;
}
