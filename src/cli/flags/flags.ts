import type {Flag} from "../command.ts";

/** Flags that every command takes, before or after its name. */
export const globalFlags: Flag[] = [
  {flags: "--dir <dir>", about: "the workspace, when it is not this folder or one above"},
  {flags: "--as-of <date>", about: "answer as if it were this day (reading commands)"},
  {flags: "--json", about: "print the result as JSON"},
  {flags: "--color <when>", about: "auto, always or never"},
  {flags: "--quiet", about: "no notices on stderr; errors stay"},
  {flags: "--no-input", about: "never ask; what is missing is named"},
  {flags: "--no-cache", about: "read every file anew"},
];

/** Taken by every command too, and answered instead of running it. */
export const versionFlag: Flag = {flags: "-V, --version", about: "the version"};
export const helpFlag: Flag = {flags: "-h, --help", about: "this help, or a command's"};

/** The filters of listing commands. */
export const filterFlags: Record<string, Flag> = {
  since: {
    flags: "--since <date>",
    about: "from this day on (2026-10-01, 90d, 12w, 6m, 2026-q3, 2026-10)",
  },
  until: {flags: "--until <date>", about: "up to this day"},
  customer: {flags: "--customer <name>", about: "with this customer", repeatable: true},
  contact: {flags: "--contact <name>", about: "with this person of theirs", repeatable: true},
  segment: {flags: "--segment <id>", about: "with customers of this segment", repeatable: true},
  by: {
    flags: "--by <member>",
    about: "with this one of us: handle, name, me or leaders",
    repeatable: true,
  },
  type: {
    flags: "--type <type>",
    about: "of this type: interview, sales-call, demo ...",
    repeatable: true,
  },
  concept: {flags: "--concept <id>", about: "about this concept", repeatable: true},
  assumption: {
    flags: "--assumption <id>",
    about: "with evidence on this assumption",
    repeatable: true,
  },
  tag: {flags: "--tag <word>", about: "with this tag or #theme", repeatable: true},
};

/** Those filters that a command takes, in the one order. */
export function filtersOf(...names: string[]): Flag[] {
  return Object.entries(filterFlags).flatMap(([name, flag]) =>
    names.length === 0 || names.includes(name) ? [flag] : [],
  );
}

/** How a report is printed. */
const printing = {
  format: {flags: "--format <format>", about: "text, markdown, html, json or csv"},
  output: {
    flags: "-o, --output <file>",
    about: "write it to a file; the ending says the format",
  },
  open: {
    flags: "--open",
    about: "show it in your browser (as a page, unless a format is given)",
  },
  force: {flags: "--force", about: "write over a file that pm-talk did not write"},
  raw: {flags: "--raw", about: "csv: every text as it is, even where a spreadsheet would run it"},
  explain: {flags: "--explain", about: "which rows counted, which did not and why"},
  strict: {flags: "--strict", about: "exit 1 when any file has an error"},
  all: {flags: "--all", about: "every row, nothing cut"},
} as const satisfies Record<string, Flag>;
type Printing = keyof typeof printing;

/** All flags that say how a report is printed, in the one order. */
export const formatFlags: Flag[] = Object.values(printing);

/** Those of them that are named, in the one order. */
export function formatFlagsOf(...names: Printing[]): Flag[] {
  return formatFlags.filter((flag) => names.some((name) => printing[name] === flag));
}

/** Those of them that are not named, in the one order. */
export function formatFlagsWithout(...names: Printing[]): Flag[] {
  const left = new Set(formatFlagsOf(...names));
  return formatFlags.filter((flag) => !left.has(flag));
}
