import {posix} from "node:path";
import {findCycles} from "./cycles.ts";
import {readSource, type Import, type Source, type Word} from "./read-source.ts";
import {
  emptyNames,
  folderRules,
  impureWords,
  lazyFiles,
  lazyPackages,
  networkModules,
  networkWords,
  ownedWords,
  packageFiles,
  wordLists,
  type FolderRule,
} from "./rules.ts";

export type Rule =
  | "nothing-seen"
  | "not-looked-at"
  | "not-parsed"
  | "not-typescript"
  | "unknown-folder"
  | "folder"
  | "types-only"
  | "word-list"
  | "package"
  | "package-file"
  | "lazy-package"
  | "node-module"
  | "network"
  | "impure"
  | "owner"
  | "unresolved"
  | "re-export"
  | "default-export"
  | "empty-name"
  | "cycle";

export interface Violation {
  rule: Rule;
  path: string;
  message: string;
}

/**
 * What breaks the import rules in these files (text by path from the root, `src/core/text.ts`). `onDisk` are
 * the paths that must have been looked at: a checker that sees no file finds no fault, and must not be green.
 */
export function findViolations(files: Map<string, string>, onDisk: string[]): Violation[] {
  if (files.size === 0)
    return [{rule: "nothing-seen", path: "src", message: "no file was looked at"}];
  const sources = [...files].map(([path, text]) => readSource(path, text));
  const paths = new Set(files.keys());
  return [
    ...onDisk
      .filter((path) => !paths.has(path))
      .map((path): Violation => ({rule: "not-looked-at", path, message: "was not looked at"})),
    ...sources.flatMap((source) => sourceViolations(source, paths)),
    ...findCycles(sources, paths).map((cycle): Violation => ({
      rule: "cycle",
      path: cycle[0] ?? "",
      message: `imports itself: ${[...cycle, cycle[0]].join(" -> ")}`,
    })),
  ];
}

type Found = Omit<Violation, "path">;

function sourceViolations(source: Source, paths: Set<string>): Violation[] {
  const rules = folderRules[source.path.split("/")[1] ?? ""];
  const found: Found[] =
    rules === undefined
      ? [{rule: "unknown-folder", message: "lies in a folder without a rule"}]
      : [
          ...fileViolations(source),
          ...source.imports.flatMap((one) => importViolations(source.path, one, rules, paths)),
          ...source.words.flatMap((word) => wordViolations(source.path, word, rules)),
        ];
  return found.map((one) => ({...one, path: source.path}));
}

function fileViolations(source: Source): Found[] {
  const {path} = source;
  const found: Found[] = [];
  if (!path.endsWith(".ts")) found.push({rule: "not-typescript", message: "is not a .ts file"});
  if (!source.whole) found.push({rule: "not-parsed", message: "has a syntax error"});
  if (source.defaultExport) found.push({rule: "default-export", message: "has a default export"});
  const empty = path
    .slice("src/".length)
    .replace(/\.ts$/, "")
    .split("/")
    .find((name) => emptyNames.test(name));
  if (empty !== undefined)
    found.push({rule: "empty-name", message: `"${empty}" says nothing about what is inside`});
  if (wordLists.includes(path) && source.exportedFunctions.length > 0)
    found.push({
      rule: "word-list",
      message: `exports functions (${source.exportedFunctions.join(", ")}); analysis and reports may import it because it has none`,
    });
  return found;
}

function importViolations(
  path: string,
  one: Import,
  rules: FolderRule,
  paths: Set<string>,
): Found[] {
  if (networkModules.test(one.from))
    return [{rule: "network", message: `imports ${one.from}: no connection is ever opened`}];
  if (one.from.startsWith(".")) return ownImport(path, one, rules, paths);
  if (one.from.startsWith("node:")) return nodeImport(one, rules);
  return packageImport(path, one, rules);
}

