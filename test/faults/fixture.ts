import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {workspaceOf} from "../cli/harness.ts";
import {goodFiles} from "./good-workspace.ts";

export const fixtureFolder = join(import.meta.dirname, "fixtures");

const folders: Record<string, string> = {
  conversation: "conversations/2026-11-19-",
  customer: "customers/",
  assumption: "assumptions/",
  concept: "concepts/",
  decision: "decisions/2026-11-18-",
};

/** Names of all fixtures, without `.md`: what is wrong, a dot, the kind of file. */
export function fixtureNames(): string[] {
  return readdirSync(fixtureFolder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => name.slice(0, -3))
    .sort();
}

/** Where in the workspace a fixture is put: a conversation is newer than all good ones. */
export function placeOf(name: string): string {
  const [fault = "", kind = ""] = name.split(".");
  return `${folders[kind] ?? ""}${fault}.md`;
}

export function textOf(name: string): string {
  return readFileSync(join(fixtureFolder, `${name}.md`), "utf8");
}

/** The good workspace with this text in place of the fixture; null leaves the file away. */
export function workspaceWith(name: string, text: string | null): string {
  return workspaceOf(text === null ? goodFiles : {...goodFiles, [placeOf(name)]: text});
}
