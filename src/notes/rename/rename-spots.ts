import type {LineSection} from "../body.ts";
import {forms} from "../lines/line-forms.ts";
import {type Cut, type Scanned, trimCut, valueOf} from "../lines/line-scan.ts";
import type {Range} from "../lines/line-scan-ranges.ts";
import {cutLine} from "../lines/read-line.ts";
import {isMeant, type Renaming} from "./rename-meant.ts";
import {linkParts, type Part, wikiPart} from "./rename-span.ts";
import {escapeValue} from "../lines/write-line-escape.ts";

/** A stretch of a paragraph and what is to stand there instead. */
export interface Spot extends Cut {
  text: string;
}

/** Where a line of a section that takes references refers to what is renamed, however it is written. */
export function lineSpots(line: Scanned, section: LineSection, renaming: Renaming): Spot[] {
  const parts = cutLine(forms[section], line, null);
  if ("message" in parts) return [];
  const cut = section === "claims" ? parts.rest : parts.text;
  if (cut === null) return [];
  return section === "claims"
    ? commaCuts(line, cut).flatMap((one) => referenceSpots(line, one, renaming))
    : referenceSpots(line, cut, renaming);
}

/** Links to the old file, and `[[old]]`, wherever they stand in a text. */
export function linkSpots(line: Scanned, file: string, renaming: Renaming): Spot[] {
  return line.spans.flatMap((span) => {
    const source = line.source.slice(span.start, span.end);
    if (span.kind === "link") return placed(span, linkParts(source, renaming, file));
    return span.kind === "wiki" ? placed(span, wikiPart(source, renaming, false)) : [];
  });
}

/** `— gantry/tom-berg`: who said it, in the long form. */
export function contactSpots(line: Scanned, renaming: Renaming): Spot[] {
  if (!line.mask.includes("/")) return [];
  const spots: Spot[] = [];
  for (const match of line.mask.matchAll(/(?<=[—–-][ \t]{1,8})[^\s/]{1,200}(?=\/\S)/g)) {
    const cut = {start: match.index, end: match.index + match[0].length};
    if (isMeant(valueOf(line, cut), renaming)) spots.push({...cut, text: renaming.to.id});
  }
  return spots;
}

/** One reference of a line: a link, a wiki link, code or the plain id. */
function referenceSpots(line: Scanned, cut: Cut, renaming: Renaming): Spot[] {
  const whole = trimCut(line, cut);
  const span = line.spans.find((one) => one.end > whole.start && one.start < whole.end);
  if (span === undefined) return plainSpots(line, whole, renaming);
  if (span.start !== whole.start || span.end !== whole.end) return [];
  const source = line.source.slice(span.start, span.end);
  if (span.kind === "link") return placed(span, linkParts(source, renaming, null));
  if (span.kind === "wiki") return placed(span, wikiPart(source, renaming, true));
  return span.kind === "code" ? codeSpots(source, span, renaming) : [];
}

function codeSpots(source: string, span: Range, renaming: Renaming): Spot[] {
  const marks = /^`+/.exec(source)?.[0].length ?? 0;
  const inner = source.slice(marks, -marks);
  if (!isMeant(inner.trim(), renaming) || renaming.to.id.includes("`")) return [];
  const start = span.start + marks + inner.length - inner.trimStart().length;
  return [{start, end: start + inner.trim().length, text: renaming.to.id}];
}

/** `gantry`, or the path `../customers/gantry.md` without a link around it. */
function plainSpots(line: Scanned, whole: Cut, renaming: Renaming): Spot[] {
  const path = valueOf(line, whole);
  const isPath = /\.md$/i.test(path);
  const start = isPath
    ? whole.start + line.source.slice(whole.start, whole.end).lastIndexOf("/") + 1
    : whole.start;
  const end = isPath ? whole.end - 3 : whole.end;
  if (!isMeant(valueOf(line, {start, end}), renaming)) return [];
  const {id} = renaming.to;
  const needsNoCare = isPath || /^[\p{L}\p{M}\p{N} ._-]+$/u.test(id);
  return [{start, end, text: needsNoCare ? id : escapeValue(id, /[`[\](),:*_#（），：]/)}];
}

function commaCuts(line: Scanned, cut: Cut): Cut[] {
  const cuts: Cut[] = [];
  for (let start = cut.start; start < cut.end;) {
    const comma = line.mask.indexOf(",", start);
    const end = comma < 0 || comma > cut.end ? cut.end : comma;
    cuts.push({start, end});
    start = end + 1;
  }
  return cuts;
}

function placed(span: Range, parts: readonly Part[]): Spot[] {
  return parts.map(({start, end, text}) => ({
    start: span.start + start,
    end: span.start + end,
    text,
  }));
}
