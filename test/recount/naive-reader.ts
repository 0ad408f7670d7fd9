import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "yaml";
import {type NaiveBody, readBody} from "./naive-body.ts";
import {order} from "./naive-text.ts";

/** Front matter and body of one file, nothing resolved. */
export interface NaiveFile {
  id: string;
  fields: Record<string, unknown>;
  body: NaiveBody;
}

export interface NaiveMember {
  handle: string;
  name: string;
  level: string | null;
  joined: string | null;
  aliases: string[];
}

export interface NaiveWorkspace {
  members: NaiveMember[];
  segments: string[];
  /** Own types of the team. */
  types: Map<string, {live: boolean; selling: boolean}>;
  meaningful: {minutes: number; talk: number; words: number};
  evidence: {
    fresh: number;
    expired: number;
    customers: number;
    against: number;
    believe: number;
    disbelieve: number;
  };
  cadence: Record<string, number>;
  conversations: NaiveFile[];
  customers: NaiveFile[];
  assumptions: NaiveFile[];
  concepts: NaiveFile[];
}

/** Reads a workspace without faults: splits by lines, trusts the YAML library, knows no diagnostics. */
export function readWorkspace(root: string): NaiveWorkspace {
  const config = mapping(parse(readFileSync(join(root, "pm-talk.yml"), "utf8")));
  return {
    members: list(config.team).map((entry) => memberOf(mapping(entry))),
    segments: texts(config.segments),
    types: new Map(
      Object.entries(mapping(config.types)).map(([name, value]) => [
        name,
        {live: true, selling: false, ...mapping(value)},
      ]),
    ),
    meaningful: {minutes: 15, talk: 0.65, words: 20, ...mapping(config.meaningful)},
    evidence: {
      fresh: 180,
      expired: 365,
      customers: 5,
      against: 3,
      believe: 0.8,
      disbelieve: 0.2,
      ...mapping(config.evidence),
    },
    cadence: mapping(config.cadence) as Record<string, number>,
    conversations: readFolder(root, "conversations"),
    customers: readFolder(root, "customers"),
    assumptions: readFolder(root, "assumptions"),
    concepts: readFolder(root, "concepts"),
  };
}

function memberOf(member: Record<string, unknown>): NaiveMember {
  const handle = textOf(member.handle) ?? "";
  return {
    handle,
    name: textOf(member.name) ?? handle,
    level: textOf(member.level),
    joined: textOf(member.joined),
    aliases: texts(member.aliases),
  };
}

function readFolder(root: string, folder: string): NaiveFile[] {
  const files: NaiveFile[] = [];
  const walk = (path: string) => {
    for (const entry of readdirSync(path, {withFileTypes: true})) {
      const inner = join(path, entry.name);
      if (/^[._]/.test(entry.name) || /^readme\.md$/i.test(entry.name)) continue;
      if (entry.isDirectory()) walk(inner);
      else if (/\.md$/i.test(entry.name)) files.push(readFile(entry.name, inner));
    }
  };
  walk(join(root, folder));
  return files.sort((a, b) => order(a.id, b.id));
}

function readFile(name: string, path: string): NaiveFile {
  const text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  const parts = /^---(?:yaml)?[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)([\s\S]*)$/m.exec(text);
  if (!parts) throw new Error(`The recount finds no front matter in ${path}`);
  return {
    id: name.replace(/\.md$/i, ""),
    fields: mapping(parse(parts[1] ?? "")),
    body: readBody(parts[2] ?? ""),
  };
}

function mapping(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function list(value: unknown): unknown[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** The list of texts that a field holds; one text is a list of one. */
export function texts(value: unknown): string[] {
  return list(value).map((entry) => String(entry));
}

/** The text of a field, or null. */
export function textOf(value: unknown): string | null {
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}
