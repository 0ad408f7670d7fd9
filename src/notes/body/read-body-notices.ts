import type {DiagnosticCode} from "../../core/diagnostics.ts";

/**
 * What is said of a body besides faults of single lines: each code with what it means. Most are warnings:
 * such text is kept in the file, but a reader might think that it counts.
 */
const notices = [
  warning("heading-near", "A heading is nearly that of a section, so nothing under it is read."),
  warning("heading-kind", "A section stands in a kind of file that does not have it."),
  warning("heading-space", "A heading lacks the space behind its #, so it is text."),
  warning("heading-level", "A heading of a section stands at another level, or in an item."),
  warning("heading-plain", "The name of a section stands in the text without the ## of a heading."),
  warning("heading-underline", "A line of dashes turns the paragraph above it into a heading."),
  {
    code: "comment-unclosed",
    severity: "error",
    about: "A comment is never closed, so nothing behind it can be read.",
    dropped: "file",
  },
  warning("comment-text", "Text behind the end of a comment, on the same line, is not read."),
  warning("comment-stray", "A comment ends where none began."),
  warning("html-block", "HTML in a section is not read."),
  warning("table-block", "A table in a section is not read."),
  warning("code-block", "A block of code in a section is not read."),
  warning("line-paragraph", "A paragraph among lines with fields is not read."),
  warning("line-quote", "A block quote among lines with fields is not read."),
  warning("line-nested", "What stands nested below a line with fields is not read."),
  {
    code: "evidence-nested",
    severity: "error",
    about: "A line of evidence is nested below another line.",
    dropped: "line",
  },
  {
    code: "line-continued",
    severity: "error",
    about: "A line without a bullet follows a line with fields.",
    dropped: "line",
  },
  warning("evidence-misplaced", "A line in the form of evidence stands outside Evidence."),
  warning("quote-marks", "Words in quotation marks that are not read as a quote."),
  warning("conflict-markers", "The body holds the markers of a merge conflict."),
  warning("date-placeholder", "A placeholder of a template was not filled in."),
] as const satisfies readonly DiagnosticCode[];

export type Notice = (typeof notices)[number]["code"];

/** All of them, for the registry of diagnostic codes. */
export const bodyCodes: readonly DiagnosticCode[] = notices;

const byCode = new Map<Notice, DiagnosticCode>(notices.map((entry) => [entry.code, entry]));

/** Severity and cost of a code. */
export function findNotice(code: Notice): DiagnosticCode {
  const entry = byCode.get(code);
  if (entry === undefined) throw new Error(`No code ${code}`);
  return entry;
}

/** Message and hint; `found` is what stands there, `right` what would be right. */
export function noticeText(
  code: Notice,
  found: string,
  right: string,
): {message: string; hint: string | null} {
  const [message, hint] = texts[code](found, right);
  return {message, hint};
}

const texts: Record<Notice, (found: string, right: string) => [string, string | null]> = {
  "heading-near": (found, right) => [`no section is called "${found}"`, `Did you mean ${right}?`],
  "heading-kind": (found, right) => [
    `"${found}" is ${right}, so nothing under it is read here`,
    null,
  ],
  "heading-space": (found, right) => [
    `"${found}" is text, not a heading`,
    `With a space:  ${right}`,
  ],
  "heading-level": (found, right) => [
    `"${found}" opens no section, so what follows is not read as one`,
    `At the margin, with two signs:  ## ${right}`,
  ],
  "heading-plain": (found, right) => [
    `"${found}" is text, not a heading`,
    `With two signs in front:  ## ${right}`,
  ],
  "heading-underline": (found) => [
    `the line below makes "${found}" a heading`,
    "An empty line before the dashes keeps it text; a heading starts with ## ",
  ],
  "comment-unclosed": () => ["this comment is never closed", "Close it with -->"],
  "comment-text": () => ["text behind --> is not read", "Put it on a line of its own."],
  "comment-stray": () => [
    "--> closes a comment that was never opened",
    "Take it away, or open it with <!--",
  ],
  "html-block": () => ["HTML is not read", "Write it as plain text or as a list."],
  "table-block": () => [
    "a table is not read",
    "Write it as a list: one line each, with - in front.",
  ],
  "code-block": () => ["a block of code is not read", "Write it as plain text or as a list."],
  "line-paragraph": (_, right) => [
    "a paragraph is not read here",
    `Start it with "- ". As in:  ${right}`,
  ],
  "line-quote": (_, right) => ["a block quote is not read here", `As in:  ${right}`],
  "line-nested": () => [
    "nested text is not read here",
    "Put it on the line above, or make it a line.",
  ],
  "evidence-nested": () => [
    "a line of evidence below another is not read",
    "Take away the spaces before it.",
  ],
  "line-continued": () => [
    'this line has no "- " in front',
    'Start it with "- ", or indent it by two spaces to go on with the line above.',
  ],
  "evidence-misplaced": () => [
    "a line of evidence outside Evidence is not read as one",
    "Move it below ## Evidence",
  ],
  "quote-marks": () => [
    "this looks like their words, and is not read as a quote",
    'Their words stand in " ", “ ”, „ “, « » or 「 」, with nothing around the marks.',
  ],
  "conflict-markers": () => [
    "a merge conflict stands here, and both sides are read",
    "Keep what is right, and delete the lines <<<<<<<, ======= and >>>>>>>.",
  ],
  "date-placeholder": (found) => [
    `${found} was not filled in`,
    found === "{{date}}" ? "Write the day, as in 2026-11-20." : "Write what is meant instead.",
  ],
};

function warning<const Code extends string>(code: Code, about: string) {
  return {code, severity: "warning", about, dropped: null} as const;
}
