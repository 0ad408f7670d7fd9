import type {Fault} from "../../core/diagnostics.ts";
import {listWithAnd} from "../../core/text.ts";
import type {Config} from "../config.ts";
import {hintWords} from "./read-fields-hints.ts";
import {conversationTypes, type Kind} from "../vocabulary.ts";

type Fields = Record<string, unknown>;

/**
 * Rules between fields, or between a field and the config; each takes what it refuses out of `fields`.
 * `stated` tells which fields have a value in the file.
 */
export function applyRules(kind: Kind, fields: Fields, config: Config): Fault[] {
  if (kind === "conversation") {
    return [...checkType(fields, config), ...checkMeaningful(fields)];
  }
  return kind === "assumption" ? checkOverride(fields) : [];
}

/** Names of all conversation types, the built-in ones first. */
export function typeNames(config: Config): string[] {
  return [...new Set([...Object.keys(conversationTypes), ...Object.keys(config.types)])];
}

function checkType(fields: Fields, config: Config): Fault[] {
  const {type} = fields;
  if (typeof type !== "string" || Object.hasOwn(conversationTypes, type)) return [];
  const names = typeNames(config);
  if (names.includes(type)) return [];
  const fault: Fault = {
    code: "type-invalid",
    severity: "error",
    place: {at: "field", field: "type", of: "value"},
    message: `type cannot be "${type.slice(0, 40)}"`,
    hint: `${hintWords(type, names)} pm-talk.yml may add types.`,
    dropped: "file",
  };
  return [fault];
}

/** An override of the computed rule is an argument, and one without a reason is none. */
function checkMeaningful(fields: Fields): Fault[] {
  if (fields["meaningful"] === null || fields["reason"] !== null) return [];
  fields["meaningful"] = null;
  const fault: Fault = {
    code: "meaningful-reason",
    severity: "error",
    place: {at: "field", field: "meaningful", of: "key"},
    message: "meaningful overrides the rule and needs a reason",
    hint: "Add a line  reason: why the rule is wrong here",
    dropped: "value",
  };
  return [fault];
}

/** An override is shown beside the computed status with who, when and why: without them it says nothing. */
function checkOverride(fields: Fields): Fault[] {
  if (fields["override"] === null) return [];
  const missing = ["overridden", "by", "reason"].filter((field) => fields[field] === null);
  if (missing.length === 0) return [];
  fields["override"] = null;
  const fault: Fault = {
    code: "override-incomplete",
    severity: "error",
    place: {at: "field", field: "override", of: "key"},
    message: `override needs ${listWithAnd(missing)} as well`,
    hint: "As in  override: validated  overridden: 2026-10-01  by: eva  reason: the pilot is signed",
    dropped: "value",
  };
  return [fault];
}
