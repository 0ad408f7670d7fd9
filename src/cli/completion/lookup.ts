import {resolve} from "node:path";
import {shortId} from "../../core/identity.ts";
import {foldName} from "../../core/text.ts";
import {visible} from "../../core/visible.ts";
import {type Kind, kinds} from "../../notes/vocabulary.ts";
import {parseYaml} from "../../notes/front-matter/yaml.ts";
import {configFile, workspaceAround} from "../../workspace/find-workspace.ts";
import {listIds} from "../../workspace/list-ids.ts";
import {readBytes} from "../../workspace/read-bytes.ts";
import type {Context} from "../context.ts";
import type {Candidate, Lookup} from "./candidates.ts";

type Surroundings = Pick<Context, "cwd" | "env">;

/**
 * Looks names up in the workspace without reading a note: ids are file names, everything else stands in
 * pm-talk.yml. Where there is no workspace there are no names.
 */
export function lookupIn(surroundings: Surroundings): Lookup {
  return (source, typed, dir) => {
    const root = rootOf(surroundings, dir);
    const kind = kinds.find((one) => one === source);
    const found =
      root === null ? [] : kind === undefined ? namesIn(root)[source] : idsOf(root, kind, typed);
    return Promise.resolve((found ?? []).filter(({value}) => canBeTyped(value)));
  };
}

function rootOf({cwd, env}: Surroundings, dir: string | null): string | null {
  const given = dir ?? env["PM_TALK_DIR"] ?? "";
  if (given === "") return workspaceAround(cwd, env);
  // A shell hands over the word as it is typed, before it puts the home folder in.
  return resolve(
    cwd,
    given.replace(/^~(?=\/|$)/, () => env["HOME"] ?? "~"),
  );
}

/** Whole ids, and for one who types its last six characters those. */
function idsOf(root: string, kind: Kind, typed: string): Candidate[] {
  const ids = listIds(root, kind);
  const wanted = foldName(typed);
  const whole = ids.map((value) => ({value, about: ""}));
  if (ids.some((id) => foldName(id).startsWith(wanted))) return whole;
  return ids.map((id) => ({value: shortId(id), about: id}));
}

function namesIn(root: string): Partial<Record<string, Candidate[]>> {
  const {team, segments, types, themes} = readConfigLoosely(root);
  return {
    members: listOf(team).flatMap((member) => {
      const {handle, name} = (member ?? {}) as {handle?: unknown; name?: unknown};
      return typeof handle !== "string"
        ? []
        : [{value: handle, about: typeof name === "string" ? name : ""}];
    }),
    segments: texts(segments),
    types: texts(typeof types === "object" && types !== null ? Object.keys(types) : []),
    tags: texts(themes),
  };
}

/** Whatever of pm-talk.yml can be read; its faults are named by every other command. */
function readConfigLoosely(root: string): Record<string, unknown> {
  const bytes = readBytes(root, configFile);
  if (!(bytes instanceof Uint8Array)) return {};
  try {
    const value = parseYaml(new TextDecoder().decode(bytes));
    return typeof value === "object" && value !== null ? {...value} : {};
  } catch {
    return {};
  }
}

function texts(value: unknown): Candidate[] {
  return listOf(value).flatMap((one) => (typeof one === "string" ? [{value: one, about: ""}] : []));
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** A name with a control character would not reach the command line as it is, one with a dash would be a flag. */
function canBeTyped(value: string): boolean {
  return (
    value !== "" && !value.startsWith("-") && visible(value) === value && !/[\t\n]/.test(value)
  );
}
