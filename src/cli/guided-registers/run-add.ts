import {type Flags, type Input, listOf, valueOf} from "../command.ts";
import type {Context} from "../context.ts";
import type {Remarks} from "../log/log-values.ts";
import {openWorkspace, type Opened} from "../open.ts";
import {canAsk} from "../prompts/can-ask.ts";
import {addRegister, type NewRegister} from "../register/add-register.ts";
import {readRegister, refuseMissing} from "../register/read-register.ts";
import {refuseHeld} from "../register/refuse-held.ts";
import {askRegister} from "./ask-register.ts";
import type {RegisterForm} from "./register-form.ts";
import {orTypedBack} from "./typed-back.ts";

/** An `add` command that asks for what is missing. */
export interface RegisterAdd {
  kind: "customer" | "assumption";
  form: RegisterForm;
  required: string[];
  /** Flags that would do, for where nobody can be asked. */
  example: string;
  /** Fields that are written where no flag says otherwise. */
  defaults: (opened: Opened) => Record<string, unknown>;
  /** The lines that flags give. */
  lines: (flags: Flags) => NewRegister["lines"];
}

/** Writes one register file from the flags, and from answers where flags are missing and somebody is there. */
export async function runAdd(add: RegisterAdd, input: Input, context: Context): Promise<number> {
  const opened = await openWorkspace(input.global, context);
  // Flags that are wrong are said before anything is asked.
  const given = read(add, input.flags, opened);
  const isMissing = add.required.some((field) => given.register.fields[field] === undefined);
  if (!isMissing || !canAsk(input.global, context)) {
    refuseMissing(`${add.kind} add`, given.register.fields, add.required, add.example);
    return await addRegister(given.register, given.remarks, input, opened, context);
  }
  const flags = await askRegister(add.form, input, opened, context);
  return await orTypedBack(add.kind, flags, input, async () => {
    const {register, remarks} = read(add, flags, opened);
    return await addRegister(register, remarks, {...input, flags}, opened, context);
  });
}

/** What the flags say. Throws a usage error for what cannot be written, a name that is taken among it. */
function read(
  {kind, form, defaults, lines}: RegisterAdd,
  flags: Flags,
  opened: Opened,
): {register: NewRegister; remarks: Remarks} {
  const {collection} = opened.workspace;
  const remarks: Remarks = {notices: [], warnings: []};
  const fields = readRegister(kind, flags, collection, opened.today, remarks);
  refuseHeld([...listOf(flags, form.title), ...listOf(flags, "alias")], kind, collection);
  return {
    register: {
      kind,
      command: `${kind}-add`,
      title: valueOf(flags, form.title) ?? "",
      fields: {...defaults(opened), ...fields},
      lines: lines(flags),
    },
    remarks,
  };
}
