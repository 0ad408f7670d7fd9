import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterAll} from "vitest";
import {readDemo} from "../../src/workspace/demo.ts";
import {templatesFolder} from "../../src/workspace/templates.ts";
import {temporaryFolder} from "./harness.ts";

/** A copy of the sample workspace, true as of 2026-11-20, that is gone after the test. */
export function demoWorkspace(): string {
  return writeTo(temporaryFolder());
}

/** One copy of the sample workspace for all tests of a file that only read. */
export function demoToRead(): () => string {
  let root: string | null = null;
  afterAll(() => {
    if (root !== null) rmSync(root, {recursive: true, force: true});
  });
  return () => (root ??= writeTo(mkdtempSync(join(tmpdir(), "pm-talk-test-"))));
}

function writeTo(root: string): string {
  for (const {path, text} of readDemo("2026-11-20", templatesFolder())) {
    mkdirSync(dirname(join(root, path)), {recursive: true});
    writeFileSync(join(root, path), text);
  }
  return root;
}
