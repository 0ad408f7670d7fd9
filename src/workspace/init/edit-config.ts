import {isDeepStrictEqual} from "node:util";
import type {Pair, ParsedNode, YAMLMap, YAMLSeq} from "yaml";
import {PmTalkError} from "../../core/errors.ts";
import {foldName} from "../../core/text.ts";
import type {Config, Member} from "../../notes/config.ts";
import {readConfig} from "../../notes/read-config.ts";
import {flowText, memberText, type NewMember} from "./config-text.ts";

/** The yaml package, loaded only when a file is edited. */
type Yaml = typeof import("yaml");
type Seq = YAMLSeq<ParsedNode>;

/**
 * The text of pm-talk.yml with this member in it: added, or the e-mail address added to the member who has
 * the handle. Every other byte stays. Null when there is nothing to change. Throws `usage` when the address
 * is another member's, and `not-written` when the place cannot be found without touching more.
 */
export async function withMember(
  text: string,
  config: Config,
  member: NewMember,
): Promise<string | null> {
  const known = memberCalled(config, member.handle);
  refuseForeignEmail(config, known, member.email);
  if (known !== null && (member.email === null || hasEmail(known, member.email))) return null;
  const yaml = await import("yaml");
  const mark = text.startsWith("\uFEFF") ? 1 : 0;
  const source = text.slice(mark);
  const team = yaml.parseDocument(source).get("team", true);
  const edited = !yaml.isSeq<ParsedNode>(team)
    ? null
    : known === null
      ? addItem(source, team, await memberText(member))
      : await addEmail(yaml, source, team, config.team.indexOf(known), member.email ?? "");
  if (edited !== null && (await isAsMeant(edited, config, known, member))) {
    return text.slice(0, mark) + edited;
  }
  const hint = `By hand, under team:\n  - ${await memberText(member)}`;
  throw new PmTalkError("not-written", "Not written: pm-talk.yml has a shape of its own.", hint);
}

function memberCalled(config: Config, handle: string): Member | null {
  const wanted = foldName(handle);
  const called = ({handle: own, aliases}: Member): boolean =>
    [own, ...aliases].some((name) => foldName(name) === wanted);
  return config.team.find(called) ?? null;
}

function hasEmail(member: Member, email: string): boolean {
  return member.emails.some((known) => foldName(known) === foldName(email));
}

function refuseForeignEmail(config: Config, own: Member | null, email: string | null): void {
  if (email === null) return;
  const holder = config.team.find((member) => member !== own && hasEmail(member, email));
  if (holder === undefined) return;
  throw new PmTalkError(
    "usage",
    `${email} is the address of ${holder.handle} in pm-talk.yml already.`,
    `If that is you:  pm-talk init --me ${holder.handle}\nOr another address:  --email ADDRESS`,
  );
}

async function addEmail(
  yaml: Yaml,
  text: string,
  team: Seq,
  index: number,
  email: string,
): Promise<string | null> {
  const member = team.items[index];
  if (!yaml.isMap(member)) return null;
  const written = await flowText(email);
  const pair = (member as YAMLMap<ParsedNode, ParsedNode | null>).items.find(
    ({key}) => yaml.isScalar(key) && key.value === "emails",
  );
  if (pair === undefined) return addKey(text, member, `emails: [${written}]`);
  if (yaml.isSeq<ParsedNode>(pair.value)) return addItem(text, pair.value, written);
  const [start, end] = pair.value?.range ?? [0, 0];
  const old = text.slice(start, end);
  const list = old === "" ? ` [${written}]` : `[${old}, ${written}]`;
  return text.slice(0, start) + list + text.slice(end);
}

/** The list with one more item at its end, in its own style. */
function addItem(text: string, list: Seq, item: string): string | null {
  const last = list.items.at(-1);
  const start = list.range?.[0] ?? 0;
  if (last === undefined) return insert(text, start + 1, item);
  const [at, end] = last.range;
  if (list.flow === true) return insert(text, end, `, ${item}`);
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  const indent = /^( *)-\s/.exec(line)?.[1];
  return indent === undefined ? null : insertLine(text, end, `${indent}- ${item}`);
}

/** The mapping with one more key at its end, in its own style. */
function addKey(text: string, map: YAMLMap<ParsedNode>, entry: string): string | null {
  const last = map.items.at(-1) as Pair<ParsedNode, ParsedNode | null> | undefined;
  const end = last?.value?.range[1] ?? last?.key.range[1];
  const first = map.items[0]?.key.range[0];
  if (end === undefined || first === undefined) return null;
  if (map.flow === true) return insert(text, end, `, ${entry}`);
  const column = first - (text.lastIndexOf("\n", first - 1) + 1);
  return insertLine(text, end, `${" ".repeat(column)}${entry}`);
}

function insert(text: string, at: number, added: string): string {
  return text.slice(0, at) + added + text.slice(at);
}

/** After the line in which `at` lies, with the line ends that the file has. */
function insertLine(text: string, at: number, line: string): string {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  if (text[at - 1] === "\n") return insert(text, at, line + newline);
  const end = text.indexOf("\n", at);
  return end === -1 ? text + newline + line + newline : insert(text, end + 1, line + newline);
}

/** Reads the edited text again: the one value is there, and all others are what they were. */
async function isAsMeant(
  edited: string,
  before: Config,
  known: Member | null,
  member: NewMember,
): Promise<boolean> {
  const after = await readConfig(edited);
  const team =
    known === null
      ? [...before.team, {...after.team.at(-1), ...expected(member)}]
      : before.team.map((one) =>
          one === known ? {...one, emails: [...one.emails, member.email ?? ""]} : one,
        );
  return isDeepStrictEqual(after, {...before, team});
}

function expected(member: NewMember): object {
  const emails = member.email === null ? [] : [member.email];
  return {handle: member.handle, name: member.name, emails, function: member.function};
}
