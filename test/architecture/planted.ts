import type {Rule} from "./violations.ts";

/** A file that breaks one rule, with the words that the message must hold. */
export interface Planted {
  rule: Rule;
  path: string;
  text: string;
  says: string;
}

const plant = (rule: Rule, path: string, text: string, says: string): Planted => ({
  rule,
  path: `src/${path}`,
  text,
  says,
});

/** Files that exist beside each planted one and break nothing. */
export const bystanders = new Map([
  ["src/core/text.ts", "export const fold = (text: string): string => text.toLowerCase();\n"],
  ["src/notes/vocabulary.ts", 'export const kinds = ["conversation"] as const;\n'],
  ["src/notes/read-file.ts", "export function readFile(): void {}\n"],
  ["src/reports/document.ts", "export interface Document {}\nexport const none = 0;\n"],
  ["src/cli/prompts/choose.ts", "export function chooseOne(): void {}\n"],
  ["src/cli/run.ts", "export async function run(): Promise<void> {}\n"],
]);

export const planted: Planted[] = [
  plant("unknown-folder", "domain/rules.ts", "", "a folder without a rule"),
  plant("unknown-folder", "main.ts", "", "a folder without a rule"),
  plant("not-typescript", "core/dates.js", "", "not a .ts file"),
  plant("not-parsed", "core/dates.ts", 'import {fold} from "./text.ts', "syntax error"),
  plant(
    "folder",
    "core/dates.ts",
    'import {kinds} from "../notes/vocabulary.ts";',
    "notes/vocabulary",
  ),
  plant(
    "folder",
    "core/dates.ts",
    'import type {kinds} from "../notes/vocabulary.ts";',
    "notes/voc",
  ),
  plant("folder", "core/dates.ts", 'export {kinds} from "../notes/vocabulary.ts";', "notes/voc"),
  plant("folder", "core/dates.ts", 'export const a = () => import("../cli/run.ts");', "cli/run.ts"),
  plant("folder", "core/dates.ts", 'export type A = import("../cli/run.ts").B;', "cli/run.ts"),
  plant("folder", "workspace/disk.ts", 'import "../reports/document.ts";', "the disk and git"),
  plant("folder", "render/html.ts", 'import {kinds} from "../notes/vocabulary.ts";', "notes/voc"),
  plant("folder", "analysis/rule.ts", 'import "../reports/document.ts";', "plain notes and a day"),
  plant(
    "types-only",
    "analysis/rule.ts",
    'import {readFile} from "../notes/read-file.ts";',
    "values of",
  ),
  plant("types-only", "analysis/rule.ts", 'import "../notes/read-file.ts";', "values of"),
  plant(
    "types-only",
    "reports/last.ts",
    'import * as n from "../notes/read-file.ts";',
    "values of",
  ),
  plant(
    "types-only",
    "reports/last.ts",
    'import {type A, b} from "../notes/read-file.ts";',
    "values of",
  ),
  plant(
    "types-only",
    "render/text.ts",
    'import {none} from "../reports/document.ts";',
    "values of",
  ),
  plant(
    "word-list",
    "notes/body.ts",
    "export function read(): void {}",
    "exports functions (read)",
  ),
  plant("word-list", "notes/body.ts", "export const read = () => 1;", "exports functions (read)"),
  plant("package", "core/text-width.ts", 'import width from "fast-string-width";', "knows nobody"),
  plant("package", "analysis/rule.ts", 'import {parse} from "valibot";', "valibot"),
  plant("package", "analysis/rule.ts", 'import type {A} from "valibot";', "valibot"),
  plant(
    "package",
    "cli/page.ts",
    "export const a = (name: string) => import(name);",
    "(computed) name",
  ),
  plant("package", "render/theme.ts", 'import {Chalk} from "chalk";', "chalk"),
  plant("package-file", "notes/read.ts", 'import matter from "gray-matter";', "executes `---js`"),
  plant("package-file", "notes/read.ts", 'import("gray-matter");', "executes `---js`"),
  plant("package-file", "core/days.ts", 'import {addDays} from "date-fns/addDays";', "some zones"),
  plant("lazy-package", "notes/positions.ts", 'import {parse} from "yaml";', "slow to load"),
  plant(
    "lazy-package",
    "cli/open.ts",
    'import {chooseOne} from "./prompts/choose.ts";',
    "slow to load",
  ),
  plant("node-module", "notes/read.ts", 'import {readFileSync} from "node:fs";', "node:fs"),
  plant("node-module", "notes/read.ts", 'import type {Stats} from "node:fs";', "node:fs"),
  plant("node-module", "cli/save.ts", 'import {writeFileSync} from "node:fs";', "node:fs"),
  plant("node-module", "workspace/disk.ts", 'import process from "node:process";', "node:process"),
  plant("network", "workspace/git-hub.ts", 'import {get} from "node:https";', "no connection"),
  plant("network", "cli/update.ts", 'export const a = () => fetch("x");', "no connection"),
  plant("impure", "core/clock.ts", "export const now = () => Date.now();", "line 1: Date"),
  plant("impure", "core/calendar.ts", "export const now = () => Date.now();", "line 1: Date"),
  plant("impure", "core/clock.ts", "export const a = (day: Date) => day;", "line 1: Date"),
  plant("impure", "core/clock.ts", "\n\nexport const now = () => new Date();", "line 3: Date"),
  plant(
    "impure",
    "notes/clock.ts",
    'import {UTCDate} from "@date-fns/utc";\nnew UTCDate();',
    "UTCDate",
  ),
  plant("impure", "core/chance.ts", "export const a = () => Math.random();", "Math.random"),
  plant("impure", "core/chance.ts", 'export const a = () => Math["random"]();', "Math.random"),
  plant("impure", "core/chance.ts", "const {random} = Math;", "Math.random"),
  plant(
    "impure",
    "core/order.ts",
    "export const a = (b: string) => b.localeCompare(b);",
    "localeCompare",
  ),
  plant(
    "impure",
    "core/order.ts",
    'export const a = (b: string) => b["localeCompare"](b);',
    "localeCom",
  ),
  plant(
    "impure",
    "core/order.ts",
    "export const a = (b: string) => b.toLocaleLowerCase();",
    "toLocaleL",
  ),
  plant("impure", "render/text.ts", "new Intl.NumberFormat();", "Intl"),
  plant("impure", "analysis/rule.ts", "export const a = process.env;", "process"),
  plant("impure", "reports/last.ts", "console.log(1);", "console"),
  plant("impure", "reports/last.ts", "globalThis.process;", "globalThis"),
  plant("impure", "notes/read.ts", "export const a = import.meta.url;", "import.meta"),
  plant("owner", "workspace/git.ts", "export const a = (env = process.env) => env;", "process"),
  plant("owner", "cli/page.ts", "export const a = () => new Date();", "today is asked once"),
  plant("owner", "cli/page.ts", "console.log(1);", "cli/streams.ts"),
  plant("owner", "workspace/sort.ts", '["b"].sort((a, b) => a.localeCompare(b));', "every locale"),
  plant(
    "unresolved",
    "core/dates.ts",
    'import {fold} from "./text.js";',
    "./text.js: no such file",
  ),
  plant("unresolved", "core/dates.ts", 'import {fold} from "./text";', "./text: no such file"),
  plant("re-export", "core/index.ts", 'export * from "./text.ts";', "hands on ./text.ts"),
  plant("default-export", "core/dates.ts", "export default 1;", "default export"),
  plant(
    "default-export",
    "core/dates.ts",
    "export default function a(): void {}",
    "default export",
  ),
  plant("empty-name", "core/utils.ts", "", '"utils"'),
  plant("empty-name", "core/helpers/dates.ts", "", '"helpers"'),
  plant("cycle", "core/dates.ts", 'import "./dates.ts";', "src/core/dates.ts -> src/core/dates.ts"),
];

