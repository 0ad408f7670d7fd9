import type {LineSection} from "../../notes/body.ts";
import type {Kind} from "../../notes/vocabulary.ts";
import type {Flag} from "../command.ts";

/** A flag whose value is a line of a section, as it stands in the file. */
export interface LineFlag {
  flag: string;
  section: LineSection;
  about: string;
}

const byKind: Partial<Record<Kind, readonly LineFlag[]>> = {
  customer: [
    {
      flag: "person",
      section: "people",
      about: "'tom-berg Tom Berg, head of finance (buyer, warm): tom@gantry.example'",
    },
  ],
  concept: [
    {flag: "gate", section: "gates", about: "'G2 Build (2026-11-24)', or (in 3 weeks)"},
    {
      flag: "claim",
      section: "claims",
      about: "'Connected in five minutes (today): setup-under-five-minutes'",
    },
    {
      flag: "limitation",
      section: "limitations",
      about: "'IT must approve once (product): a request they can forward'",
    },
    {
      flag: "criterion",
      section: "criteria",
      about: "'conversations (8): why'; off switches one off",
    },
  ],
  decision: [
    {
      flag: "because",
      section: "because",
      about: "a talk it rests on: 'k7f3qa: opened the help page four times'",
    },
    {flag: "told", section: "told", about: "a customer who knows of it: 'gantry (today)'"},
  ],
};

/** The flags of a kind of register file that are lines of it. */
export function lineFlags(kind: Kind): readonly LineFlag[] {
  return byKind[kind] ?? [];
}

/** The same as flags of a command; each can be given several times. */
export function registerLineFlags(kind: Kind): Flag[] {
  return lineFlags(kind).map(({flag, about}) => ({
    flags: `--${flag} <line>`,
    about,
    repeatable: true,
  }));
}
