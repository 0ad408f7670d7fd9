import {posix} from "node:path";
import type {Source} from "./read-source.ts";

/**
 * The circles of files that import each other, each once, beginning with its first file by name. Imports of
 * types count: a circle of types is two files that are one idea. What is loaded only when asked for does not,
 * because a list of commands names all of them.
 */
export function findCycles(sources: Source[], paths: Set<string>): string[][] {
  const edges = new Map(sources.map((source) => [source.path, targetsOf(source, paths)]));
  const done = new Set<string>();
  const cycles: string[][] = [];
  const walk = (path: string, above: string[]): void => {
    const start = above.indexOf(path);
    if (start !== -1) cycles.push(fromFirst(above.slice(start)));
    if (start !== -1 || done.has(path)) return;
    for (const next of edges.get(path) ?? []) walk(next, [...above, path]);
    done.add(path);
  };
  for (const path of edges.keys()) walk(path, []);
  return [...new Map(cycles.map((cycle) => [cycle.join("\n"), cycle])).values()];
}

function targetsOf(source: Source, paths: Set<string>): string[] {
  return source.imports
    .filter((one) => one.from.startsWith(".") && one.how !== "lazy")
    .map((one) => posix.join(posix.dirname(source.path), one.from))
    .filter((target) => paths.has(target));
}

function fromFirst(cycle: string[]): string[] {
  const first = cycle.indexOf([...cycle].sort()[0] ?? "");
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}
