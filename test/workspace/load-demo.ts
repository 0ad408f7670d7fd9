import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {demoBaseDay, writeDemo} from "../../src/workspace/demo.ts";
import {loadWorkspace, type Workspace} from "../../src/workspace/load.ts";
import {templatesFolder} from "../../src/workspace/templates.ts";

/** The sample workspace as it lies in the templates. */
export function loadDemo(): Promise<Workspace> {
  return loadWorkspace(join(templatesFolder(), "demo"), {today: demoBaseDay, strays: true});
}

/** The sample workspace as `pm-talk demo` writes it on another day. */
export async function loadShiftedDemo(day: string): Promise<Workspace> {
  const folder = await mkdtemp(join(tmpdir(), "pm-talk-demo-"));
  try {
    await writeDemo(folder, day);
    return await loadWorkspace(folder, {today: day, strays: true});
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}
