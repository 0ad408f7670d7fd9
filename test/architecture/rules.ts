/** The import rules of the source, as a table: what a folder may touch, and why. */

export interface FolderRule {
  /** The question the folder answers, as its reason to exist. */
  why: string;
  /** Folders whose files it may import. */
  imports: string[];
  /** Folders of which it may import types only, but for the values of `wordLists`. */
  types: string[];
  packages: string[];
  /** Packages of which it may name the types: what is made elsewhere and handed in. */
  packageTypes?: string[];
  /** node: modules. */
  node: string[];
  /** Values in, values out: no clock, no process, no disk, no locale, no chance. */
  pure: boolean;
}

export const folderRules: Record<string, FolderRule> = {
  core: {
    why: "the words everyone shares, so it knows nobody",
    imports: [],
    types: [],
    packages: ["date-fns", "@date-fns/utc"],
    node: [],
    pure: true,
  },
  notes: {
    why: "what a text says, wherever it was read",
    imports: ["core"],
    types: [],
    // The schema export stands beside the schemas it exports, and is loaded when it is asked for.
    packages: [
      "valibot",
      "@valibot/to-json-schema",
      "gray-matter",
      "js-yaml",
      "markdown-it",
      "yaml",
    ],
    node: [],
    pure: true,
  },
  workspace: {
    why: "the only folder that knows the disk and git",
    imports: ["notes", "core"],
    types: [],
    packages: ["fast-glob", "@sindresorhus/slugify", "yaml"],
    node: [
      "node:fs",
      "node:fs/promises",
      "node:path",
      "node:os",
      "node:url",
      "node:util",
      "node:crypto",
      // The version of the engine, whose idea of a letter decides how a note is read.
      "node:v8",
      "node:timers/promises",
      "node:child_process",
    ],
    pure: false,
  },
  analysis: {
    why: "rules are functions of plain notes and a day; how notes are read must not matter to them",
    imports: ["core"],
    types: ["notes"],
    packages: [],
    node: [],
    pure: true,
  },
  reports: {
    why: "facts as data and blocks; neither how notes are read nor how a page looks",
    imports: ["analysis", "core"],
    types: ["notes"],
    packages: [],
    node: [],
    pure: true,
  },
  render: {
    why: "a document becomes text; what the blocks say is decided before",
    imports: ["core"],
    types: ["reports"],
    packages: ["fast-string-width", "d3-scale", "csv-stringify"],
    packageTypes: ["chalk"],
    node: [],
    pure: true,
  },
  cli: {
    why: "the wiring: words to absolute values, prompts, streams, exit codes",
    imports: ["core", "notes", "workspace", "analysis", "reports", "render"],
    types: [],
    packages: ["commander", "inquirer", "@inquirer/core", "fuzzysort", "valibot", "chalk"],
    node: ["node:path", "node:stream", "node:util", "node:crypto", "node:child_process"],
    pure: false,
  },
};

/** The closed lists of words that rules and reports may go through: constants, never a function. */
export const wordLists = [
  "src/notes/vocabulary.ts",
  "src/notes/body.ts",
  "src/notes/config-defaults.ts",
];

/** Libraries with a trap stand behind the files that know it. */
export const packageFiles: {name: string; only: RegExp; why: string}[] = [
  {
    name: "gray-matter",
    only: /^src\/notes\/front-matter\/front-matter\.ts$/,
    why: "it executes `---js` blocks",
  },
  {
    name: "markdown-it",
    only: /^src\/notes\/body\/markdown\.ts$/,
    why: "its rules are switched off once",
  },
  {
    name: "js-yaml",
    only: /^src\/notes\/front-matter\/(yaml|write-front-matter)\.ts$/,
    why: "its schema and limits are set there",
  },
  {
    name: "date-fns",
    only: /^src\/core\/calendar\.ts$/,
    why: "local dates slip by a day in some zones",
  },
  {name: "@date-fns/utc", only: /^src\/core\/calendar\.ts$/, why: "dates are texts elsewhere"},
  {
    name: "@sindresorhus/slugify",
    only: /^src\/workspace\/slug\.ts$/,
    why: "a slug may come out empty",
  },
  {
    name: "fast-string-width",
    only: /^src\/render\/width\.ts$/,
    why: "one idea of how wide text is",
  },
  {name: "chalk", only: /^src\/(cli\/terminal|render\/.*)\.ts$/, why: "it ignores NO_COLOR"},
];

