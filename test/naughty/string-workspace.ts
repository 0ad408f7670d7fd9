import {noFields} from "../../src/cli/log/no-fields.ts";
import {flattenSpace} from "../../src/core/text.ts";
import {writeNote, type NoteContent, type NoteLayout} from "../../src/notes/write-note.ts";
import {writeRegister} from "../../src/notes/write-register.ts";

const lines: NoteContent["lines"] = {
  evidence: [],
  asks: [],
  promised: [],
  requests: [],
  introductions: [],
  steps: [],
};

/** Files of a workspace in which each string is the name, statement, id or words of something. */
export function filesOf(strings: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    strings.flatMap((text, index) => {
      const id = String(index).padStart(3, "0");
      const flat = flattenSpace(text);
      return [
        [`customers/c${id}.md`, customer(flat)],
        [`assumptions/a${id}.md`, assumption(flat)],
        [`conversations/declared-${id}.md`, declared(flat, `c${id}`, `a${id}`, index)],
        ...(index % 4 === 0
          ? [[`conversations/undeclared-${id}.md`, undeclared(flat, index)] as const]
          : []),
      ] as const;
    }),
  );
}

function customer(text: string): string {
  const person = {id: "tom", name: text, title: text, role: null, relationship: null} as const;
  const fields = {name: text, segment: text, owner: text, introduced: text, reason: text};
  return writeRegister("customer", fields, {people: [{...person, left: null, email: null}]});
}

function assumption(text: string): string {
  const fixed = {type: "usability", importance: "critical", created: "2026-09-01"};
  const fields = {statement: text, owner: text, wrong: text, test: text, threshold: text};
  return writeRegister("assumption", {...fixed, ...fields, segments: [text], concepts: [text]});
}

/** A talk with a customer that has a file, about an assumption that has one. */
function declared(text: string, customer: string, assumption: string, index: number): string {
  const fields = {
    ...noFields,
    ...{type: "sales-call", date: dayOf(index), customer, team: ["ana"], observers: [text]},
    ...{contacts: ["tom", text], concepts: [text], pitch: text, via: text, tags: [text]},
  };
  const said = {quote: text, note: null, who: text, themes: []};
  const content: NoteContent = {
    items: {works: [text], pains: [`"${text}" #exports`], surprises: [text], objections: [text]},
    lines: {
      ...lines,
      evidence: [
        {stance: "refutes", assumption, kind: "observed", unprompted: false, ...said},
        {stance: "supports", assumption, kind: "compliment", unprompted: true, ...said},
      ],
      asks: [{what: text, currency: "money", answer: "declined", reason: text}],
      steps: [{what: text, who: "ana", due: "2026-11-01", done: false, doneOn: null}],
    },
    body: null,
  };
  return writeNote(fields, content, layoutOf(text));
}

/** A talk in which the string is the customer, the member and the assumption: no file has any of them. */
function undeclared(text: string, index: number): string {
  const fields = {
    ...noFields,
    ...{type: "interview", date: dayOf(index + 1), customer: `${text} undeclared`, team: [text]},
  };
  const said = {quote: null, note: text, who: null, themes: []};
  const content: NoteContent = {
    items: {"not-working": [text]},
    lines: {
      ...lines,
      evidence: [
        {
          stance: "mixed",
          assumption: `${text} undeclared`,
          kind: "story",
          unprompted: false,
          ...said,
        },
      ],
      steps: [{what: text, who: "them", due: null, done: false, doneOn: null}],
    },
    body: null,
  };
  return writeNote(fields, content, layoutOf(text));
}

function layoutOf(text: string): NoteLayout {
  const plain = {name: text, file: null};
  return {
    file: "conversations/x.md",
    customer: plain,
    concepts: [plain],
    assumptionFile: () => null,
    outline: [],
  };
}

function dayOf(index: number): string {
  return `2026-${String(1 + (index % 10)).padStart(2, "0")}-${String(1 + (index % 28)).padStart(2, "0")}`;
}
