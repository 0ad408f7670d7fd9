import {expect, test} from "vitest";
import {jsonSchemaOf} from "../../src/notes/json-schema.ts";
import {requiredFields, schemas} from "../../src/notes/front-matter/read-fields-schemas.ts";
import {kinds} from "../../src/notes/vocabulary.ts";

interface Schema {
  properties: Record<string, {description?: string; [keyword: string]: unknown}>;
  required: string[];
  [keyword: string]: unknown;
}

test.each(kinds)("%s: every field with a sentence, and no other", async (kind) => {
  const schema = (await jsonSchemaOf(kind)) as Schema;
  expect(Object.keys(schema.properties)).toEqual(Object.keys(schemas[kind].entries));
  for (const {description} of Object.values(schema.properties)) expect(description).toMatch(/\.$/);
  expect(requiredFields[kind]).toEqual(expect.arrayContaining(schema.required));
  expect(schema).not.toHaveProperty("additionalProperties");
});

test("a date is a date, a text is not blank, and a key may stand without a value", async () => {
  const {properties} = (await jsonSchemaOf("conversation")) as Schema;
  expect(properties["date"]).toMatchObject({type: "string", format: "date"});
  expect(properties["customer"]).toMatchObject({type: "string", pattern: "\\S"});
  expect(properties["until"]?.["anyOf"]).toEqual([
    {type: "string", format: "date", pattern: "^\\d{4}-\\d{2}-\\d{2}$"},
    {type: "null"},
  ]);
  expect(properties["status"]).toMatchObject({
    anyOf: [{enum: ["held", "planned", "no-show", "cancelled", "no-answer"]}, {type: "null"}],
    default: "held",
  });
});

test("what belongs together is asked for together", async () => {
  const conversation = (await jsonSchemaOf("conversation")) as Schema;
  expect(conversation.required).toEqual(["type", "date", "customer"]);
  expect(conversation["anyOf"]).toMatchObject([
    {required: ["team"]},
    {properties: {secondhand: {const: true}}, required: ["secondhand"]},
  ]);
  expect(conversation["dependentRequired"]).toEqual({meaningful: ["reason"]});
  const assumption = (await jsonSchemaOf("assumption")) as Schema;
  expect(assumption.required).toEqual(["type", "importance", "created"]);
});

test("the workspace's own types are allowed", async () => {
  const {properties} = (await jsonSchemaOf("conversation", ["interview", "roadshow"])) as Schema;
  expect(properties["type"]?.["enum"]).toEqual(["interview", "roadshow"]);
});

test("the config: unknown keys are refused, and every key has a sentence", async () => {
  const schema = (await jsonSchemaOf("config")) as Schema;
  expect(schema["additionalProperties"]).toBe(false);
  expect(schema.required).toEqual(["version", "team"]);
  for (const {description} of Object.values(schema.properties)) expect(description).toMatch(/\.$/);
  expect(schema.properties["cadence"]?.["propertyNames"]).toMatchObject({
    enum: expect.arrayContaining(["customer"]) as string[],
  });
});