/** Slow to load, so only where a command has come to need them. */
export const lazyPackages = [
  "yaml",
  "@valibot/to-json-schema",
  "inquirer",
  "@inquirer/core",
  "fuzzysort",
];

/** Files that import slow packages at once, because they are imported by `import()` only, or by each other. */
export const lazyFiles: {files: RegExp; why: string}[] = [
  {
    files: /^src\/cli\/prompts\/(rich-prompter|choose|editing|(text|lines|search)-prompt)\.ts$/,
    why: "open-prompter.ts loads them when the first question is asked",
  },
  {
    files: /^src\/cli\/guided\/(ask-customer|ask-talk|guide|log-guided)\.ts$/,
    why: "log.ts loads the guided log when it asks",
  },
];

/** pm-talk opens no connection, ever. */
export const networkModules =
  /^(node:)?(http|https|http2|net|tls|dgram|dns|inspector|quic)(\/promises)?$/;
export const networkWords = ["fetch", "WebSocket", "EventSource", "XMLHttpRequest"];

/** What makes a result depend on when, where or on whose machine it was computed. */
export const impureWords: {
  word: RegExp;
  why: string;
  /** Files that may use it. */
  except?: RegExp;
  /** Files that may name it as a type. */
  typeIn?: RegExp;
}[] = [
  {word: /^(process|globalThis|global)$/, why: "the process is read in src/cli/main.ts"},
  {
    word: /^Date$/,
    why: "days are texts, and today is handed in",
    typeIn: /^src\/core\/calendar\.ts$/,
  },
  {
    word: /^UTCDate$/,
    why: "only core/calendar.ts computes with dates",
    except: /^src\/core\/calendar\.ts$/,
  },
  {word: /^console$/, why: "results go through the streams of cli"},
  {word: /^(Intl|localeCompare|toLocale\w+)$/, why: "the same bytes in every locale"},
  {word: /^(performance|crypto|setTimeout|setInterval|setImmediate)$/, why: "no clock, no chance"},
  {word: /^(import\.meta|require|Buffer|eval|Function)$/, why: "runs the same without Node"},
];

/** Outside the pure folders: who reads what the surroundings say. */
export const ownedWords: {word: RegExp; only: RegExp; why: string}[] = [
  {
    word: /^process$/,
    // Whether the process that writes a draft still runs is asked of the system.
    only: /^src\/(cli\/main|workspace\/drafts\/draft-owner)\.ts$/,
    why: "everyone else is handed what it needs, so a test can hand it something else",
  },
  {
    word: /^Date$/,
    only: /^src\/(cli\/main|workspace\/git\/commit-lock)\.ts$/,
    why: "today is asked once; the age of a lock left behind is the other clock",
  },
  {word: /^console$/, only: /^$/, why: "results and notices go through cli/streams.ts"},
  {
    word: /^(Intl|localeCompare|toLocale\w+)$/,
    only: /^$/,
    why: "the same bytes in every locale",
  },
  {word: /^(globalThis|global|require|eval)$/, only: /^$/, why: "a back door to all of the above"},
];

/** Names that say nothing about what is inside. */
export const emptyNames = /^(utils?|helpers?|common|types|services?|managers?|misc|shared)$/i;

/**
 * Where the source is not yet as the table wants it: `rule path`. An entry that is no longer true fails the
 * test too, so the list only gets shorter.
 */
export const owed: string[] = [];