function ownImport(path: string, one: Import, rules: FolderRule, paths: Set<string>): Found[] {
  const target = posix.join(posix.dirname(path), one.from);
  // The version is a fact of the package, bundled as data.
  if (target === "package.json" && path === "src/cli/version.ts") return [];
  if (!paths.has(target))
    return [{rule: "unresolved", message: `imports ${one.from}: no such file`}];
  if (one.how === "value" && isLazy(target) && !isLazy(path))
    return [{rule: "lazy-package", message: `imports ${one.from} at once; it is slow to load`}];
  const again: Found[] =
    one.again && one.how !== "type" && !isFront(path, target)
      ? [{rule: "re-export", message: `hands on ${one.from}: import from where it is written`}]
      : [];
  const [, from = ""] = path.split("/");
  const [, folder = ""] = target.split("/");
  if (folder === from || rules.imports.includes(folder)) return again;
  if (!rules.types.includes(folder))
    return [{rule: "folder", message: `imports ${target}: ${from} is ${rules.why}`}, ...again];
  if (one.how === "type" || wordLists.includes(target)) return again;
  return [
    {rule: "types-only", message: `imports values of ${target}: ${from} is ${rules.why}`},
    ...again,
  ];
}

function isLazy(path: string): boolean {
  return lazyFiles.some(({files}) => files.test(path));
}

/** A file may hand on the parts it was cut into (`last.ts` those of `last-answer.ts`); a barrel does more. */
function isFront(path: string, target: string): boolean {
  return target.startsWith(`${path.replace(/\.ts$/, "")}-`);
}

function nodeImport(one: Import, rules: FolderRule): Found[] {
  if (rules.node.includes(one.from)) return [];
  return [{rule: "node-module", message: `imports ${one.from}: its folder is ${rules.why}`}];
}

function packageImport(path: string, one: Import, rules: FolderRule): Found[] {
  const name = packageName(one.from);
  const allowed =
    rules.packages.includes(name) ||
    (one.how === "type" && (rules.packageTypes ?? []).includes(name));
  if (!allowed)
    return [{rule: "package", message: `imports ${one.from}: its folder is ${rules.why}`}];
  const place = packageFiles.find((known) => known.name === name);
  if (place !== undefined && one.how !== "type" && !place.only.test(path))
    return [{rule: "package-file", message: `imports ${name}, which has one place: ${place.why}`}];
  if (one.how === "value" && lazyPackages.includes(name) && !isLazy(path))
    return [{rule: "lazy-package", message: `imports ${name} at once; it is slow to load`}];
  return [];
}

function packageName(from: string): string {
  return from
    .split("/")
    .slice(0, from.startsWith("@") ? 2 : 1)
    .join("/");
}

function wordViolations(path: string, word: Word, rules: FolderRule): Found[] {
  const at = `line ${String(word.line)}: ${word.of === "" ? "" : `${word.of}.`}${word.name}`;
  if (word.of === "Math" && word.name === "random")
    return [{rule: "impure", message: `${at}: no chance but the one handed in`}];
  if (!reachesOut(word)) return [];
  if (networkWords.includes(word.name))
    return [{rule: "network", message: `${at}: no connection is ever opened`}];
  if (rules.pure) {
    const broken = impureWords.find(
      (one) =>
        one.word.test(word.name) &&
        one.except?.test(path) !== true &&
        !(word.isType && one.typeIn?.test(path) === true),
    );
    return broken === undefined ? [] : [{rule: "impure", message: `${at}: ${broken.why}`}];
  }
  const owned = ownedWords.find((one) => one.word.test(word.name) && !one.only.test(path));
  return owned === undefined ? [] : [{rule: "owner", message: `${at}: ${owned.why}`}];
}

/** `Date` is the clock, `row.Date` is a field; the locale is reached through any value. */
function reachesOut(word: Word): boolean {
  return word.of === "" || /^(localeCompare|toLocale\w+)$/.test(word.name);
}
