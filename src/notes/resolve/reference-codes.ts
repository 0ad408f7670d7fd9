import type {Dropped, DiagnosticCode} from "../../core/diagnostics.ts";

/** All codes of faults that show only when the files of a workspace are seen together. */
export const referenceCodes: DiagnosticCode[] = [
  fails("id-duplicate", "Two files of one kind have the same id.", "file"),
  fails("name-duplicate", "A name or alias stands in two files.", "value"),
  warns("possible-duplicate", "Two notes of one customer and day are counted as one talk."),
  warns("date-future", "A talk that is called held lies more than a day ahead."),
  warns("ask-missing", "Money was given or refused, and The ask says nothing of money."),
  warns("quote-missing", "A row of story or better has no words of theirs."),
  warns("recording-consent", "There is a recording and no consent to one."),
  warns("follows-unknown", "The talk that this one follows does not exist."),
  warns("origin-unknown", "The talk that an assumption comes from does not exist."),
  warns("because-unknown", "A talk that a decision cites does not exist."),
  warns("replaces-unknown", "The decision that this one replaces does not exist."),
  ...["customer", "member", "concept", "assumption"].map((what) =>
    warns(`${what}-similar`, `An undeclared ${what} is almost another name.`),
  ),
  warns("member-reserved", "A note names me, them or leaders where a member is to stand."),
  ...["customer", "contact", "member", "concept", "assumption", "segment"].map((what) =>
    warns(`${what}-undeclared`, `Nothing declares this ${what} (strict).`),
  ),
  warns("key-unknown", "A key of the front matter is no field (strict)."),
  warns("heading-unknown", "A heading opens no section (strict)."),
  warns("theme-unknown", "A hashtag is none of the themes in pm-talk.yml (strict)."),
  warns("retention-past", "A note is older than the team keeps notes (strict)."),
  warns("consent-past", "The consent of a note has ended (strict)."),
  warns("personal-data", "Something looks like personal data, and privacy is roles (strict)."),
];

function fails(code: string, about: string, dropped: Dropped): DiagnosticCode {
  return {code, severity: "error", about, dropped};
}

function warns(code: string, about: string): DiagnosticCode {
  return {code, severity: "warning", about, dropped: null};
}
