import type {DiagnosticCode} from "../../core/diagnostics.ts";
import {costOf, fieldForms, requiredFields} from "./read-fields-schemas.ts";
import {kinds} from "../vocabulary.ts";

function leavesOut(code: string, about: string): DiagnosticCode {
  return {code, severity: "error", about, dropped: "file"};
}

function warns(code: string, about: string): DiagnosticCode {
  return {code, severity: "warning", about, dropped: null};
}

const fileCodes: DiagnosticCode[] = [
  leavesOut("file-empty", "The file holds nothing."),
  leavesOut("file-size", "The file has more than 5 MiB."),
  leavesOut("file-binary", "The file is no text file."),
  leavesOut("encoding-utf16", "The file is UTF-16 and must be UTF-8."),
  leavesOut("encoding-utf8", "The front matter holds a byte that is not UTF-8."),
  leavesOut("encoding-nul", "The file holds a NUL character."),
  leavesOut("encoding-line-ends", "Lines end in CR alone."),
  warns("encoding-body", "The body holds a byte that is not UTF-8."),
  leavesOut("fence-open", "Line 1 is not ---."),
  leavesOut("fence-language", "Line 1 names a language; only YAML is read."),
  leavesOut("fence-close", "The front matter is not closed by a line ---."),
  leavesOut("yaml-conflict", "A merge conflict stands in the front matter."),
  leavesOut("yaml-mapping", "The front matter is not a list of keys with values."),
  leavesOut("yaml-colon", "A value holds a second colon with a space and no quotes."),
  leavesOut("yaml-space", "A colon, or the space behind it, is missing."),
  leavesOut("yaml-tab", "A line is indented with a tab."),
  leavesOut("yaml-indent", "A key is indented although it stands alone."),
  leavesOut("yaml-sign", "A value begins with a sign that YAML keeps for itself."),
  leavesOut("yaml-quotes", "Quotation marks are not closed, or text stands around them."),
  leavesOut("yaml-bracket", "A bracket is not closed."),
  leavesOut("yaml-duplicate", "A key stands twice."),
  leavesOut("yaml-anchor", "A value is an anchor or alias (& or *), which are refused."),
  leavesOut("yaml-tag", "A value has a tag (!), which are refused."),
  leavesOut("yaml-key", "A key that is refused, such as __proto__ or <<."),
  leavesOut("yaml-character", "The front matter holds a control character."),
  leavesOut("yaml-size", "The front matter has more than 64 KiB, 5,000 values or 20 levels."),
  leavesOut("yaml-syntax", "The front matter is no YAML."),
  warns("yaml-comment", "A # without a space behind it cuts a value off."),
  warns("list-comma", "One text with commas stands where a list is expected."),
  warns("key-unknown", "A key that no field has, close to one that is absent."),
  warns("key-section", "A key that is the name of a section of the body."),
];

const ruleCodes: DiagnosticCode[] = [
  {
    code: "meaningful-reason",
    severity: "error",
    about: "A conversation overrides the meaningful rule without a reason.",
    dropped: "value",
  },
  {
    code: "override-incomplete",
    severity: "error",
    about: "An override of a status lacks its day, its author or its reason.",
    dropped: "value",
  },
];

/** Every code that reading the bytes and the front matter of a file can give. */
export const frontMatterCodes: DiagnosticCode[] = [...fileCodes, ...ruleCodes, ...fieldCodes()];

function fieldCodes(): DiagnosticCode[] {
  const codes = new Map<string, DiagnosticCode>();
  const add = (field: string, what: "invalid" | "missing", cost: "file" | "value") => {
    const code = `${field}-${what}`;
    if (codes.get(code)?.dropped === "file") return;
    const about =
      what === "invalid"
        ? `The value of ${field} is none that this field takes.`
        : `The required field ${field} is absent or has no value.`;
    codes.set(code, {code, severity: "error", about, dropped: cost});
  };
  for (const kind of kinds) {
    for (const {field} of fieldForms[kind]) add(field, "invalid", costOf(kind, field));
    for (const field of requiredFields[kind]) add(field, "missing", costOf(kind, field));
  }
  return [...codes.values()];
}
