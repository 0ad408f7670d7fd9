import type {Diagnostic} from "../core/diagnostics.ts";
import {visible} from "../core/visible.ts";
import {excerptLines} from "./diagnostic-excerpt.ts";

/**
 * A diagnostic as people read it: place, severity, code and message; the line with a caret under the
 * place; what would be right; what the fault costs. Nothing in it can move a terminal's cursor.
 */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const {file, line, column, severity, code, message, hint, excerpt} = diagnostic;
  const lines = [
    `${visible(file)}:${String(line)}:${String(column)} ${severity} ${code}: ${visible(message)}`,
  ];
  if (excerpt !== null && excerpt.text.trim() !== "") {
    lines.push(...excerptLines(excerpt.text, column, excerpt.length).map((row) => `    ${row}`));
  }
  if (hint !== null) lines.push(`  ${visible(hint)}`);
  const cost = costSentence(diagnostic);
  if (cost !== null) lines.push(`  ${cost}`);
  return lines.join("\n");
}

function costSentence({file, code, dropped}: Diagnostic): string | null {
  const what = /(?:^|\/)conversations\//i.test(file) ? "note" : "file";
  switch (dropped) {
    case "file":
      return `The whole ${what} is left out until then.`;
    case "value":
      if (code.endsWith("-missing")) return `The rest of the ${what} counts.`;
      return `This value does not count; the rest of the ${what} does.`;
    case "line":
      return `This line does not count; the rest of the ${what} does.`;
    case null:
      return null;
  }
}
