import * as v from "valibot";
import {assumptionSchema} from "../assumption.ts";
import {conceptSchema} from "../concept.ts";
import {conversationSchema} from "../conversation.ts";
import {customerSchema} from "../customer.ts";
import {decisionSchema} from "../decision.ts";
import {kinds, type Kind} from "../vocabulary.ts";

/** The front-matter schema of each kind of file. */
export const schemas = {
  conversation: conversationSchema,
  customer: customerSchema,
  assumption: assumptionSchema,
  concept: conceptSchema,
  decision: decisionSchema,
} as const;

/** Fields that a file of the kind must have. */
export const requiredFields: Record<Kind, readonly string[]> = {
  conversation: ["type", "date", "customer", "team"],
  customer: ["name"],
  assumption: ["statement", "type", "importance", "created"],
  concept: ["name"],
  decision: ["date", "title", "type"],
};

/** The required field that the file's first level-1 heading may stand for. */
export const headingFields: Partial<Record<Kind, string>> = {
  assumption: "statement",
  decision: "title",
};

/** Fields of a conversation without which nothing can be counted: a fault in one leaves the note out. */
const vitalFields: readonly string[] = ["type", "date", "customer", "team", "status"];

/** What a fault in the field costs. */
export function costOf(kind: Kind, field: string): "file" | "value" {
  return kind === "conversation" && vitalFields.includes(field) ? "file" : "value";
}

/** One front-matter field, taken apart for reading value by value. */
export interface FieldForm {
  field: string;
  /** Of the whole value, or, for a list, of one element. */
  schema: v.GenericSchema;
  list: boolean;
  /** The words it may be; null where it is not one of a few words. */
  words: readonly string[] | null;
  /** What it is when it is left out; undefined where it must not be. */
  absent: unknown;
  /** Whether "nothing stated" is null and so differs from an empty list. */
  nullable: boolean;
}

/** The fields of each kind, in the order of the schema. */
export const fieldForms: Record<Kind, readonly FieldForm[]> = Object.fromEntries(
  kinds.map((kind) => [
    kind,
    Object.entries<v.GenericSchema>(schemas[kind].entries).map(([field, schema]) =>
      takeApart(field, schema),
    ),
  ]),
) as Record<Kind, FieldForm[]>;

/** The parts of a valibot schema that are looked at here. */
type Inspected = v.GenericSchema & {
  wrapped?: Inspected;
  default?: unknown;
  item?: Inspected;
  options?: readonly unknown[];
};

function takeApart(field: string, schema: v.GenericSchema): FieldForm {
  let inner = schema as Inspected;
  let nullable = false;
  const absent = inner.type === "optional" ? inner.default : undefined;
  while (inner.wrapped !== undefined) {
    nullable ||= inner.type === "nullable";
    inner = inner.wrapped;
  }
  const list = listOf(inner);
  const item = list?.item ?? inner;
  const words = item.type === "picklist" ? (item.options as readonly string[]) : null;
  return {field, schema: item, list: list !== null, words, absent, nullable};
}

/** The list in "a list, or one as a list of one". */
function listOf(schema: Inspected): Inspected | null {
  if (schema.type !== "union") return null;
  const first = schema.options?.[0] as Inspected | undefined;
  return first?.type === "array" ? first : null;
}
