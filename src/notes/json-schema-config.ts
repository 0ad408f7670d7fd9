import {configVersion, type Config} from "./config.ts";
import {handlePattern} from "./read-config-rules.ts";
import {sections} from "./sections.ts";
import {stages} from "./vocabulary.ts";

type JsonObject = Record<string, unknown>;

const sentences: Record<keyof Config, string> = {
  version: "The version of this file's form.",
  team: "Who of us talks with customers.",
  goals: "Meaningful conversations a month, by function or level; 0 sets no goal.",
  segments: "Ids of the segments that should be heard.",
  types: "Further conversation types; live unless stated, selling when stated.",
  headings: "Further headings for sections, in another language, by section.",
  themes: "Hashtags that are in use; others are pointed out by a strict check.",
  meaningful: "What makes a conversation meaningful: minutes, our share of speaking time, words.",
  evidence: "Thresholds of an assumption's status; fresh and expired in days.",
  criteria: "What a gate asks of the conversations; false switches a criterion off.",
  cadence: "Days between talks that we want, by stage of the customer.",
  calendar: "The weekly hour for customers; length in minutes.",
  privacy: "Whether notes hold people's names or only their roles.",
  commit: "Whether a note is committed when it is saved.",
  retention: "Months that notes are kept.",
};

/** The schema of pm-talk.yml with a sentence for every key, and with the rules that types do not hold. */
export function describeConfig(schema: JsonObject): JsonObject {
  const properties = schema["properties"] as Record<string, JsonObject>;
  const described = Object.fromEntries(
    Object.entries(properties).map(([key, property]) => [
      key,
      {description: sentences[key as keyof Config], ...property},
    ]),
  );
  const narrowed: Record<string, JsonObject> = {
    ...described,
    version: {...described["version"], maximum: configVersion},
    headings: {...described["headings"], propertyNames: {enum: sections.map(({key}) => key)}},
    cadence: {...described["cadence"], propertyNames: {enum: stages}},
    team: withHandles(described["team"] ?? {}),
  };
  return {...schema, title: "pm-talk.yml", properties: narrowed};
}

function withHandles(team: JsonObject): JsonObject {
  const member = team["items"] as {properties: Record<string, JsonObject>};
  const handle = {...member.properties["handle"], pattern: handlePattern.source};
  return {...team, items: {...member, properties: {...member.properties, handle}}};
}
