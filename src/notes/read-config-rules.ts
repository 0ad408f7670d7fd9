import {foldName} from "../core/text.ts";
import type {Config, Member} from "./config.ts";
import type {ConfigFault} from "./read-config-issues.ts";
import {hintWords} from "./front-matter/read-fields-hints.ts";
import {sections} from "./sections.ts";
import {reservedHandles, stages} from "./vocabulary.ts";

/** The first rule between values that the config breaks; null when it breaks none. */
export function checkConfig(config: Config): ConfigFault | null {
  return (
    checkMembers(config.team) ??
    checkKeys("headings", config.headings, sectionKeys) ??
    checkKeys("cadence", config.cadence, stages) ??
    checkThresholds(config)
  );
}

const sectionKeys: readonly string[] = sections.map((section) => section.key);

function checkMembers(team: readonly Member[]): ConfigFault | null {
  const names = new Map<string, number>();
  const emails = new Map<string, number>();
  for (const [index, member] of team.entries()) {
    const fault =
      checkHandle(member, index) ??
      checkDays(member, index) ??
      claim(names, team, index, [member.handle], "handle") ??
      claim(names, team, index, member.aliases, "aliases") ??
      claim(emails, team, index, member.emails, "emails");
    if (fault !== null) return fault;
  }
  return null;
}

/** One word, without the signs that end it in a line. */
export const handlePattern = /^[^\s,;:()[\]{}"'`<>]+$/;

/** A handle stands in brackets of a line, `(ana, 2026-11-26)`, and must survive there. */
function checkHandle(member: Member, index: number): ConfigFault | null {
  const path = ["team", index, "handle"];
  const {handle} = member;
  if (reservedHandles.includes(foldName(handle))) {
    const message = `"${handle}" cannot be a handle`;
    const hint = `${reservedHandles.join(", ")} mean something else where a handle is asked for.`;
    return {path, of: "value", message, hint};
  }
  if (handlePattern.test(handle)) return null;
  const message = `a handle must be one word; it is "${handle.slice(0, 40)}"`;
  return {path, of: "value", message, hint: "As in  handle: ana"};
}

function checkDays(member: Member, index: number): ConfigFault | null {
  const path = ["team", index];
  if (member.joined !== null && member.left !== null && member.left < member.joined) {
    const message = `${member.handle} left before they joined`;
    return {path: [...path, "left"], of: "value", message, hint: null};
  }
  const away = member.away.findIndex(({from, to}) => to < from);
  if (away === -1) return null;
  const message = `${member.handle} comes back before they leave`;
  return {path: [...path, "away", away, "to"], of: "value", message, hint: null};
}

/** One name or address of one member must not be another's: who took part would be a guess. */
function claim(
  holders: Map<string, number>,
  team: readonly Member[],
  index: number,
  names: readonly string[],
  field: "handle" | "aliases" | "emails",
): ConfigFault | null {
  for (const [place, name] of names.entries()) {
    const holder = holders.get(foldName(name));
    if (holder !== undefined && holder !== index) {
      const other = team[holder]?.handle ?? "";
      const path = ["team", index, field, ...(field === "handle" ? [] : [place])];
      const message =
        other === name ? `two members are "${name}"` : `"${name}" is ${other}'s already`;
      return {path, of: "value", message, hint: `Give it to one of the two.`};
    }
    holders.set(foldName(name), index);
  }
  return null;
}

function checkKeys(
  section: string,
  values: Record<string, unknown>,
  known: readonly string[],
): ConfigFault | null {
  const key = Object.keys(values).find((name) => !known.includes(name));
  if (key === undefined) return null;
  const message = `unknown key "${key}"`;
  return {path: [section, key], of: "key", message, hint: hintWords(key, known)};
}

function checkThresholds({evidence}: Config): ConfigFault | null {
  if (evidence.expired < evidence.fresh) {
    const message = "evidence.expired must not be less than evidence.fresh";
    return {path: ["evidence", "expired"], of: "value", message, hint: "As in  expired: 365"};
  }
  if (evidence.disbelieve < evidence.believe) return null;
  const message = "evidence.disbelieve must be less than evidence.believe";
  return {path: ["evidence", "disbelieve"], of: "value", message, hint: "As in  disbelieve: 0.2"};
}
