import * as v from "valibot";
import {PmTalkError} from "../core/errors.ts";
import {configSchema, configVersion, type Config} from "./config.ts";
import {locateInYaml} from "./positions.ts";
import {explainIssue, type ConfigFault} from "./read-config-issues.ts";
import {checkConfig} from "./read-config-rules.ts";
import {explainYaml} from "./front-matter/yaml-slips.ts";
import {parseYaml, YamlRefusal} from "./front-matter/yaml.ts";

const file = "pm-talk.yml";

/**
 * The config as pm-talk.yml states it, with defaults for what it leaves out. Throws a PmTalkError (usage)
 * with line and column of the first fault: the rules rest on the config, so none of it is guessed.
 */
export async function readConfig(text: string): Promise<Config> {
  const source = text.replace(/^\ufeff/, "");
  const raw = withoutEmpty(parse(source));
  const fault = checkRoot(raw);
  if (fault !== null) throw await locate(source, fault);
  const result = v.safeParse(configSchema, raw);
  if (!result.success) throw await locate(source, explainIssue(mostTelling(result.issues)));
  const config = withDefaultGoals(result.output);
  const wrong = checkConfig(config);
  if (wrong !== null) throw await locate(source, wrong);
  return config;
}

function parse(source: string): unknown {
  try {
    return parseYaml(source);
  } catch (error) {
    if (!(error instanceof YamlRefusal)) throw error;
    const {place, message, hint} = explainYaml(error, source, 1);
    const at = place.at === "line" ? `:${String(place.line)}:${String(place.column)}` : "";
    throw new PmTalkError("usage", `${file}${at} ${message}`, hint);
  }
}

function checkRoot(raw: unknown): ConfigFault | null {
  if (raw === null || raw === undefined) {
    return {path: [], of: "value", message: "the file is empty", hint: "pm-talk init writes one."};
  }
  if (typeof raw !== "object" || Array.isArray(raw)) {
    const hint = "As in  version: 1  with  team:  below it.";
    return {path: [], of: "value", message: "the file must hold keys with values", hint};
  }
  const {version} = raw as {version?: unknown};
  if (typeof version !== "number" || version <= configVersion) return null;
  return {
    path: ["version"],
    of: "value",
    message: `version ${String(version)} is newer than this pm-talk, which knows ${String(configVersion)}`,
    hint: "Update pm-talk.",
  };
}

/** A key without a value equals an absent key; a type or member without details is one with defaults. */
function withoutEmpty(value: unknown, path: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((element) => withoutEmpty(element, path));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    const isType = path.length === 1 && path[0] === "types";
    if (inner === null) return isType ? [[key, {}]] : [];
    return [[key, withoutEmpty(inner, [...path, key])]];
  });
  return Object.fromEntries(entries);
}

/** A goal that is left out keeps its default, as every other value does; 0 sets none. */
function withDefaultGoals(config: Config): Config {
  return {...config, goals: {...v.getDefault(configSchema.entries.goals), ...config.goals}};
}

async function locate(source: string, fault: ConfigFault): Promise<PmTalkError> {
  const [position] = await locateInYaml(source, 1, [fault]);
  const {line, column} = position ?? {line: 1, column: 1};
  const at = `${file}:${String(line)}:${String(column)}`;
  return new PmTalkError("usage", `${at} ${fault.message}`, fault.hint);
}

/** A misspelt key is also a missing one: the misspelling says what to mend. */
function mostTelling<Issue extends {type: string; expected: string | null}>(
  issues: readonly [Issue, ...Issue[]],
): Issue {
  return (
    issues.find((issue) => issue.type === "strict_object" && issue.expected === "never") ??
    issues[0]
  );
}
