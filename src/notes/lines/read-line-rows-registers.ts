import {nearest} from "../../core/text.ts";
import {trimCut, valueOf} from "./line-scan.ts";
import {
  type LineParts,
  orNull,
  restText,
  type RowOf,
  withText,
  word,
  wordOrNull,
} from "./read-line-parts.ts";
import {exampleProblem, type Problem} from "./read-line-problem.ts";
import {readReferences} from "./read-line-reference.ts";
import {criteria} from "../vocabulary.ts";

/** A line of People. */
export function readPerson(parts: LineParts): RowOf<"people"> | Problem {
  const {line, label, text} = parts;
  const id = label === null ? "" : valueOf(line, label);
  if (id === "") return exampleProblem(parts.form, "id", text, "no id in front of the name");
  const comma = line.mask.indexOf(",", text.start);
  const named = comma >= 0 && comma < text.end;
  const name = valueOf(line, {start: text.start, end: named ? comma : text.end});
  const title = named ? valueOf(line, {start: comma + 1, end: text.end}) : "";
  const email = readEmail(parts);
  if (email !== null && !/^[^\s@]+@[^\s@]+$/.test(email)) {
    const cut = trimCut(line, parts.rest ?? text);
    return exampleProblem(parts.form, "email", cut, `"${email}" is not an e-mail address`);
  }
  return {
    id,
    // A team that keeps no names still has people; the id stands for the name then.
    name: name === "" ? id : name,
    title: title === "" ? null : title,
    role: wordOrNull(parts, "role"),
    relationship: wordOrNull(parts, "relationship"),
    left: parts.values.get("left") ?? null,
    email,
  };
}

function readEmail(parts: LineParts): string | null {
  const text = restText(parts);
  if (text === null) return null;
  return (
    /^<(?:mailto:)?([^<>\s]+)>$/i.exec(text)?.[1] ??
    /^\[[^[\]]*\]\(mailto:([^()\s]+)\)$/i.exec(text)?.[1] ??
    text
  );
}

/** In the conditions of a gate a dash between spaces parts them from who decided; the last one does. */
const partingDash = /(?<=[ \t]|^)(?:—|–|--|-)(?=[ \t]|$)/g;

/** A line of Gates. */
export function readGate(parts: LineParts): RowOf<"gates"> | Problem {
  const {line, label, rest} = parts;
  const id = label === null ? "" : valueOf(line, label);
  if (id === "") return exampleProblem(parts.form, "id", parts.text, "no id in front of the name");
  let conditions = restText(parts);
  let by: string | null = null;
  if (rest !== null) {
    const behind = line.mask.slice(rest.start);
    const match = [...behind.matchAll(partingDash)].at(-1);
    if (match !== undefined) {
      const start = rest.start + match.index;
      conditions = orNull(valueOf(line, {start: rest.start, end: start}));
      by = orNull(valueOf(line, {start: start + match[0].length, end: rest.end}));
    }
  }
  return {
    id,
    name: valueOf(line, parts.text),
    date: parts.values.get("date") ?? "",
    decision: wordOrNull(parts, "decision"),
    decided: parts.values.get("decided") ?? null,
    conditions,
    by,
  };
}

/** A line of Claims. */
export function readClaim(parts: LineParts): RowOf<"claims"> | Problem {
  const assumptions: string[] = [];
  for (const id of parts.rest === null ? [] : readReferences(parts.line, parts.rest)) {
    if (id === null) {
      const cut = trimCut(parts.line, parts.rest ?? parts.text);
      const message = "these are no references with commas between them";
      return exampleProblem(parts.form, "assumptions", cut, message);
    }
    assumptions.push(id);
  }
  return withText(parts, "text", "it does not say what the claim is", (text) => ({
    text,
    horizon: word(parts, "horizon"),
    assumptions,
  }));
}

/** A line of Criteria. */
export function readCriterion(parts: LineParts): RowOf<"criteria"> | Problem {
  const text = valueOf(parts.line, parts.text);
  const criterion = criteria.find((one) => one === text.toLowerCase());
  if (criterion === undefined) {
    const near = nearest(text, criteria)[0];
    return {
      code: "criterion-name",
      cut: trimCut(parts.line, parts.text),
      message: `"${text.slice(0, 60)}" is not a criterion`,
      hint: `${near === undefined ? "One" : `Did you mean ${near}? One`} of: ${criteria.join(" ")}.`,
    };
  }
  const value = parts.values.get("value");
  return {criterion, value: value === "off" ? false : Number(value), why: restText(parts)};
}
