import type {GenericSchema} from "valibot";
import {isCalendarDate} from "../core/calendar.ts";
import {configSchema} from "./config.ts";
import {describeConfig} from "./json-schema-config.ts";
import {about} from "./json-schema-about.ts";
import {headingFields, requiredFields, schemas} from "./front-matter/read-fields-schemas.ts";
import {conversationTypes, type Kind} from "./vocabulary.ts";

type JsonObject = Record<string, unknown>;

/** What JSON Schema can say of our own checks, so that an editor refuses what we would. */
function narrow(action: {type: string; requirement?: unknown}): JsonObject | null {
  if (action.requirement === isCalendarDate) {
    return {format: "date", pattern: "^\\d{4}-\\d{2}-\\d{2}$"};
  }
  return action.type === "trim" ? {pattern: "\\S"} : null;
}

/**
 * The JSON Schema (draft 2020-12) of a kind's front matter or of pm-talk.yml, for editors and other
 * programs. `types` are the conversation types of the workspace; the built-in ones where it has none.
 */
export async function jsonSchemaOf(
  name: Kind | "config",
  types: readonly string[] = Object.keys(conversationTypes),
): Promise<object> {
  const {toJsonSchema} = await import("@valibot/to-json-schema");
  const convert = (schema: GenericSchema): JsonObject =>
    toJsonSchema(schema, {
      target: "draft-2020-12",
      typeMode: "input",
      errorMode: "ignore",
      overrideAction: ({valibotAction, jsonSchema}) => {
        const more = narrow(valibotAction);
        return more === null ? null : {...jsonSchema, ...more};
      },
    }) as JsonObject;
  if (name === "config") return describeConfig(convert(configSchema));
  const schema = convert(schemas[name]);
  const properties = describe(name, schema["properties"] as Record<string, JsonObject>);
  if (name === "conversation") properties["type"] = {...properties["type"], enum: types};
  return {
    ...schema,
    title: `Front matter of a ${name} file`,
    properties,
    ...requirements(name),
  };
}

/** Properties with a sentence each. A key without a value equals an absent one, so null is let through. */
function describe(kind: Kind, properties: Record<string, JsonObject>): Record<string, JsonObject> {
  const sentences: Record<string, string> = about[kind];
  return Object.fromEntries(
    Object.entries(properties).map(([field, schema]) => [
      field,
      {
        description: sentences[field] ?? "",
        ...orNull(schema, requiredFields[kind].includes(field)),
      },
    ]),
  );
}

function orNull(schema: JsonObject, required: boolean): JsonObject {
  const options = schema["anyOf"] as JsonObject[] | undefined;
  if (required) {
    const stated = options?.filter((option) => option["type"] !== "null");
    if (stated === undefined) return schema;
    return stated.length === 1 ? {...stated[0]} : {anyOf: stated};
  }
  if (options?.some((option) => option["type"] === "null") === true) return schema;
  const {default: fallback, ...rest} = schema;
  const anyOf = options === undefined ? [rest, {type: "null"}] : [...options, {type: "null"}];
  return fallback === undefined ? {anyOf} : {anyOf, default: fallback};
}

/** What must be there, and what must be there together. A heading may stand for some fields. */
function requirements(kind: Kind): JsonObject {
  const heading = headingFields[kind];
  const required = requiredFields[kind].filter((field) => field !== heading && field !== "team");
  if (kind === "conversation") {
    const told = {properties: {secondhand: {const: true}}, required: ["secondhand"]};
    return {
      required,
      anyOf: [{properties: {team: teamOfSome}, required: ["team"]}, told],
      dependentRequired: {meaningful: ["reason"]},
    };
  }
  if (kind === "assumption") {
    return {required, dependentRequired: {override: ["overridden", "by", "reason"]}};
  }
  return {required};
}

/** Somebody of ours took part. */
const teamOfSome = {anyOf: [{type: "string"}, {type: "array", minItems: 1}]};
