import {CORE_SCHEMA, load, YAMLException} from "js-yaml";
import type {LoadOptions, State} from "js-yaml";

/** The largest YAML that is parsed, in bytes: parsers are quadratic on some inputs. */
const maxYamlBytes = 64 * 1024;
const maxNodes = 5_000;
const maxDepth = 20;
/** White space in one run, in characters: gray-matter looks for comments in quadratic time there. */
const maxBlankRun = 1_000;

/** Keys that would reach into JavaScript objects, or merge other mappings. */
const refusedKeys = new Set(["__proto__", "constructor", "prototype", "<<"]);

/** Why YAML is not read. `line` and `column` count from 0, within the text that was given. */
export class YamlRefusal extends Error {
  readonly reason: string;
  readonly line: number;
  readonly column: number;
  /** What our own guards refuse; `syntax` is what the parser says. */
  readonly kind: YamlRefusalKind;

  constructor(kind: YamlRefusalKind, reason: string, line = 0, column = 0) {
    super(reason);
    this.kind = kind;
    this.reason = reason;
    this.line = line;
    this.column = column;
  }
}
export type YamlRefusalKind = "syntax" | "size" | "anchor" | "key" | "mapping";

/**
 * The value of a YAML text by the core schema (dates stay text). Throws a YamlRefusal for what is no YAML
 * and for what could only be an attack or an accident: anchors, tags, merge keys, deep or huge structures.
 */
export function parseYaml(text: string): unknown {
  refuseSize(text);
  let nodes = 0;
  const listener = (event: string, state: State & {anchor?: string | null}) => {
    if (event === "open" && ++nodes > maxNodes) {
      throw new YamlRefusal("size", `there are more than ${String(maxNodes)} values`, state.line);
    }
    if (event === "close" && typeof state.anchor === "string") {
      throw anchorRefusal(state, state.anchor);
    }
  };
  // The parser bounds nesting too, an option that its types do not know yet.
  const options: LoadOptions & {maxDepth: number} = {schema: CORE_SCHEMA, maxDepth, listener};
  let value: unknown;
  try {
    value = load(text, options);
  } catch (error) {
    throw toRefusal(error, text);
  }
  refuseKeys(value, text);
  return value;
}

function anchorRefusal(state: State, anchor: string): YamlRefusal {
  const before = state.input.slice(0, state.position);
  const at = before.lastIndexOf(`&${anchor}`);
  const start = before.lastIndexOf("\n", at) + 1;
  const line = before.slice(0, start).split("\n").length - 1;
  return new YamlRefusal("anchor", `&${anchor}`, line, at - start);
}

function toRefusal(error: unknown, text: string): unknown {
  if (error instanceof YamlRefusal) return error;
  if (!(error instanceof YAMLException)) return error;
  if (error.reason.startsWith("nesting")) {
    const reason = `there are more than ${String(maxDepth)} levels`;
    return new YamlRefusal("size", reason, (error.mark as {line: number} | undefined)?.line);
  }
  // The parser's types promise a mark, but a second document is reported without one.
  const mark = error.mark as {line: number; column: number} | undefined;
  const line =
    mark?.line ??
    Math.max(
      0,
      text.split("\n").findIndex((row) => row.startsWith("...")),
    );
  return new YamlRefusal("syntax", error.reason, line, mark?.column ?? 0);
}

/** Throws a YamlRefusal for what is too large to be looked at by a parser, ours or gray-matter's. */
export function refuseSize(text: string): void {
  if (byteLength(text) > maxYamlBytes) {
    throw new YamlRefusal("size", "it is longer than 64 KiB");
  }
  // Too short for such a run, as nearly all front matter is.
  if (text.length < maxBlankRun) return;
  let run = 0;
  for (const [number, line] of text.split("\n").entries()) {
    run = line.trim() === "" ? run + line.length + 1 : 0;
    if (run > maxBlankRun) {
      throw new YamlRefusal("size", "there are more than 1,000 blanks in a row", number);
    }
  }
}

function byteLength(text: string): number {
  if (text.length * 3 <= maxYamlBytes) return text.length;
  return text.length > maxYamlBytes ? text.length : new TextEncoder().encode(text).length;
}

function refuseKeys(value: unknown, text: string): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const element of value) refuseKeys(element, text);
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    if (refusedKeys.has(key)) {
      const {line, column} = findKey(text, key);
      throw new YamlRefusal("key", key, line, column);
    }
    refuseKeys(inner, text);
  }
}

function findKey(text: string, key: string): {line: number; column: number} {
  const lines = text.split("\n");
  const line = Math.max(
    0,
    lines.findIndex((row) => row.includes(key)),
  );
  return {line, column: Math.max(0, lines[line]?.indexOf(key) ?? 0)};
}
