import type {DiagnosticCode} from "../core/diagnostics.ts";
import {compareText} from "../core/text.ts";
import {frontMatterCodes} from "../notes/front-matter/front-matter-codes.ts";
import {lineCodes} from "../notes/lines/line-codes.ts";
import {referenceCodes} from "../notes/resolve/reference-codes.ts";
import {fileCodes} from "./file-codes.ts";

/** What only a rule can find, as of a day. */
const ruleCodes: DiagnosticCode[] = [
  {
    code: "assumption-stale",
    severity: "warning",
    about: "All evidence on a critical assumption has expired (strict).",
    dropped: null,
  },
];

/** Every code that a diagnostic can have, by code. A code never changes its meaning. */
export const diagnosticCodes: DiagnosticCode[] = [
  ...fileCodes,
  ...frontMatterCodes,
  ...lineCodes,
  ...referenceCodes,
  ...ruleCodes,
].sort((a, b) => compareText(a.code, b.code));
