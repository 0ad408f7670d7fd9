import matter from "gray-matter";
import type {Fault} from "../../core/diagnostics.ts";
import {findFences} from "./front-matter-fence.ts";
import {explainYaml} from "./yaml-slips.ts";
import {parseYaml, refuseSize, YamlRefusal} from "./yaml.ts";

/** A file's front matter as a plain mapping, and its body with the line (from 1) it begins on. */
export type FrontMatter =
  | {data: Record<string, unknown>; block: string; body: string; bodyLine: number}
  | {faults: Fault[]};

/** No other language is ever asked for; if gray-matter did, this answers instead of its `eval`. */
const refuse = (): object => {
  throw new Error("front matter is YAML only");
};

/**
 * Splits a file into front matter and body. Gives faults instead, never a guess, for what has no front
 * matter, or one that is no YAML mapping; nothing in a file is ever executed.
 */
export function splitFrontMatter(text: string): FrontMatter {
  const fences = findFences(text);
  if ("fault" in fences) return {faults: [fences.fault]};
  try {
    // Before gray-matter, because it looks for comments in quadratic time before it asks our engine.
    refuseSize(fences.block);
    // Options are always passed: without them gray-matter remembers a broken text as an empty one.
    // The body stays out of it: gray-matter makes several copies of what it is given.
    const {data} = matter(text.slice(0, fences.end), {
      language: "yaml",
      engines: {yaml: parseMapping, json: refuse, javascript: refuse, js: refuse, coffee: refuse},
    });
    const {block, bodyLine, end} = fences;
    return {data, block, body: text.slice(end + 1), bodyLine};
  } catch (error) {
    if (error instanceof YamlRefusal) return {faults: [explainYaml(error, fences.block)]};
    throw error;
  }
}

function parseMapping(yaml: string): Record<string, unknown> {
  // gray-matter hands over the block with the line end of the fence, so that lines count from the fence.
  const value = parseYaml(yaml.replace(/^\r?\n/, ""));
  if (value === null || value === undefined) return {};
  if (typeof value === "object" && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new YamlRefusal("mapping", "it is not a list of keys with values");
}
