import type {Node, YAMLMap} from "yaml";

/** A stretch of a line; line and column count from 1, columns and length in UTF-16 units. */
export interface Position {
  line: number;
  column: number;
  length: number;
}

/** A key or value in YAML: keys of mappings and indexes of lists, from the outside in. */
export interface YamlPlace {
  path: readonly (string | number)[];
  of: "key" | "value";
}

/**
 * Where keys and values stand in a YAML text that begins on the file's line `firstLine`; null for what is
 * not there. Loads a second, slower parser that keeps positions, so it is only asked about faulty files;
 * the text must have passed `parseYaml`, which bounds its size.
 */
export async function locateInYaml(
  text: string,
  firstLine: number,
  places: readonly YamlPlace[],
): Promise<(Position | null)[]> {
  const {LineCounter, isMap, isScalar, isSeq, parseDocument} = await import("yaml");
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: "core",
    uniqueKeys: false,
    logLevel: "silent",
  });

  const pairOf = (map: YAMLMap, key: string) =>
    map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);

  const position = (node: unknown): Position | null => {
    const range = (node as Node | null | undefined)?.range;
    if (range === null || range === undefined) return null;
    const {line, col} = lines.linePos(range[0]);
    const end = text.indexOf("\n", range[0]);
    const length = Math.min(range[1], end === -1 ? text.length : end) - range[0];
    return {line: line + firstLine - 1, column: col, length: Math.max(1, length)};
  };

  const find = ({path, of}: YamlPlace): Position | null => {
    let node: unknown = document.contents;
    let nearest: Position | null = null;
    for (const [depth, step] of path.entries()) {
      if (isMap(node)) {
        const pair = pairOf(node, String(step));
        if (pair === undefined) return nearest;
        nearest = position(pair.key);
        if (of === "key" && depth === path.length - 1) return nearest;
        node = pair.value;
      } else if (isSeq(node)) {
        node = node.items[Number(step)];
      } else if (step !== 0) {
        return nearest;
      }
      nearest = isEmptyScalar(node) ? nearest : (position(node) ?? nearest);
    }
    return nearest;
  };

  const isEmptyScalar = (node: unknown) =>
    isScalar(node) && node.value === null && node.source === "";

  return places.map(find);
}
