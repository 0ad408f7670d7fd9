import type {LineOf, LineSection} from "./body.ts";
import {schemas} from "./front-matter/read-fields-schemas.ts";
import {sectionOf} from "./sections.ts";
import type {Kind} from "./vocabulary.ts";
import {writeFrontMatter} from "./front-matter/write-front-matter.ts";
import {type LinkTo, writeLine} from "./lines/write-line.ts";

/**
 * The text of a register file: front matter in the order of its schema, then sections of lines. `linkOf` says
 * to which files the ids in the lines of a section are linked.
 */
export function writeRegister(
  kind: Kind,
  fields: Record<string, unknown>,
  lines: {[Section in LineSection]?: Omit<LineOf<Section>, "line">[]} = {},
  linkOf: (section: LineSection) => LinkTo | null = () => null,
): string {
  const known = Object.keys(schemas[kind].entries);
  const stated = Object.fromEntries(known.map((name) => [name, fields[name]]));
  const parts = [writeFrontMatter(stated, known).trimEnd()];
  for (const [key, rows] of Object.entries(lines)) {
    const section = key as LineSection;
    if (rows.length === 0) continue;
    const bullets = rows.map((row) =>
      writeLine(section, row as LineOf<LineSection>, linkOf(section)),
    );
    parts.push([`## ${sectionOf(section).heading}`, ...bullets].join("\n"));
  }
  return `${parts.join("\n\n")}\n`;
}
