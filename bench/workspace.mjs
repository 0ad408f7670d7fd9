// A workspace of a given size: realistic notes of one to two kilobytes, the same ones on every machine.
import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";

const day = 86_400_000;
/** The day after the newest note; the program is told that this is today. */
export const today = "2026-11-20";

const team = [
  ["ana", "Ana Ruiz", "pm", "ic"],
  ["ben", "Ben Okafor", "pm", "ic"],
  ["chloe", "Chloe Martin", "design", "ic"],
  ["eva", "Eva Stein", "exec", "leader"],
  ["farid", "Farid Amin", "sales", "ic"],
];
const segments = ["smb", "enterprise", "public-sector", "education"];
const relationships = ["cold", "neutral", "warm", "advocate"];
const assumptionTypes = ["desirability", "viability", "feasibility", "usability", "ethical"];
const importances = ["critical", "high", "medium", "low"];
const types = ["interview", "interview", "sales-call", "check-in", "usability-test", "survey"];
const kinds = ["compliment", "hypothetical", "opinion", "story", "observed", "time", "money"];
const themes = ["#setup", "#exports", "#audit", "#versions", "#sso", "#reporting", "#pricing"];
const beginnings = ["Every month", "Last quarter", "On Mondays", "After the audit", "Since spring"];
const doers = ["the finance team", "an intern", "their controller", "somebody in IT", "the board"];
const doings = [
  "copies forty screenshots into a deck",
  "waits two days for the permission screen",
  "checks the totals against a printout",
  "mails three versions of the same file",
  "opens the help page and gives up",
];

/** Writes `notes` conversations, their customers and 40 assumptions into an empty folder. */
export function writeWorkspace(root, notes, seed = 20261120) {
  const random = randomOf(seed);
  const customers = Math.max(5, Math.round(notes / 25));
  const put = (path, text) => {
    mkdirSync(join(root, path, ".."), {recursive: true});
    writeFileSync(join(root, path), text);
  };
  put("pm-talk.yml", configText());
  for (let n = 0; n < customers; n++) put(`customers/customer-${n}.md`, customerText(n, random));
  for (let n = 0; n < 40; n++) put(`assumptions/belief-${n}.md`, assumptionText(n, random));
  for (let n = 0; n < notes; n++) {
    // Most of what a team has is recent, so the days lie denser towards today.
    const date = dateBefore(1 + Math.floor(1100 * random() ** 2));
    const type = random.of(types);
    const customer = Math.floor(random() * customers);
    const id = `${date}-customer-${customer}-${type}-${suffix(n)}`;
    put(
      `conversations/${date.slice(0, 4)}/${id}.md`,
      noteText({date, type, customer, time: timeOf(n)}, random),
    );
  }
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomOf(seed) {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  random.of = (list) => list[Math.floor(random() * list.length)];
  return random;
}

function dateBefore(days) {
  return new Date(Date.parse(today) - days * day).toISOString().slice(0, 10);
}

/** Different for each note, so that two talks of one day are two. */
function timeOf(n) {
  return `${String(7 + (n % 12)).padStart(2, "0")}:${String(Math.floor(n / 12) % 60).padStart(2, "0")}`;
}

/** Six of the signs that ids end in. */
function suffix(n) {
  const signs = "0123456789abcdefghjkmnpqrstvwxyz";
  let text = "";
  for (let left = n, place = 0; place < 6; place++, left = Math.floor(left / 32))
    text = signs[left % 32] + text;
  return text;
}

function configText() {
  const members = team.map(
    ([handle, name, role, level]) =>
      `  - {handle: ${handle}, name: ${name}, emails: [${handle}@example.com], function: ${role}, level: ${level}}\n`,
  );
  return `version: 1\nteam:\n${members.join("")}segments: [${segments.join(", ")}]\n`;
}

function customerText(n, random) {
  return `---
name: Customer ${n}
segment: ${random.of(segments)}
stage: customer
relationship: ${random.of(relationships)}
owner: ${random.of(["ana", "ben"])}
---

## People
- **buyer-${n}** Person ${n}, head of finance (buyer): buyer@customer-${n}.example
- **user-${n}** Person ${n} b, controller (user)
`;
}

function assumptionText(n, random) {
  return `---
statement: We believe that ${random.of(doers)} no longer ${random.of(doings)} once belief ${n} holds
type: ${assumptionTypes[n % assumptionTypes.length]}
importance: ${importances[n % importances.length]}
segments: [${random.of(segments)}]
owner: ${random.of(["ana", "ben"])}
wrong: two of five customers do it as before
created: 2023-09-01
---
`;
}

function noteText({date, type, customer, time}, random) {
  const who = `buyer-${customer}`;
  const sentence = () => `${random.of(beginnings)} ${random.of(doers)} ${random.of(doings)}`;
  const items = () =>
    Array.from({length: 1 + Math.floor(random() * 4)}, () =>
      random() < 0.4
        ? `- "${sentence()}" — ${who} ${random.of(themes)}`
        : `- ${sentence()} ${random.of(themes)}`,
    ).join("\n");
  const evidence = Array.from({length: Math.floor(random() * 4)}, () => {
    const belief = `belief-${Math.floor(random() * 40)}`;
    const stance = random() < 0.6 ? "For" : "Against";
    return `- **${stance}** [${belief}](../../assumptions/${belief}.md) (${random.of(kinds)}): "${sentence()}" — ${who}`;
  });
  const ask =
    type === "sales-call"
      ? "\n## The ask\n- A paid pilot (money, declined): not before the audit\n"
      : "";
  return `---
type: ${type}
date: ${date}
time: "${time}"
customer: customer-${customer}
contacts: [${who}]
team: [${random.of(["ana", "ben", "chloe"])}]
observers: [${random.of(["eva", "farid"])}]
duration: ${20 + Math.floor(random() * 40)}
channel: video
consent: [internal]
---

Talk with [Customer ${customer}](../../customers/customer-${customer}.md)

## What works
${items()}

## What does not
${items()}

## What they wish existed
${items()}
${evidence.length === 0 ? "" : `\n## Evidence\n${evidence.join("\n")}\n`}${ask}
## Next steps
- [x] Send the plan (ana, ${date}, done ${date})
`;
}
