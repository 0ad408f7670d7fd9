import {PmTalkError} from "../../core/errors.ts";
import type {CustomerFields} from "../customer.ts";
import {dataOf, setFields} from "../edit/edit-fields.ts";
import {fieldForms} from "../front-matter/read-fields-schemas.ts";

/** The text of a customer with what another's front matter says besides, and what could not go over. */
export interface MergedFields {
  text: string;
  /** Keys of the other one that say something else, or that no single line can hold. */
  left: Set<string>;
  /** What is said of them: "segment: enterprise stays, smb is kept". */
  remarks: string[];
}

/** Fields that say nothing without another one. */
const belongs: Partial<Record<keyof CustomerFields, keyof CustomerFields>> = {
  reason: "contactable",
};

/** Takes over each field that the customer lacks; of two values its own stays. Name and aliases are no part. */
export async function mergeFields(
  text: string,
  into: CustomerFields,
  from: {fields: CustomerFields; text: string},
): Promise<MergedFields> {
  const merged: MergedFields = {text, left: new Set(), remarks: []};
  for (const {field} of fieldForms.customer) {
    const key = field as keyof CustomerFields;
    if (key === "name" || key === "aliases") continue;
    const own = into[key];
    const other = from.fields[key];
    const owner = belongs[key];
    const isFree =
      own === null &&
      (owner === undefined || (into[owner] ?? from.fields[owner]) === from.fields[owner]);
    if (other === null || other === own) continue;
    if (isFree) await take(merged, key, other);
    else leave(merged, key, `${key}: ${String(own ?? "nothing")} stays, ${String(other)} is kept`);
  }
  await takeUnknown(merged, dataOf(text), dataOf(from.text));
  return merged;
}

async function takeUnknown(
  merged: MergedFields,
  into: Record<string, unknown>,
  from: Record<string, unknown>,
): Promise<void> {
  const known = new Set(fieldForms.customer.map(({field}) => field));
  for (const [key, value] of Object.entries(from)) {
    if (known.has(key)) {
      // A value with an error was left out when it was read, and is no less somebody's.
      continue;
    }
    const own = Object.hasOwn(into, key) ? into[key] : null;
    if (value === null || JSON.stringify(own) === JSON.stringify(value)) continue;
    if (own === null && isPlain(value) && !(key in {})) await take(merged, key, value);
    else leave(merged, key, own === null ? null : `${key} is kept beside the other`);
  }
}

async function take(merged: MergedFields, key: string, value: unknown): Promise<void> {
  try {
    merged.text = await setFields(merged.text, "customer", [{field: key, value}]);
  } catch (error) {
    if (!(error instanceof PmTalkError)) throw error;
    leave(merged, key, null);
  }
}

function leave(merged: MergedFields, key: string, remark: string | null): void {
  merged.left.add(key);
  if (remark !== null) merged.remarks.push(remark);
}

function isPlain(value: unknown): boolean {
  return [value].flat().every((one) => typeof one !== "object");
}
