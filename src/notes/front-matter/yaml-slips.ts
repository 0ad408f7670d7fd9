import type {Fault} from "../../core/diagnostics.ts";
import {shortened} from "../../core/text.ts";
import {lineFault} from "./front-matter-faults.ts";
import type {YamlRefusal} from "./yaml.ts";
import {quoteHint} from "./yaml-quote.ts";
import {findSlip} from "./yaml-slips-lines.ts";

/**
 * The fault that a refused YAML text is reported as: the line at which the usual slip was made, what it is
 * and the line as it would be right. `block` is the text that was parsed; `firstLine` the line of the file,
 * from 1, on which it begins.
 */
export function explainYaml(refusal: YamlRefusal, block: string, firstLine = 2): Fault {
  const lines = block.split(/\r?\n/);
  const at = Math.min(Math.max(0, refusal.line), Math.max(0, lines.length - 1));
  switch (refusal.kind) {
    case "size":
      return lineFault(
        "yaml-size",
        firstLine + at,
        `the YAML is too large to be read: ${refusal.reason}`,
        "Move long text below the front matter, into the body.",
      );
    case "anchor":
      return lineFault(
        "yaml-anchor",
        firstLine + at,
        `a value cannot begin with & here: "${shortened(refusal.reason)}" would be an anchor`,
        quoteHint(lines[at] ?? ""),
        refusal.column + 1,
        refusal.reason.length,
      );
    case "key":
      return lineFault(
        "yaml-key",
        firstLine + at,
        `"${refusal.reason}" cannot be a key`,
        "Delete this line.",
        refusal.column + 1,
        refusal.reason.length,
      );
    case "mapping":
      return notAMapping(lines, firstLine);
    case "syntax":
      return explainSyntax(refusal, lines, firstLine);
  }
}

function notAMapping(lines: string[], firstLine: number): Fault {
  const at = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== "" && !line.startsWith("#")),
  );
  return lineFault(
    "yaml-mapping",
    firstLine + at,
    "the lines here must be of the form key: value",
    "As in  customer: gantry  (a space behind the colon).",
    1,
    Math.max(1, Math.min(lines[at]?.length ?? 1, 40)),
  );
}

function explainSyntax(refusal: YamlRefusal, lines: string[], firstLine: number): Fault {
  const slip = findSlip(refusal, lines, firstLine > 1);
  if (slip !== null) {
    const {code, line, message, hint, column, length} = slip;
    return lineFault(code, firstLine + line, message, hint, column + 1, length);
  }
  const at = Math.min(refusal.line, lines.length - 1);
  return lineFault(
    "yaml-syntax",
    firstLine + Math.max(0, at),
    `YAML cannot be read from here on: ${refusal.reason}`,
    "Each line must be of the form  key: value  ; put a text with signs in it in quotes.",
    Math.min(refusal.column, lines[at]?.length ?? 0) + 1,
  );
}
