import type {LineOf, LineSection, Said} from "../notes/body.ts";
import type {Stance} from "../notes/vocabulary.ts";
import type {Span} from "./document.ts";

/** A line as its parts: what, then what stands in brackets, what is said about it, and who said so. */
interface Parts {
  lead: Span[];
  words: (string | null)[];
  rest?: Span | null;
  who?: string | null;
}

type Shapes = {[Section in LineSection]: (line: LineOf<Section>) => Parts};

const stanceWords: Record<Stance, string> = {supports: "For", refutes: "Against", mixed: "Mixed"};

/** How each line is told: close to how it is written, so that one finds it in the file again. */
const shapes: Shapes = {
  evidence: (line) => ({
    lead: [strong(stanceWords[line.stance]), ` ${line.assumption}`],
    words: [line.kind, line.unprompted ? "unprompted" : null],
    rest: saidSpan(line),
    who: [line.who, ...line.themes.map((theme) => `#${theme}`)].filter(Boolean).join(" "),
  }),
  asks: (line) => ({lead: [line.what], words: [line.currency, line.answer], rest: line.reason}),
  promised: (line) => ({lead: [line.what], words: [line.exists]}),
  requests: (line) => ({
    lead: [line.what],
    words: [line.answer, line.importance === null ? null : String(line.importance)],
    rest: line.need,
  }),
  introductions: (line) => ({lead: [line.who], words: [line.state]}),
  steps: (line) => ({
    lead: [line.done ? "done: " : "open: ", line.what],
    words: [line.who, line.due, line.doneOn === null ? null : `done ${line.doneOn}`],
  }),
  people: (line) => ({
    lead: [strong(line.id), ` ${[line.name, line.title].filter(Boolean).join(", ")}`],
    words: [line.role, line.relationship, line.left === null ? null : `left ${line.left}`],
    rest: line.email,
  }),
  gates: (line) => ({
    lead: [strong(line.id), ` ${line.name}`],
    words: [line.date, [line.decision, line.decided].filter(Boolean).join(" ")],
    rest: line.conditions,
    who: line.by,
  }),
  claims: (line) => ({
    lead: [line.text],
    words: [line.horizon],
    rest: line.assumptions.length === 0 ? null : line.assumptions.join(", "),
  }),
  limitations: (line) => ({lead: [line.text], words: [line.area], rest: line.answer}),
  criteria: (line) => ({
    lead: [line.criterion],
    words: [line.value === false ? "off" : String(line.value)],
    rest: line.why,
  }),
  because: (line) => ({lead: [line.conversation], words: [], rest: line.what}),
  told: (line) => ({lead: [line.customer], words: [line.date]}),
};

/** The parts of one line of a section as text: "Against setup (observed): "four times" — tom-berg". */
export function lineSpans<Section extends LineSection>(
  section: Section,
  line: LineOf<Section>,
): Span[] {
  const {lead, words, rest = null, who = null} = shapes[section](line);
  const given = words.filter((word) => word !== null && word !== "");
  return [
    ...lead,
    ...(given.length === 0 ? [] : [` (${given.join(", ")})`]),
    ...(rest === null ? [] : [": ", rest]),
    ...(who === null || who === "" ? [] : [" — ", who]),
  ];
}

function saidSpan({quote, note}: Said): Span | null {
  return quote === null ? note : {role: "quote", text: quote};
}

function strong(text: string): Span {
  return {role: "strong", text};
}
