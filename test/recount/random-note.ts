import type {Cast, CastCustomer} from "./random-cast.ts";
import type {Chance} from "./random-source.ts";

const kinds = "compliment hypothetical opinion story observed time reputation money".split(" ");
const itemHeadings = [
  "What works",
  "2. What works ##",
  "What they wish existed",
  "**What does not**",
  "Pain",
  "Pains",
  "What made them lean in",
  "What made them tune out",
  "Objections",
  "😀 Surprises",
  "The surprises",
  "What has to change",
  "Who might use it",
  "What they do today",
  "Quotes",
  "Insights",
  "Stories",
  "Summary",
];
const words =
  "they paste forty screenshots into a deck and don't like it Größe café 14 naïve".split(" ");
const quotes = [
  '"He opened the help page four times"',
  '"She said "never" and meant it"',
  "“We gave up after two hours”",
  "„Das ist zu teuer“",
  "«Trop cher»",
  "「高すぎる」",
];
/** What `log` writes under the front matter; its words are not the writer's. */
const sentence =
  "Interview with [Gantry](../../customers/gantry.md) about [Fast setup](../../concepts/fast-setup.md)";
const themes = ["#setup", "#SSO", "#préçis", "#exports"];

/** The body of a note, section by section, with everything that may stand in one. */
export function randomBody(chance: Chance, cast: Cast, customer: CastCustomer, selling: boolean) {
  const parts: string[] = [];
  if (chance.often(50)) parts.push(sentence);
  else if (chance.often(20)) parts.push(prose(chance, 5));
  for (const heading of chance.some(itemHeadings, 4))
    parts.push(`## ${heading}`, ...items(chance).map((item) => `${item}`));
  const rows = Array.from({length: chance.number(5)}, () => evidence(chance, cast, customer));
  if (rows.length > 0 || chance.often(20)) parts.push("## Evidence", rows.join("\n"));
  if (chance.often(20)) parts.push("## Requests", "- Export to SAP (decline): totals, audited");
  if (selling && chance.often(40)) parts.push("## The ask", "- A pilot (money, declined): later");
  if (chance.often(20)) parts.push("## Promised", "- Single sign-on (roadmap)");
  if (chance.often(20)) parts.push("## Introductions", "- Lena Moss, controller (asked)");
  if (chance.often(30)) parts.push("## Next steps", steps(chance));
  if (chance.often(30)) parts.push('<!-- - **For** a1 (money): "never\n\nthis" -->');
  return parts.join("\n\n");
}

function items(chance: Chance): string[] {
  const block = Array.from({length: chance.number(3)}, () => item(chance));
  if (chance.often(15)) block.push(`- ${prose(chance, 3)}\n  - ${prose(chance, 2)}`);
  if (chance.often(15)) block.push(`\n${prose(chance, 4)}\n`);
  return block.length > 0 ? [block.join("\n")] : [];
}

function item(chance: Chance): string {
  const theme = chance.often(40) ? ` ${chance.pick(themes)}` : "";
  const bullet = chance.pick(["-", "-", "*", "+", "1.", "- [ ]"]);
  if (chance.often(20))
    return `${bullet} ${chance.pick(quotes)}${chance.pick(["", " — tom-berg"])}`;
  if (chance.often(10)) return `${bullet} The 19" screen was too small${theme}`;
  if (chance.often(10)) return `${bullet} 画面が小さすぎると言われた${theme}`;
  if (chance.often(10)) return `${bullet} They said “maybe later” twice${theme}`;
  return `${bullet} ${prose(chance, 1 + chance.number(22))}${theme}`;
}

function prose(chance: Chance, length: number): string {
  return Array.from({length}, () => chance.pick(words)).join(" ");
}

function evidence(chance: Chance, cast: Cast, customer: CastCustomer): string {
  const {id, aliases, mostly} = chance.pick(cast.assumptions);
  const label = chance.pick([mostly, mostly, "For", "Against", "Mixed"]);
  const styled = chance.pick([`**${label}**`, `**${label}:**`, label.toLowerCase(), label]);
  const kind = chance.pick(kinds);
  const bracket = chance.pick([kind, kind, kind, `unprompted, ${kind}`, `${kind}, Unprompted`]);
  const said = chance.pick(["", ...quotes, "they showed us, and it took long", "maybe\\: later"]);
  const who = /["”“»」]$/.test(said) ? chance.pick(["", ` — ${someone(chance, customer)}`]) : "";
  const rest = said === "" ? "" : `: ${said}${who}${chance.pick(["", "", " #setup"])}`;
  const [open, close] = chance.often(10) ? ["（", "）"] : ["(", ")"];
  const about = reference(chance, chance.pick([id, ...aliases]));
  const bullet = chance.pick(["-", "-", "*", "2."]);
  return `${bullet} ${styled} ${about} ${open}${bracket}${close}${rest}`;
}

function someone(chance: Chance, customer: CastCustomer): string {
  const person = chance.pick([...customer.people, {id: "a guard", name: "A Guard"}]);
  return chance.pick([person.id, person.name.replace(/ \(.*\)/, "")]);
}

function reference(chance: Chance, id: string): string {
  return chance.pick([
    id,
    `\`${id}\``,
    `[[${id}]]`,
    `[[assumptions/${id}#Wrong|what we think]]`,
    `[${id}](../../assumptions/${encodeURIComponent(id)}.md)`,
    `[what we think](../../assumptions/${encodeURIComponent(id)}.md#why)`,
  ]);
}

function steps(chance: Chance): string {
  return [
    "- [ ] Send the pilot plan (ana, 2026-11-12)",
    "- [x] Call back (ben, 2026-10-01, done 2026-10-03)",
    "- [ ] Tell us who approves (them, 2026-11-19)",
    "- [x] Ask IT (eva)",
    "- [ ] Draw it (farid, 2026-12-24)",
    "- [ ] Think (ana)",
  ]
    .filter(() => chance.often(50))
    .join("\n");
}
