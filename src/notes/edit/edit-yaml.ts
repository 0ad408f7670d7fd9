import type {CST, Pair, ParsedNode} from "yaml";
import {unreadable} from "./edit-text.ts";

/** A stretch of the YAML: from `start` up to but not including `end`. */
export interface Stretch {
  start: number;
  end: number;
}

/** A value, and where it stands; one with a tag begins before its place and cannot be replaced. */
export interface Placed extends Stretch {
  value: unknown;
  style: "plain" | "single" | "double" | "block" | "flow-list" | "block-list" | "map" | "tagged";
  /** Elements of a list. */
  items: Item[];
}

/** An element of a list; `dash` is where its bullet stands, null in brackets. */
export interface Item extends Placed {
  dash: number | null;
}

/** A key with its value; `value` is null where nothing stands behind the colon. */
export interface Entry {
  field: string;
  key: Stretch;
  /** Where the value may begin: behind the colon. Null where the key has none. */
  behindColon: number | null;
  value: Placed | null;
}

/** The front matter as a list of keys with their places. */
export interface YamlMap {
  entries: Entry[];
  /** Written as `{key: value}`. */
  flow: boolean;
  /** Column of the keys. */
  indent: number;
  comments: Stretch[];
}

type Node = ParsedNode & {srcToken?: CST.Token; tag?: string; anchor?: string};

/**
 * Where everything stands in a block of YAML that our own reader has taken. Loads a second, slower parser,
 * which keeps every token; nothing is ever printed from its tree. Throws `not-written` for what is no mapping.
 */
export async function readYamlMap(block: string): Promise<YamlMap> {
  const yaml = await import("yaml");
  const document = yaml.parseDocument(block, {
    keepSourceTokens: true,
    schema: "core",
    uniqueKeys: false,
    logLevel: "silent",
  });
  const comments = commentsIn([...new yaml.Parser().parse(block)]);
  const {contents} = document;
  if (contents === null) return {entries: [], flow: false, indent: 0, comments};
  if (!yaml.isMap(contents) || document.errors.length > 0)
    throw unreadable(document.errors[0]?.message.split("\n")[0] ?? "it is no list of keys");
  const entries = contents.items.map((pair) => entryOf(pair as unknown as Pair<Node, Node | null>));
  const first = entries[0]?.key.start ?? 0;
  return {
    entries,
    flow: contents.flow === true,
    indent: first - (block.lastIndexOf("\n", first - 1) + 1),
    comments,
  };
}

function entryOf(pair: Pair<Node, Node | null>): Entry {
  const {key, value} = pair;
  const [start, end] = key.range;
  const token = pair.srcToken as {sep?: CST.SourceToken[]} | undefined;
  const colon = token?.sep?.find(({type}) => type === "map-value-ind");
  return {
    field: String((key as {value?: unknown}).value),
    key: {start, end},
    behindColon: colon === undefined ? null : colon.offset + 1,
    value: value === null || isNothing(value) ? null : placed(value),
  };
}

/** Nothing behind the colon; a `~` is something that can be replaced. */
function isNothing(node: Node): boolean {
  return node.range[0] === node.range[1];
}

function placed(node: Node): Placed {
  const [start, end] = node.range;
  const inner = "items" in node ? (node.items as Node[]) : [];
  const isList = node.srcToken?.type === "block-seq" || isFlowList(node);
  const tokens = (node.srcToken as {items?: {start: CST.SourceToken[]}[]} | undefined)?.items ?? [];
  return {
    start,
    end,
    value: node.toJSON() as unknown,
    style: styleOf(node),
    items: isList
      ? inner.map((one, index) => ({...placedItem(one), dash: dashOf(tokens[index]?.start ?? [])}))
      : [],
  };
}

/** An element may be a pair, as in `[a: b]`, which has no place of its own and which no list of ours holds. */
function placedItem(node: Node): Placed {
  if ((node.range as unknown) === undefined) throw unreadable("a list holds a key");
  return placed(node);
}

function dashOf(tokens: readonly CST.SourceToken[]): number | null {
  return tokens.find(({type}) => type === "seq-item-ind")?.offset ?? null;
}

function isFlowList(node: Node): boolean {
  const token = node.srcToken;
  return token?.type === "flow-collection" && token.start.source === "[";
}

function styleOf(node: Node): Placed["style"] {
  // A tag or an anchor stands outside the range, and would be left behind.
  if (node.anchor !== undefined || (node.tag !== undefined && node.srcToken?.type !== "alias"))
    return "tagged";
  const style = styles[node.srcToken?.type ?? ""];
  return style ?? (isFlowList(node) ? "flow-list" : "map");
}

const styles: Record<string, Placed["style"]> = {
  scalar: "plain",
  "single-quoted-scalar": "single",
  "double-quoted-scalar": "double",
  "block-scalar": "block",
  "block-seq": "block-list",
};

/** Every comment, from its `#` on, in order. */
function commentsIn(tokens: readonly unknown[]): Stretch[] {
  const comments: Stretch[] = [];
  const walk = (token: unknown): void => {
    if (Array.isArray(token)) for (const one of token) walk(one);
    else if (typeof token === "object" && token !== null) {
      const {type, offset, source} = token as {type?: string; offset?: number; source?: string};
      if (type === "comment" && offset !== undefined && source !== undefined)
        comments.push({start: offset, end: offset + source.length});
      for (const inner of Object.values(token)) if (typeof inner === "object") walk(inner);
    }
  };
  walk(tokens);
  return comments.sort((a, b) => a.start - b.start);
}
