import type {Fault} from "../../core/diagnostics.ts";
import {PmTalkError} from "../../core/errors.ts";
import {resolve} from "../../notes/resolve/resolve.ts";
import type {PlannedEdit} from "../../workspace/write/edit-file.ts";
import type {Opened} from "../open.ts";

/**
 * Warnings that the edit brings, in the file and next to the others. Throws a usage error for a new error
 * there, such as a name that another customer has.
 */
export function warningsOf({place, result, oldResult}: PlannedEdit, opened: Opened): string[] {
  const {workspace, today} = opened;
  const {config, results} = workspace;
  const edited = results.map((one) => (one.place.file === place.file ? {place, result} : one));
  const known = new Set([
    ...oldResult.faults.map((fault) => keyOf(place.file, fault)),
    ...resolve({config, today, results}).faults.map(({file, fault}) => keyOf(file, fault)),
  ]);
  const together = resolve({config, today, results: edited}).faults;
  const fresh = [...result.faults.map((fault) => ({file: place.file, fault})), ...together].filter(
    ({file, fault}) => !known.has(keyOf(file, fault)),
  );
  const errors = fresh.filter(({fault}) => fault.severity === "error");
  const error = (errors.find(({file}) => file === place.file) ?? errors[0])?.fault;
  if (error !== undefined)
    throw new PmTalkError("usage", `Nothing written: ${error.message}.`, error.hint);
  return fresh.map(({fault}) => `${fault.message}.${fault.hint === null ? "" : ` ${fault.hint}`}`);
}

function keyOf(file: string, {code, message}: Fault): string {
  return JSON.stringify([file, code, message]);
}
