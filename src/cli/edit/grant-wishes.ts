import {PmTalkError} from "../../core/errors.ts";
import {foldName} from "../../core/text.ts";
import type {FieldChange} from "../../notes/edit/edit-fields.ts";
import type {ParsedFile} from "../../notes/files.ts";
import {fieldForms} from "../../notes/front-matter/read-fields-schemas.ts";
import type {Context} from "../context.ts";
import {fieldValue} from "../flags/field-value.ts";
import {refuseToCome} from "../flags/past-day.ts";
import type {Remarks} from "../log/log-values.ts";
import type {Opened} from "../open.ts";
import {understand} from "./understand.ts";
import type {Understanding} from "./understanding.ts";
import type {Wish} from "./wishes.ts";

type Fields = Record<string, unknown>;

/**
 * What the wishes make of a file's fields: only those that become something else, in the order in which they
 * were given. Throws a usage error for a value that its field does not take.
 */
export async function grantWishes(
  parsed: ParsedFile,
  wishes: readonly Wish[],
  opened: Opened,
  context: Context,
  remarks: Remarks,
): Promise<FieldChange[]> {
  const before = parsed.fields as unknown as Fields;
  const after: Fields = {};
  for (const wish of inOrder(wishes)) {
    const current = Object.hasOwn(after, wish.field) ? after : before;
    const by = understandingOf(parsed, {...before, ...after}, opened, context, remarks);
    const isFirst = current === before;
    after[wish.field] = await granted(wish, current[wish.field], isFirst, by);
  }
  refuseHeldLater({...before, ...after}, after, opened);
  return Object.entries(after)
    .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field]))
    .map(([field, value]) => ({field, value: isDefault(field, value) ? null : value}));
}

/** What decides how others are understood comes first: whose contacts, and whether a day lies ahead. */
function inOrder(wishes: readonly Wish[]): Wish[] {
  const first = ["customer", "status"];
  return [
    ...wishes.filter(({field}) => first.includes(field)),
    ...wishes.filter(({field}) => !first.includes(field)),
  ];
}

function understandingOf(
  {kind}: ParsedFile,
  fields: Fields,
  opened: Opened,
  context: Context,
  remarks: Remarks,
): Understanding {
  const named = typeof fields["customer"] === "string" ? fields["customer"] : "";
  const customer = opened.workspace.collection.customers.find((one) =>
    [one.id, one.name, ...one.aliases].some((name) => foldName(name) === foldName(named)),
  );
  const planned = fields["status"] === "planned";
  return {kind, opened, context, remarks, customer: customer?.id ?? named, planned};
}

async function granted(
  wish: Wish,
  current: unknown,
  isFirst: boolean,
  by: Understanding,
): Promise<unknown> {
  const {field, label, typed, does} = wish;
  const list = fieldForms[by.kind].some((form) => form.field === field && form.list);
  if (typed.trim() === "") return list && field !== "consent" ? [] : null;
  const meant = await understand(field, label, typed, by);
  const value = fieldValue(by.kind, field, label, list ? meant : meant[0]);
  if (!list) return value;
  const old = Array.isArray(current) ? (current as string[]) : [];
  const elements = value as string[];
  if (does === "remove") return await without(old, elements, wish, by);
  const kept = does === "set" && isFirst ? [] : old;
  const fresh = await unlike(elements, kept, wish, by);
  return [...kept, ...fresh];
}

/** Elements that the list does not hold yet, under whatever name the file gives them. */
async function unlike(
  elements: readonly string[],
  old: readonly string[],
  wish: Wish,
  by: Understanding,
): Promise<string[]> {
  const held = new Set(await Promise.all(old.map((one) => keyOf(one, wish, by))));
  return elements.filter((one) => !held.has(foldName(one)));
}

async function without(
  old: readonly string[],
  elements: readonly string[],
  wish: Wish,
  by: Understanding,
): Promise<string[]> {
  const keys = await Promise.all(old.map((one) => keyOf(one, wish, by)));
  for (const element of elements) {
    if (keys.includes(foldName(element)) || old.some((one) => foldName(one) === foldName(element)))
      continue;
    throw new PmTalkError(
      "usage",
      `${wish.field} does not hold "${element}".`,
      old.length === 0 ? `${wish.field} is empty.` : `It holds: ${old.join(", ")}`,
    );
  }
  const gone = new Set(elements.map(foldName));
  return old.filter((one, index) => !gone.has(keys[index] ?? "") && !gone.has(foldName(one)));
}

/** What an element of the file means, so that a name and an id of one thing are found to be the same. */
async function keyOf(element: string, {field, label}: Wish, by: Understanding): Promise<string> {
  const silent: Remarks = {notices: [], warnings: []};
  try {
    const [meant, ...more] = await understand(field, label, element, {...by, remarks: silent});
    return more.length === 0 && typeof meant === "string" ? foldName(meant) : foldName(element);
  } catch (error) {
    if (error instanceof PmTalkError) return foldName(element);
    throw error;
  }
}

/** A value that is what an absent key says need not stand in the file. */
function isDefault(field: string, value: unknown): boolean {
  return (field === "secondhand" && value === false) || isEmpty(field, value);
}

function isEmpty(field: string, value: unknown): boolean {
  return Array.isArray(value) && value.length === 0 && field !== "consent";
}

/** A talk that was held cannot be still to come. */
function refuseHeldLater(fields: Fields, after: Fields, {today}: Opened): void {
  const {date, status} = fields;
  if (typeof date !== "string" || !("date" in after || "status" in after)) return;
  if (status === "held")
    refuseToCome(date, today, "A talk that was held", "Booked?  add --set status=planned");
}
