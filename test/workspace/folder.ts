import {mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {onTestFinished} from "vitest";

/** A real temporary folder with these files in it, gone after the test. */
export function folderOf(files: Record<string, string> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "pm-talk-test-")));
  onTestFinished(() => {
    rmSync(folder, {recursive: true, force: true});
  });
  writeAll(folder, files);
  return folder;
}

export function writeAll(folder: string, files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    const path = join(folder, file);
    mkdirSync(dirname(path), {recursive: true});
    writeFileSync(path, text);
  }
}
