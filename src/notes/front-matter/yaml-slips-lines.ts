import {entryOf, type Finder, type Slip} from "./yaml-slips-entry.ts";
import * as shape from "./yaml-slips-shape.ts";
import * as values from "./yaml-slips-values.ts";
import type {YamlRefusal} from "./yaml.ts";

/** The surest first: a colon in a value is looked for only when nothing else explains the error. */
const finders: readonly Finder[] = [
  shape.controlCharacter,
  shape.tab,
  shape.keySign,
  shape.missingKey,
  values.badEscape,
  shape.indent,
  values.textBehindQuotes,
  values.textBehindBracket,
  values.sign,
  values.signInList,
  values.secondColon,
  shape.missingSpace,
  shape.missingColon,
];

/** Where YAML stands between fences, one of them may be what is wrong. */
const fenceFinders: readonly Finder[] = [shape.missingFence, shape.documentEnd];

/**
 * The usual slip behind a syntax error. The parser stops at or just behind the line with the slip, so
 * that line is looked at first, then the one before it; what is left open it notices only at the end.
 * `fenced`: whether the YAML is a front matter.
 */
export function findSlip(
  refusal: YamlRefusal,
  lines: readonly string[],
  fenced: boolean,
): Slip | null {
  const {reason, line: at} = refusal;
  if (reason.startsWith("duplicated mapping key")) return shape.duplicateKey(refusal, lines);
  if (reason.includes("quoted scalar")) return values.openQuotes(lines);
  if (reason.includes("end of the stream within")) return values.openBracket(lines, at);
  for (const line of [at, at - 1]) {
    if (line < 0 || line >= lines.length) continue;
    const entry = entryOf(lines, line);
    for (const find of fenced ? [...fenceFinders, ...finders] : finders) {
      const slip = find(entry, refusal, lines);
      if (slip !== null) return slip;
    }
  }
  return reason.includes("flow")
    ? values.openBracket(lines, at)
    : values.openQuotes(lines.slice(0, at + 1));
}
