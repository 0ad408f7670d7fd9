import {shortId} from "../../core/identity.ts";
import type {DecisionFields} from "../../notes/decision.ts";
import type {PlannedEdit} from "../../workspace/write/edit-file.ts";
import {planFields} from "../edit/edit-fields.ts";
import type {Remarks} from "../log/log-values.ts";
import type {Opened} from "../open.ts";
import type {Alongside} from "../register/add-register.ts";

/**
 * The edit that marks the decision that another one takes back; null where there is none to mark. What is
 * only proposed takes nothing back yet, which is said.
 */
export async function planSuperseded(
  id: string,
  {replaces, status}: Partial<DecisionFields>,
  opened: Opened,
  {notices}: Remarks,
): Promise<Alongside | null> {
  const old = opened.workspace.results.find(
    ({place}) => place.kind === "decision" && place.id === replaces,
  )?.result.parsed;
  if (old === undefined || old === null || statusOf(old.fields) === "superseded") return null;
  const again = markCommand(old.id);
  if (status === "proposed") {
    notices.push(
      `${shortId(old.id)} stands while ${shortId(id)} is only proposed. Afterwards:\n  ${again}`,
    );
    return null;
  }
  const planned = await planFields(old, [{field: "status", value: "superseded"}], opened);
  return {planned, said: "Superseded", again};
}

/** What is still to be done when an edited decision takes another one back that counts as accepted. */
export function supersedeRemark({result}: PlannedEdit, {workspace}: Opened): string[] {
  const {replaces, status} = (result.parsed?.fields ?? {}) as Partial<DecisionFields>;
  const old = workspace.collection.decisions.find(({id}) => id === replaces);
  if (old === undefined || status !== "accepted" || old.status === "superseded") return [];
  return [
    `${shortId(old.id)} still counts as ${old.status ?? "decided"}:\n  ${markCommand(old.id)}`,
  ];
}

function markCommand(id: string): string {
  return `pm-talk decision edit ${shortId(id)} --status superseded`;
}

function statusOf(fields: object): unknown {
  return (fields as Partial<DecisionFields>).status;
}
