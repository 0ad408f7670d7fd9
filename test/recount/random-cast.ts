import type {Chance} from "./random-source.ts";

/** Who and what a random workspace is about. */
export interface Cast {
  members: string[];
  customers: CastCustomer[];
  assumptions: CastAssumption[];
  concepts: string[];
  types: string[];
}
export interface CastAssumption {
  id: string;
  aliases: string[];
  /** What most say of it, so that verdicts come about. */
  mostly: string;
}
export interface CastCustomer {
  id: string;
  /** Ways in which a note may write it. */
  spellings: string[];
  declared: boolean;
  people: {id: string; name: string}[];
}

const segments = ["smb", "enterprise", "public-sector"];
const written: [id: string, name: string, aliases: string[]][] = [
  ["gantry", "Gantry", ["Gantry Cranes"]],
  ["societe-elan", "Société Élan", ["Élan"]],
  ["株式会社アクメ", "株式会社アクメ", []],
  ["dune", "Dune Health", ["Dune Ltd", "DUNE  Group"]],
  ["bolt-sons", "Bolt & Sons, Inc.", []],
  ["tostring", "toString", []],
  ["harbor", "Harbor: Freight", []],
  ["fjord", "Fjörd Bank", ["Fjord Bank"]],
];
const unheardOf = ["constructor", "Nobody’s Café", "__proto__"];
const people = [
  ["tom-berg", "Tom Berg"],
  ["lena", "Léna Moss"],
  ["c3", "佐藤 花子"],
  ["ivo", "Ivo (IT) Kral"],
] as const;

/** The files that declare the cast, and the cast. */
export function castOf(chance: Chance, ages: (percent: number) => string | null) {
  const files = new Map<string, string>();
  files.set("pm-talk.yml", configText(chance));
  const customers = written.slice(0, 4 + chance.number(5)).map((entry) => {
    const customer = customerOf(chance, entry);
    files.set(`customers/${customer.cast.id}.md`, customer.text);
    return customer.cast;
  });
  for (const name of unheardOf)
    customers.push({id: name, spellings: variants(name), declared: false, people: []});
  const assumptions = assumptionIds.slice(0, 3 + chance.number(5)).map((id) => {
    const aliases = chance.often(40) ? [`old-${id}`] : [];
    files.set(`assumptions/${id}.md`, assumptionText(chance, id, aliases, ages));
    return {id, aliases, mostly: chance.pick(["For", "Against", "Mixed"])};
  });
  assumptions.push({id: "never-written-down", aliases: [], mostly: "For"});
  files.set("concepts/fast-setup.md", "---\nname: Fast setup\naliases: [setup]\n---\n");
  files.set("concepts/board-link.md", "---\nname: Board link\n---\n");
  const cast: Cast = {
    members: ["ana", "ben", "eva", "farid", "josé", "zoe"],
    customers,
    assumptions,
    concepts: ["fast-setup", "board-link", "Board Link", "setup"],
    types: ["interview", "sales-call", "demo", "usability-test", "survey", "email"].concat([
      "roadshow",
      "forum",
    ]),
  };
  return {files, cast};
}

const assumptionIds = [
  "setup-under-five-minutes",
  "pay-for-sso",
  "preis-höher",
  "it-allows-cloud",
  "a1",
  "管理者が設定する",
  "auditors.accept",
];

/** One name as different keyboards write it. */
export function variants(name: string): string[] {
  return [name, name.normalize("NFD"), name.toUpperCase(), `  ${name.replace(/ /g, "  ")} `];
}

function configText(chance: Chance): string {
  const lines = [
    "version: 1",
    "team:",
    "  - {handle: ana, name: Ana Ruiz, function: pm, level: ic, joined: 2025-03-01}",
    "  - {handle: ben, name: Ben Ode, function: pm, aliases: [benny]}",
    "  - {handle: eva, name: Eva Lind, function: exec, level: leader}",
    "  - {handle: farid, name: Farid Aziz, function: sales}",
    "  - {handle: josé, name: José Núñez, function: design, level: leader}",
    `segments: [${chance.some(segments, 3).join(", ")}]`,
    "types: {roadshow: {selling: true}, forum: {live: false}}",
    "cadence: {customer: 30, trial: 14}",
  ];
  if (chance.often(30))
    lines.push(
      `evidence: {fresh: 90, customers: ${String(2 + chance.number(3))}, against: 2, believe: 0.7}`,
      "meaningful: {minutes: 10, words: 12}",
    );
  return `${lines.join("\n")}\n`;
}

function customerOf(chance: Chance, [id, name, aliases]: [string, string, string[]]) {
  const present = chance.some(people, 4).map(([handle, full]) => ({id: handle, name: full}));
  const lines = ["---", `name: ${JSON.stringify(name)}`];
  if (aliases.length > 0) lines.push(`aliases: ${JSON.stringify(aliases)}`);
  if (chance.often(75)) lines.push(`segment: ${chance.pick(segments)}`);
  if (chance.often(60)) lines.push(`stage: ${chance.pick(["customer", "trial", "prospect"])}`);
  if (chance.often(25)) lines.push(`relationship: ${chance.pick(["advocate", "warm"])}`);
  if (chance.often(25)) lines.push(`cadence: ${String(20 + chance.number(60))}`);
  lines.push("---", "", "## People");
  for (const person of present) lines.push(personLine(chance, person));
  const cast: CastCustomer = {
    id,
    spellings: [id, ...variants(name), ...aliases.flatMap(variants)],
    declared: true,
    people: present,
  };
  return {cast, text: `${lines.join("\n")}\n`};
}

function personLine(chance: Chance, {id, name}: {id: string; name: string}): string {
  const escaped = name.replace(/[()]/g, "\\$&");
  const role = chance.often(50) ? " (buyer, warm)" : "";
  return `- **${id}** ${escaped}${chance.often(50) ? ", head of finance" : ""}${role}`;
}

function assumptionText(
  chance: Chance,
  id: string,
  aliases: string[],
  day: (percent: number) => string | null,
): string {
  const lines = [
    "---",
    `statement: ${JSON.stringify(`We believe that ${id} holds: always`)}`,
    `type: ${chance.pick(["desirability", "viability", "feasibility", "usability", "ethical"])}`,
    `importance: ${chance.pick(["critical", "high", "medium", "low"])}`,
    `created: ${day(100) ?? ""}`,
  ];
  if (aliases.length > 0) lines.push(`aliases: [${aliases.join(", ")}]`);
  if (chance.often(30)) lines.push(`segments: [${chance.some(segments, 2).join(", ")}]`);
  if (chance.often(50)) lines.push(`concepts: [${chance.pick(["fast-setup", "board-link"])}]`);
  const reset = day(25);
  if (reset !== null) lines.push(`reset: ${reset}`);
  const retired = day(12);
  if (retired !== null) lines.push(`retired: ${retired}`, "reason: we let it go");
  return `${lines.join("\n")}\n---\n`;
}
