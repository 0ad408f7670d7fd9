import {findFiles} from "./find-files.ts";
import {filesElsewhere} from "./find-strays.ts";
import {readConfigText} from "./load-config.ts";
import {readBytes} from "./read-bytes.ts";
import type {Source} from "./source.ts";

/** The workspace as it lies on the disk. */
export function diskSource(root: string): Source {
  return {
    root,
    configText: () => readConfigText(root),
    files: () => findFiles(root),
    elsewhere: () => filesElsewhere(root),
    read: (file) => readBytes(root, file),
  };
}
