import {isAbsolute, relative, resolve, sep} from "node:path";
import {PmTalkError} from "../../core/errors.ts";
import {isThere} from "../../workspace/given-files.ts";
import {conversationKind, customerKind, knownCustomers} from "../known.ts";
import {contactsOf, membersOf} from "../log/log-who.ts";
import {typeOf} from "../log/log-when.ts";
import {findNamed, type Named, type NamedKind, unknownName} from "../names.ts";
import {whoAmI} from "../open.ts";
import {listed, type Understanding} from "./understanding.ts";

type Reader = (typed: string, by: Understanding) => Promise<unknown[]> | unknown[];

/** The fields of a conversation that are understood as `log` does. */
export const conversationReaders: Record<string, Reader> = {
  type: (text, {opened: {workspace, today}, context}) => [
    typeOf({type: text}, "", {
      collection: workspace.collection,
      root: workspace.root,
      cwd: context.cwd,
      today,
      addTo: null,
    }),
  ],
  customer: (text, {opened}) => {
    const known = knownCustomers(opened.workspace.collection);
    return [declared(text, known, customerKind, `pm-talk customer add --name "${text}"`)];
  },
  team: (text, by) => ours(text, by),
  observers: (text, by) => ours(text, by),
  contacts: (text, {opened, customer}) => contactsOf([text], customer, opened.workspace.collection),
  follows: (text, {opened}) => {
    const known = opened.workspace.collection.conversations.flatMap(({id, also}) =>
      [id, ...also].map((one) => ({id: one, names: []})),
    );
    return [declared(text, known, conversationKind, null)];
  },
  transcript: (text, by) => [transcriptIn(text, by)],
  consent: (text) => wordsIn(text),
};

function ours(text: string, {opened, context}: Understanding): Promise<string[]> {
  return membersOf([text], opened.workspace.collection, () => whoAmI(opened, context));
}

/** What must be there already: a wrong name here would move a talk to nobody. */
function declared(text: string, known: Named[], kind: NamedKind, add: string | null): string {
  const found = findNamed(text, known, kind);
  if (found !== null) return found;
  const error = unknownName(text, known, kind);
  if (add === null) throw error;
  throw new PmTalkError("usage", error.message, `${error.hint ?? ""}\nA new one:    ${add}`.trim());
}

/** `none` is an answer: asked, and refused. */
function wordsIn(text: string): unknown[] {
  const words = listed(text);
  return words.length === 1 && /^(none|no|refused)$/i.test(words[0] ?? "") ? [] : words;
}

/** A file of the workspace, as it is typed here or as the note has it. */
function transcriptIn(text: string, {opened, context}: Understanding): string {
  const {root} = opened.workspace;
  const paths = [resolve(context.cwd, text), resolve(root, text)];
  const found = paths.find((path) => isThere(path));
  if (found === undefined)
    throw new PmTalkError("usage", `--set transcript=${text}: there is no such file.`, null);
  const inside = relative(root, found);
  if (inside === "" || inside.startsWith("..") || isAbsolute(inside))
    throw new PmTalkError(
      "usage",
      `--set transcript=${text} is not in the workspace.`,
      "Put it under transcripts/ first.",
    );
  return inside.split(sep).join("/");
}
