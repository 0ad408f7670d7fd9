import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {type Cast, type CastCustomer, castOf} from "./random-cast.ts";
import {randomBody} from "./random-note.ts";
import {type Chance, chanceOf} from "./random-source.ts";

/** The day around which random workspaces are dated. */
export const randomToday = "2026-11-20";

/** Ages in days where a rule changes its mind, and some between. */
const edges = [0, 1, 7, 8, 29, 30, 31, 60, 89, 90, 91, 120, 179, 180, 181, 250, 364, 365, 366, 400];

/** The files of a workspace without a fault, by path; every seed gives another one. */
export function randomWorkspace(seed: number): Map<string, string> {
  const chance = chanceOf(seed);
  const {files, cast} = castOf(chance, (percent) =>
    chance.often(percent) ? dayBefore(randomDay(chance)) : null,
  );
  const notes = 10 + chance.number(30);
  for (let n = 0; n < notes; n++) {
    const {name, text} = randomNote(chance, cast, n);
    files.set(`conversations/${name}.md`, text);
  }
  for (const [path, text] of files) {
    if (chance.often(15)) files.set(path, text.replace(/\n/g, "\r\n"));
    else if (chance.often(5)) files.set(path, `\uFEFF${text}`);
  }
  return files;
}

/** Writes the files below a folder. */
export function writeFiles(root: string, files: Map<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), {recursive: true});
    writeFileSync(join(root, path), text);
  }
}

function randomDay(chance: Chance): number {
  if (chance.often(6)) return -1 - chance.number(20);
  return chance.often(60) ? chance.pick(edges) : chance.number(430);
}

function dayBefore(age: number): string {
  return new Date(Date.parse(randomToday) - age * 86_400_000).toISOString().slice(0, 10);
}

function randomNote(chance: Chance, cast: Cast, n: number) {
  const customer = chance.pick(cast.customers);
  const type = chance.pick(cast.types);
  // Few days per customer, so that two notes of one talk, and of two, occur.
  const date = dayBefore(chance.often(25) ? chance.pick([8, 30, 181]) : randomDay(chance));
  const lines = ["---", `type: ${type}`, `date: ${date}`];
  lines.push(`customer: ${JSON.stringify(chance.pick(customer.spellings))}`);
  lines.push(...whoWasThere(chance, cast, customer), ...howItWent(chance, cast, type));
  const selling = ["sales-call", "demo", "roadshow"].includes(type);
  const body = randomBody(chance, cast, customer, selling);
  const name = chance.often(80)
    ? `${date.slice(0, 4)}/${date}-c${String(n)}-${type}-k7f3${String(n).padStart(2, "0")}`
    : `any name ${String(n)} é`;
  return {name, text: `${lines.join("\n")}\n---\n\n${body}\n`};
}

function whoWasThere(chance: Chance, cast: Cast, customer: CastCustomer): string[] {
  const lines: string[] = [];
  const secondhand = chance.often(12);
  if (secondhand) lines.push("secondhand: true");
  const team = chance.some(cast.members, 3);
  if (team.length === 0 && !secondhand) team.push(chance.pick(["benny", "Eva Lind", "JOSÉ"]));
  if (team.length > 0) lines.push(`team: [${team.join(", ")}]`);
  const observers = cast.members.filter((name) => !team.includes(name) && chance.often(10));
  // A member is either of the team or listens, whatever they are called.
  if (observers.length > 0 && cast.members.includes(team[0] ?? "ana"))
    lines.push(`observers: [${observers.join(", ")}]`);
  const contacts = customer.people.flatMap((person) =>
    chance.often(40) ? [chance.pick([person.id, person.name])] : [],
  );
  if (chance.often(15)) contacts.push("A Guard");
  if (contacts.length > 0) lines.push(`contacts: ${JSON.stringify(contacts)}`);
  return lines;
}

function howItWent(chance: Chance, cast: Cast, type: string): string[] {
  const lines: string[] = [];
  const maybe = (percent: number, line: string) => {
    if (chance.often(percent)) lines.push(line);
  };
  const status = chance.pick(["planned", "no-show", "cancelled", "no-answer"]);
  const held = chance.often(90);
  if (!held) lines.push(`status: ${status}`);
  maybe(30, `time: "${chance.pick(["09:00", "14:30"])}"`);
  maybe(40, `duration: ${String(chance.pick([9, 10, 14, 15, 16, 45]))}`);
  maybe(40, `channel: ${chance.pick(["video", "phone", "in-person", "chat", "email"])}`);
  maybe(35, `talk: ${String(chance.pick([0.4, 0.65, 0.66, 0.9]))}`);
  if (held) maybe(20, `relationship: ${chance.pick(["advocate", "neutral", "cold"])}`);
  maybe(40, `concepts: [${chance.pick(cast.concepts)}]`);
  maybe(8, `meaningful: ${String(chance.often(50))}\nreason: the team says so`);
  maybe(20, `pitch: ${type}-v1`);
  maybe(10, `tags: [quarterly, "Board Link"]`);
  return lines;
}
