import {fieldForms} from "../../notes/front-matter/read-fields-schemas.ts";
import {
  conversationTypes,
  gateDecisions,
  type Kind,
  kinds,
  memberFunctions,
  memberLevels,
} from "../../notes/vocabulary.ts";
import {formatNames} from "../../render/formats.ts";
import type {Flag} from "../command.ts";
import {fieldFlags} from "../register/register-flags.ts";
import {shells} from "./shells.ts";

/** Where completions come from that only the workspace knows: the ids of a kind, names of the config, paths. */
export type Source = Kind | "members" | "segments" | "types" | "tags" | "files" | "dirs";

/** What may stand at a place: words that are known beforehand, and what the workspace adds. */
export interface Offer {
  words: readonly string[];
  from: readonly Source[];
}

const nothing: Offer = {words: [], from: []};
const words = (...some: string[]): Offer => ({words: some, from: []});
const from = (...some: Source[]): Offer => ({words: [], from: some});

/** By the name of a flag, where its value is no field of the file that the command writes. */
const byFlag = new Map<string, Offer>([
  ["customer", from("customer")],
  ["concept", from("concept")],
  ["assumption", from("assumption")],
  ["because", from("conversation")],
  ["add-to", from("conversation")],
  ["follows", from("conversation")],
  ["origin", from("conversation")],
  ["by", {words: ["me", "leaders"], from: ["members"]}],
  ["for", {words: ["me"], from: ["members"]}],
  ["owner", from("members")],
  ["believer", from("members")],
  ["doubter", from("members")],
  ...["created", "reset", "retired", "overridden"].map(
    (name) => [name, words("today", "yesterday")] as const,
  ),
  ["segment", from("segments")],
  ["tag", from("tags")],
  ["type", {words: Object.keys(conversationTypes), from: ["types"]}],
  ["since", words("7d", "30d", "90d", "6m")],
  ["due", words("tomorrow", "friday", "next monday", "in 2 weeks")],
  ["format", words(...formatNames)],
  ["color", words("auto", "always", "never")],
  ["function", words(...memberFunctions)],
  ["level", words(...memberLevels)],
  ["decide", words(...gateDecisions)],
  ["face", words("optimist", "sceptic", "both")],
  ["rows", words("assumptions", "themes", "pains")],
  ["cols", words("customers", "segments", "roles")],
  ["ci", words("github")],
]);

/** By the word in angle brackets that stands for the value. */
const byPlaceholder = new Map<string, Offer>([
  ["file", from("files")],
  ["dir", from("dirs")],
  ["date", words("today", "yesterday")],
  ["member", {words: ["me"], from: ["members"]}],
  ["bool", words("true", "false")],
]);

/** By the name of an argument. */
const byArgument = new Map<string, Offer>([
  ["customer", from("customer")],
  ["assumption", from("assumption")],
  ["concept", from("concept")],
  ["file", from("files")],
  ["dir", from("dirs")],
  ["shell", words(...shells)],
]);

/** What the value of a flag may be; nothing for free text and for a flag without a value. */
export function offerOfFlag(command: string, {flags, words: own}: Flag): Offer {
  const placeholder = /<([^>]*)>/.exec(flags)?.[1];
  if (placeholder === undefined) return nothing;
  if (own !== undefined) return {words: own, from: []};
  const name = /--([a-z-]+)/.exec(flags)?.[1] ?? "";
  const [kind] = registerOf(command);
  // In a file stand handles and ids; `me` and `leaders` are words of filters.
  if (kind !== undefined && name === "by") return from("members");
  if (kind !== undefined && name === "replaces") return from(kind);
  return ofField(command, name) ?? byFlag.get(name) ?? byPlaceholder.get(placeholder) ?? nothing;
}

/** Arguments that name one of the things that the command is about. */
const things = ["id", "from", "into"];

/** What may stand for an argument: `<id>` means the kind of thing that the command is about. */
export function offerOfArgument(command: string, argument: {name: string; about: string}): Offer {
  const name = /[a-z]+(?:-[a-z]+)*/.exec(argument.name)?.[0] ?? "";
  if (command === "schema") return words(...kinds, "config", "diagnostics");
  if (!things.includes(name)) return byArgument.get(name) ?? nothing;
  const [first = ""] = command.split(" ");
  const kind = kinds.find((one) => one === first) ?? (first === "done" ? "conversation" : null);
  return kind === null ? from(...kinds) : from(kind);
}

/** The closed words of the front-matter field that a flag sets; null where the flag sets none. */
function ofField(command: string, name: string): Offer | null {
  for (const kind of kindsOf(command)) {
    const field = fieldFlags(kind).find(({flag}) => flag === name)?.field;
    const form = fieldForms[kind].find((one) => one.field === field);
    if (form?.words != null) return words(...form.words);
  }
  return null;
}

/** The kinds of file whose fields a command has flags for. */
function kindsOf(command: string): readonly Kind[] {
  if (command === "log") return ["conversation", "customer"];
  return registerOf(command);
}

/** The kind of register that a command writes a whole file of; none for any other command. */
function registerOf(command: string): readonly Kind[] {
  const [first = "", second = ""] = command.split(" ");
  if (first === "decide") return ["decision"];
  return ["add", "edit"].includes(second) ? kinds.filter((kind) => kind === first) : [];
}