/** What looks like a fault and is none. */
export const innocent: [path: string, text: string][] = [
  [
    "src/core/dates.ts",
    "/** Unlike Date, process and console.log. */ export const a = 'Intl.Date fetch';",
  ],
  ["src/core/dates.ts", "export const a = (row: {Date: string}): string => row.Date;"],
  ["src/core/dates.ts", "export interface Row {process: string; console?: number}"],
  ["src/core/dates.ts", "export const a = (process: string): string => process;"],
  ["src/core/dates.ts", "export const a = `import {x} from '../cli/run.ts'`;"],
  ["src/analysis/rule.ts", 'import {kinds} from "../notes/vocabulary.ts"; kinds;'],
  ["src/analysis/rule.ts", 'import {type readFile} from "../notes/read-file.ts";'],
  ["src/analysis/rule.ts", 'import type {readFile} from "../notes/read-file.ts";'],
  ["src/render/text.ts", 'import type {Document} from "../reports/document.ts";'],
  ["src/render/theme.ts", 'import type {ChalkInstance} from "chalk";'],
  ["src/notes/positions.ts", 'export const load = () => import("yaml");'],
  ["src/core/text-parts.ts", "export const part = 1;"],
  ["src/core/calendar.ts", "export const a = (day: Date): number => day.getUTCDay();"],
  ["src/cli/main.ts", "export const main = () => process.argv;"],
];
