import {nearest} from "../../core/text.ts";
import type {LineOf, LineSection, Said} from "../body.ts";
import {trimCut, valueOf} from "./line-scan.ts";
import {
  type LineParts,
  reference,
  restText,
  type RowOf,
  withText,
  word,
  wordOrNull,
} from "./read-line-parts.ts";
import {exampleProblem, type Problem} from "./read-line-problem.ts";
import {beforeTags, findThemes, findWholeQuote} from "./read-line-quote.ts";
import {readClaim, readCriterion, readGate, readPerson} from "./read-line-rows-registers.ts";
import {stanceLabels, stances} from "../vocabulary.ts";

type Builders = {[S in LineSection]: (parts: LineParts) => RowOf<S> | Problem};

/** How the parts of a line become its values, section by section. */
const builders: Builders = {
  evidence: (parts) => {
    const stance = readStance(parts);
    if (typeof stance !== "string") return stance;
    const assumption = wordsInFront(parts) ?? reference(parts, "assumption");
    if (typeof assumption !== "string") return assumption;
    const unprompted = parts.values.has("unprompted");
    return {stance, assumption, kind: word(parts, "kind"), unprompted, ...readSaid(parts)};
  },
  asks: (parts) =>
    withText(parts, "what", "it does not say what was asked for", (what) => ({
      what,
      currency: word(parts, "currency"),
      answer: word(parts, "answer"),
      reason: restText(parts),
    })),
  promised: (parts) =>
    withText(parts, "what", "it does not say what was promised", (what) => ({
      what,
      exists: word(parts, "exists"),
    })),
  requests: (parts) =>
    withText(parts, "what", "it does not say what was asked for", (what) => ({
      what,
      answer: wordOrNull(parts, "answer"),
      importance: parts.values.has("importance") ? Number(parts.values.get("importance")) : null,
      need: restText(parts),
    })),
  introductions: (parts) =>
    withText(parts, "who", "it does not say who is introduced", (who) => ({
      who,
      state: word(parts, "state"),
    })),
  steps: (parts) =>
    withText(parts, "what", "it does not say what is to be done", (what) => {
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
    withText(parts, "text", "it does not say what the limitation is", (text) => ({
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
  if (label === "") {
    const message = "For, Against or Mixed is missing in front";
    return exampleProblem(parts.form, "stance", cut, message);
  }
  const near = alike.get(label.toLowerCase()) ?? nearest(label, choices)[0];
  const hint = near === undefined ? "" : `Did you mean ${near}? `;
  return {
    code: "evidence-stance",
    cut,
    message: `"${label.slice(0, 60)}" is not For, Against or Mixed`,
    hint: `${hint}As in:  ${parts.form.example}`,
  };
}

/** `Against setup: "We gave up" (story)`: the words would become part of the assumption's name. */
function wordsInFront({form, line, text}: LineParts): Problem | null {
  const at = line.mask
    .slice(text.start, text.end)
    .search(/(?<=[\p{L}\p{N}\]\u0001]:?\s+)["“„«「]/u);
  if (at < 0) return null;
  const cut = trimCut(line, {start: text.start + at, end: text.end});
  const message = "their words stand in front of the brackets, and belong behind them";
  return exampleProblem(form, "assumption", cut, message);
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
