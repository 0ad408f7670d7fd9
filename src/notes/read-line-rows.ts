import {nearest} from "../core/text.ts";
import type {LineOf, LineSection, Said} from "./body.ts";
import type {Form} from "./line-forms.ts";
import {type Cut, type Scanned, trimCut, valueOf} from "./line-scan.ts";
import {type Problem, exampleProblem} from "./read-line-problem.ts";
import {beforeTags, findThemes, findWholeQuote} from "./read-line-quote.ts";
import {readReference, readReferences} from "./read-line-reference.ts";
import {criteria, stanceLabels, stances} from "./vocabulary.ts";

/** The values of a line, without the place in a file. */
export type RowOf<S extends LineSection> = Omit<LineOf<S>, "line">;

/** A line cut into the parts of the grammar. */
export interface LineParts {
  form: Form;
  line: Scanned;
  checked: boolean;
  label: Cut | null;
  text: Cut;
  /** Bracket words by slot. */
  values: ReadonlyMap<string, string>;
  rest: Cut | null;
}

type Builders = {[S in LineSection]: (parts: LineParts) => RowOf<S> | Problem};

/** How the parts of a line become its values, section by section. */
const builders: Builders = {
  evidence: (parts) => {
    const stance = readStance(parts);
    if (typeof stance !== "string") return stance;
    const assumption = reference(parts, "assumption");
    if (typeof assumption !== "string") return assumption;
    const unprompted = parts.values.has("unprompted");
    return {stance, assumption, kind: word(parts, "kind"), unprompted, ...readSaid(parts)};
  },
  asks: (parts) =>
    withText(parts, "what", "what was asked for", (what) => ({
      what,
      currency: word(parts, "currency"),
      answer: word(parts, "answer"),
      reason: restText(parts),
    })),
  promised: (parts) =>
    withText(parts, "what", "what was promised", (what) => ({what, exists: word(parts, "exists")})),
  requests: (parts) =>
    withText(parts, "what", "what was asked for", (what) => ({
      what,
      answer: wordOrNull(parts, "answer"),
      importance: parts.values.has("importance") ? Number(parts.values.get("importance")) : null,
      need: restText(parts),
    })),
  introductions: (parts) =>
    withText(parts, "who", "who is introduced", (who) => ({who, state: word(parts, "state")})),
  steps: (parts) =>
    withText(parts, "what", "what is to be done", (what) => {
      const doneOn = parts.values.get("doneOn") ?? null;
      return {
        what,
        who: parts.values.get("who") ?? "",
        due: parts.values.get("due") ?? null,
        done: parts.checked || doneOn !== null,
        doneOn,
      };
    }),
  people: readPerson,
  gates: readGate,
  claims: readClaim,
  limitations: (parts) =>
    withText(parts, "text", "the limitation", (text) => ({
      text,
      area: word(parts, "area"),
      answer: restText(parts),
    })),
  criteria: readCriterion,
  because: (parts) => {
    const conversation = reference(parts, "conversation");
    return typeof conversation === "string" ? {conversation, what: restText(parts)} : conversation;
  },
  told: (parts) => {
    const customer = reference(parts, "customer");
    return typeof customer === "string"
      ? {customer, date: parts.values.get("date") ?? ""}
      : customer;
  },
};

/** The values that the parts of a line give, or why they give none. */
export function buildRow<S extends LineSection>(section: S, parts: LineParts): RowOf<S> | Problem {
  return builders[section](parts);
}

function readStance(parts: LineParts): LineOf<"evidence">["stance"] | Problem {
  const cut = parts.label ?? {start: parts.text.start, end: parts.text.start};
  const label = valueOf(parts.line, cut);
  const stance = stances.find((one) => stanceLabels[one].toLowerCase() === label.toLowerCase());
  if (stance !== undefined) return stance;
  const alike = new Map([
    ["supports", "For"],
    ["yes", "For"],
    ["refutes", "Against"],
    ["no", "Against"],
  ]);
  const choices = Object.values(stanceLabels);
  const near = alike.get(label.toLowerCase()) ?? nearest(label, choices)[0];
  const hint = near === undefined ? "" : `Did you mean ${near}? `;
  return {
    code: "evidence-stance",
    cut,
    message: `"${label.slice(0, 60)}" is not For, Against or Mixed`,
    hint: `${hint}As in:  ${parts.form.example}`,
  };
}

function readSaid({line, rest}: LineParts): Said {
  if (rest === null) return {quote: null, note: null, who: null, themes: []};
  const themes = findThemes(line, rest.start);
  const spoken = findWholeQuote(line, rest.start);
  if (spoken === null) {
    const note = valueOf(line, {start: rest.start, end: beforeTags(line, rest.start)});
    return {quote: null, note: note === "" ? null : note, who: null, themes};
  }
  const who = spoken.who === null ? null : valueOf(line, spoken.who);
  return {quote: valueOf(line, spoken.quote), note: null, who, themes};
}

function readPerson(parts: LineParts): RowOf<"people"> | Problem {
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

function readGate(parts: LineParts): RowOf<"gates"> | Problem {
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

function readClaim(parts: LineParts): RowOf<"claims"> | Problem {
  const assumptions: string[] = [];
  for (const id of parts.rest === null ? [] : readReferences(parts.line, parts.rest)) {
    if (id === null) {
      const cut = trimCut(parts.line, parts.rest ?? parts.text);
      return exampleProblem(parts.form, "assumptions", cut, "not a list of assumptions");
    }
    assumptions.push(id);
  }
  return withText(parts, "text", "the claim", (text) => ({
    text,
    horizon: word(parts, "horizon"),
    assumptions,
  }));
}

function readCriterion(parts: LineParts): RowOf<"criteria"> | Problem {
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

function withText<Row>(
  parts: LineParts,
  code: string,
  missing: string,
  build: (text: string) => Row,
): Row | Problem {
  const text = valueOf(parts.line, parts.text);
  if (text !== "") return build(text);
  const cut = {start: parts.text.start, end: parts.line.mask.length};
  return exampleProblem(parts.form, code, cut, `${missing} is missing`);
}

function reference(parts: LineParts, code: string): string | Problem {
  const id = readReference(parts.line, parts.text);
  if (id !== null) return id;
  const cut = trimCut(parts.line, parts.text);
  const text = parts.line.source.slice(cut.start, cut.end).slice(0, 60);
  const message =
    text === ""
      ? `no ${code} is named`
      : `"${text}" is not one ${code}: a link or an id, nothing else`;
  return exampleProblem(parts.form, code, cut, message);
}

function restText(parts: LineParts): string | null {
  return parts.rest === null ? null : orNull(valueOf(parts.line, parts.rest));
}

/** The value of a closed word; its slot has already refused every other. */
function word<Word extends string>(parts: LineParts, slot: string): Word {
  return parts.values.get(slot) as Word;
}

function wordOrNull<Word extends string>(parts: LineParts, slot: string): Word | null {
  return (parts.values.get(slot) as Word | undefined) ?? null;
}

function orNull(text: string): string | null {
  return text === "" ? null : text;
}
