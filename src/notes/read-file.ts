import type {Config} from "./config.ts";
import type {FilePlace, ReadResult} from "./files.ts";
import {splitFrontMatter} from "./front-matter/front-matter.ts";
import {readBody} from "./body/read-body.ts";
import {readFields} from "./front-matter/read-fields.ts";
import type {Kind} from "./vocabulary.ts";
import {findCutValues, findJoinedBullets} from "./front-matter/yaml-comments.ts";

/**
 * One workspace file as plain values, with every fault that reading it found. `parsed` is null when the
 * file is left out; its other faults are still given, so that one look mends them all.
 */
export function readFile<K extends Kind>(
  place: FilePlace<K>,
  text: string,
  config: Config,
): ReadResult<K> {
  const split = splitFrontMatter(text);
  if ("faults" in split) return {parsed: null, faults: split.faults};
  const {kind, id, file} = place;
  const read = readBody(split.body, split.bodyLine, {kind, headings: config.headings});
  const {title} = read.body;
  const {fields, unknownKeys, faults} = readFields(kind, split.data, {
    config,
    title,
    block: split.block,
  });
  const joined = findJoinedBullets(split.block, 2);
  const all = [...joined, ...findCutValues(split.block, 2), ...faults, ...read.faults];
  if (fields === null || read.unreadable || joined.length > 0) return {parsed: null, faults: all};
  const {body, unknownHeadings} = read;
  return {parsed: {kind, id, file, fields, unknownKeys, unknownHeadings, body}, faults: all};
}
