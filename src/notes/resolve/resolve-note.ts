import {itemSections, type Body} from "../body.ts";
import type {Config} from "../config.ts";
import type {ConversationFields} from "../conversation.ts";
import type {ParsedFile} from "../files.ts";
import type {References} from "./resolve-references.ts";
import {conversationTypes, silentChannels, type ConversationType} from "../vocabulary.ts";

/** One note whose references are ids, before accounts of one talk are joined. */
export interface ResolvedNote {
  id: string;
  file: string;
  fields: ConversationFields;
  body: Body;
  /** Type and channel are ones on which people speak. */
  live: boolean;
  selling: boolean;
}

/** The note with ids for what its front matter and lines name. */
export function resolveNote(
  note: ParsedFile<"conversation">,
  references: References,
  config: Config,
): ResolvedNote {
  const {fields, id, file} = note;
  const type = typeOf(fields.type, config);
  const customer = references.customer(fields.customer);
  const contact = (name: string): string => references.contact(customer, name);
  return {
    id,
    file,
    fields: {
      ...fields,
      customer,
      team: unique(fields.team.map(references.member)),
      observers: unique(fields.observers.map(references.member)),
      contacts: unique(fields.contacts.map(contact)),
      concepts: unique(fields.concepts.map(references.concept)),
    },
    body: resolveBody(note.body, references, contact),
    live: type.live && !silentChannels.includes(fields.channel ?? ""),
    selling: type.selling,
  };
}

/** What kind of talk a type is: the config's own types first, then the built-in ones. */
function typeOf(type: string, config: Config): ConversationType {
  if (Object.hasOwn(config.types, type)) return config.types[type] ?? unknownType;
  return (Object.hasOwn(conversationTypes, type) && conversationTypes[type]) || unknownType;
}

const unknownType: ConversationType = {live: true, selling: false};

/** Each value once, in the order of first appearance. */
export function unique<Value>(values: Value[]): Value[] {
  if (values.length < 2) return values;
  return [...new Set(values)];
}

function resolveBody(body: Body, references: References, contact: (name: string) => string): Body {
  const withWho = <Said extends {who: string | null}>(said: Said): Said =>
    said.who === null ? said : {...said, who: contact(said.who)};
  const items = {...body.items};
  for (const section of itemSections) {
    const list = items[section];
    if (list.some(({who}) => who !== null)) items[section] = list.map(withWho);
  }
  const {lines} = body;
  return {
    ...body,
    items,
    lines: {
      ...lines,
      evidence: lines.evidence.map((row) => ({
        ...withWho(row),
        assumption: references.assumption(row.assumption),
      })),
      steps: lines.steps.map((step) => ({...step, who: references.member(step.who)})),
    },
  };
}
