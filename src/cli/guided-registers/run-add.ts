import {foldName} from "../../core/text.ts";
import type {Kind} from "../../notes/vocabulary.ts";
import {type Flags, type Input, listOf, valueOf} from "../command.ts";
import type {Context} from "../context.ts";
import type {Remarks} from "../log/log-values.ts";
import {openWorkspace, type Opened, whoAmI} from "../open.ts";
import {canAsk} from "../prompts/can-ask.ts";
import {addRegister, type NewRegister} from "../register/add-register.ts";
import {readLines} from "../register/read-lines.ts";
import {idGiven, readRegister, refuseMissing} from "../register/read-register.ts";
import {refuseHeld} from "../register/refuse-held.ts";
import {askRegister} from "./ask-register.ts";
import type {RegisterForm} from "./register-form.ts";
import {orTypedBack} from "./typed-back.ts";

/** An `add` command that asks for what is missing. */
export interface RegisterAdd {
  kind: Kind;
  form: RegisterForm;
  /** Fields without which nothing is written. */
  required: string[];
  /** Fields that are asked for where somebody is there, though the file may lack them. */
  wanted?: string[];
  /** Flags that would do, for where nobody can be asked. */
  example: string;
  /** Fields that are written where no flag says otherwise. */
  defaults: (opened: Opened) => Record<string, unknown>;
  /** What more a kind knows of a file that is about to be written; throws a usage error where it cannot be. */
  complete?: (
    register: NewRegister,
    remarks: Remarks,
    opened: Opened,
    context: Context,
  ) => Promise<NewRegister>;
}

/** Writes one register file from the flags, and from answers where flags are missing and somebody is there. */
export async function runAdd(add: RegisterAdd, input: Input, context: Context): Promise<number> {
  const opened = await openWorkspace(input.global, context);
  // Flags that are wrong are said before anything is asked.
  const given = await read(add, input.flags, opened, context);
  const asks = [...add.required, ...(add.wanted ?? [])];
  const isMissing = asks.some((field) => given.register.fields[field] === undefined);
  if (!isMissing || !canAsk(input.global, context)) {
    refuseMissing(`${add.kind} add`, given.register.fields, add.required, add.example);
    const {register, remarks} = await completed(add, given, opened, context);
    return await addRegister(register, remarks, input, opened, context);
  }
  const flags = await askRegister(add.form, input, opened, context);
  return await orTypedBack(add.kind, flags, input, async () => {
    const answered = await read(add, flags, opened, context);
    const {register, remarks} = await completed(add, answered, opened, context);
    return await addRegister(register, remarks, {...input, flags}, opened, context);
  });
}

interface Read {
  register: NewRegister;
  remarks: Remarks;
}

async function completed(
  {complete}: RegisterAdd,
  {register, remarks}: Read,
  opened: Opened,
  context: Context,
): Promise<Read> {
  if (complete === undefined) return {register, remarks};
  return {register: await complete(register, remarks, opened, context), remarks};
}

/** What the flags say. Throws a usage error for what cannot be written, a name that is taken among it. */
async function read(
  {kind, form, defaults}: RegisterAdd,
  given: Flags,
  opened: Opened,
  context: Context,
): Promise<Read> {
  const {collection} = opened.workspace;
  const remarks: Remarks = {notices: [], warnings: []};
  const flags = await withMe(given, opened, context);
  const id = idGiven(flags);
  const fields = readRegister(kind, flags, collection, opened.today, remarks);
  if (kind === "customer" || kind === "assumption" || kind === "concept")
    refuseHeld([...listOf(flags, form.title), ...listOf(flags, "alias")], kind, collection);
  return {
    register: {
      kind,
      command: `${kind}-add`,
      title: valueOf(flags, form.title) ?? "",
      ...(id === null ? {} : {id}),
      fields: {...defaults(opened), ...fields},
      lines: readLines(kind, flags, opened, context, remarks),
    },
    remarks,
  };
}

/** Flags that name one of us, to whom `me` is the person at the keyboard. */
const ours = ["owner", "believer", "doubter", "by"];

async function withMe(flags: Flags, opened: Opened, context: Context): Promise<Flags> {
  const isMe = (value: string): boolean => foldName(value) === "me";
  const said = ours.filter((name) => listOf(flags, name).some(isMe));
  if (said.length === 0) return flags;
  const me = await whoAmI(opened, context);
  const named = said.map((name) => {
    const values = listOf(flags, name).map((value) => (isMe(value) ? me : value));
    return [name, Array.isArray(flags[name]) ? values : values[0]];
  });
  return {...flags, ...(Object.fromEntries(named) as Flags)};
}
