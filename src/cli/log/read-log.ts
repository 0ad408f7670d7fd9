import type {CalendarDate} from "../../core/calendar.ts";
import {PmTalkError} from "../../core/errors.ts";
import {foldName} from "../../core/text.ts";
import type {Collection, Conversation} from "../../notes/collection.ts";
import type {ConversationFields} from "../../notes/conversation.ts";
import type {NoteContent} from "../../notes/write-note.ts";
import {quote} from "../../workspace/shell-words.ts";
import {type Flags, type Input, isOn, listOf, valueOf} from "../command.ts";
import type {Context} from "../context.ts";
import {type Opened, whoAmI} from "../open.ts";
import {addToOf, takeOver} from "./add-to.ts";
import {customerOf, type FoundCustomer} from "./log-customer.ts";
import {resolveEvidence} from "./log-evidence.ts";
import {otherFields} from "./log-fields.ts";
import {readContent, saysSomething} from "./log-lines.ts";
import type {Remarks} from "./log-values.ts";
import {type Before, dateOf, statusOf, typeOf} from "./log-when.ts";
import {conceptsOf, contactsOf, membersOf} from "./log-who.ts";
import {resolveSteps} from "./log-steps.ts";
import {noFields} from "./no-fields.ts";

/** A talk as the flags describe it, with every name resolved. */
export interface LogValues {
  fields: ConversationFields;
  content: NoteContent;
  customer: FoundCustomer;
  /** Id of the talk that this is a second account of. */
  addTo: string | null;
}

/**
 * Reads the flags of `log`, whose words for days were said on `saidOn`. Throws a usage error, nothing being
 * written yet, for whatever is missing or wrong.
 */
export async function readLog(
  input: Input,
  body: string | null,
  opened: Opened,
  context: Context,
  remarks: Remarks,
  saidOn: CalendarDate = opened.today,
): Promise<LogValues> {
  const {flags} = input;
  const {collection, root} = opened.workspace;
  const addTo = addToOf(valueOf(flags, "addTo"), collection);
  const before: Before = {collection, root, cwd: context.cwd, today: saidOn, addTo};
  const status = statusOf(flags);
  const typedCustomer = customerTyped(input, addTo);
  const me = meOnce(opened, context);
  const content = readContent(flags, body, saidOn, remarks);
  if (!isOn(flags, "edit")) refuseTooLittle(typedCustomer, content, status, context);
  const customer = customerOf(typedCustomer ?? "", flags, collection, context, remarks);
  const date = dateOf(flags, status, before, remarks);
  const fields: ConversationFields = {
    ...noFields,
    ...otherFields(flags, before, remarks),
    type: typeOf(flags, customer.id, before),
    date,
    customer: customer.id,
    status,
    contacts: [
      ...new Set([
        ...(addTo?.contacts ?? []),
        ...contactsOf(listOf(flags, "contact"), customer.id, collection),
      ]),
    ],
    ...(await oursOf(flags, collection, me)),
    concepts: conceptsOf(listOf(flags, "concept"), collection, remarks),
    logged: date === opened.today ? null : opened.today,
  };
  if (addTo !== null) takeOver(fields, addTo);
  return {
    fields,
    content: {
      ...content,
      lines: {
        ...content.lines,
        evidence: resolveEvidence(content, collection, remarks),
        steps: await resolveSteps(content.lines.steps, collection, me, remarks),
      },
    },
    customer,
    addTo: addTo?.id ?? null,
  };
}

/** The customer as typed, or that of the talk added to; throws a usage error where two are given. */
export function customerTyped(input: Input, addTo: Conversation | null): string | null {
  const [word] = input.args;
  const flag = valueOf(input.flags, "customer");
  if (word !== undefined && flag !== null && foldName(word) !== foldName(flag)) {
    throw new PmTalkError(
      "usage",
      `The customer is given twice: ${word}, and --customer ${flag}.`,
      "Give one of them.",
    );
  }
  const typed = word ?? flag;
  if (addTo === null) return typed;
  if (typed !== null || valueOf(input.flags, "date") !== null) {
    throw new PmTalkError(
      "usage",
      "--add-to takes the customer and the day from the talk added to.",
      "Leave --customer and --date out.",
    );
  }
  return addTo.customer;
}

/** Who led and took part, and who listened in: nobody does both. */
async function oursOf(
  flags: Flags,
  collection: Collection,
  me: () => Promise<string>,
): Promise<Pick<ConversationFields, "team" | "observers">> {
  const team = await teamOf(flags, collection, me);
  const observers = await membersOf(listOf(flags, "observer"), collection, me);
  const both = team.find((handle) => observers.includes(handle));
  if (both === undefined) return {team, observers};
  throw new PmTalkError(
    "usage",
    `${both} cannot have both taken part and listened in.`,
    listOf(flags, "team").length === 0
      ? "Who led the talk, when it was not you?  --team HANDLE"
      : "Name them in --team or in --observer.",
  );
}

async function teamOf(
  flags: Flags,
  collection: Collection,
  me: () => Promise<string>,
): Promise<string[]> {
  const typed = listOf(flags, "team");
  if (typed.length > 0) return membersOf(typed, collection, me);
  return flags["secondhand"] === true ? [] : [await me()];
}

function meOnce(opened: Opened, context: Context): () => Promise<string> {
  let known: Promise<string> | null = null;
  return () => (known ??= whoAmI(opened, context));
}

function refuseTooLittle(
  customer: string | null,
  content: NoteContent,
  status: string,
  context: Context,
): void {
  const needsContent = status === "held" && !saysSomething(content);
  if (customer !== null && !needsContent) return;
  const missing = [
    customer === null ? "--customer" : "",
    needsContent ? "one of --quote --evidence --lean-in --tune-out --pain ... or --body" : "",
  ];
  const why =
    context.stdinIsTTY && context.stdoutIsTTY
      ? "these are missing"
      : "no terminal to ask in, and these are missing";
  throw new PmTalkError(
    "usage",
    `Nothing written: ${why}:`,
    `${missing.filter((part) => part !== "").join(", and ")}\npm-talk log --customer ${customer === null ? "gantry" : quote(customer)} --quote "Can I send that tonight?"`,
  );
}
