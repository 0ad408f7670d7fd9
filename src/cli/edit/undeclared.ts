import {PmTalkError} from "../../core/errors.ts";
import {foldName} from "../../core/text.ts";
import {quote} from "../../workspace/shell-words.ts";
import type {Opened} from "../open.ts";

/** Throws a usage error for what notes only name: there is no file that could be changed yet. */
export function refuseUndeclared(
  kind: "customer" | "assumption",
  typed: string,
  {workspace}: Opened,
): void {
  const {customers, assumptions} = workspace.collection;
  const all: {id: string; file: string | null}[] = kind === "customer" ? customers : assumptions;
  const found = all.find(({id, file}) => file === null && foldName(id) === foldName(typed));
  if (found === undefined) return;
  const add =
    kind === "customer"
      ? `pm-talk customer add --name ${quote(found.id)}`
      : `pm-talk assumption add --id ${quote(found.id)} --statement "We believe ..."`;
  throw new PmTalkError(
    "usage",
    `The ${kind} ${found.id} is only named in notes: it has no file yet.`,
    add,
  );
}
