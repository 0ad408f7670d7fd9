import {countWords, hashtags, holdsQuote, wholeQuote} from "./naive-text.ts";

export interface NaiveEvidence {
  stance: "supports" | "refutes" | "mixed";
  assumption: string;
  kind: string;
  unprompted: boolean;
  quote: string | null;
  who: string | null;
  themes: string[];
}
export interface NaiveStep {
  what: string;
  who: string;
  due: string | null;
  done: boolean;
  doneOn: string | null;
}
export interface NaiveBody {
  evidence: NaiveEvidence[];
  steps: NaiveStep[];
  people: {id: string; name: string; left: string | null}[];
  /** Keys of the item sections in which something stands. */
  itemKeys: string[];
  themes: string[];
  /** Those of what hurts. */
  pains: string[];
  quoted: boolean;
  words: number;
  title: string | null;
}

/** Headings, lower-case and without articles, numbers and signs → section. Only those the recount meets. */
const headings: [RegExp, string][] = [
  [/^evidences?$/, "evidence"],
  [/^asks?$/, "asks"],
  [/^(promised?|promises)$/, "promised"],
  [/^requests?$/, "requests"],
  [/^introductions?$/, "introductions"],
  [/^next steps?$/, "steps"],
  [/^(people|person)$/, "people"],
  [/^what works$/, "works"],
  [/^what they wish existed$/, "wish"],
  [/^what does not$/, "not-working"],
  [/^pains?$/, "pains"],
  [/^what made them lean in$/, "lean-in"],
  [/^what made them tune out$/, "tune-out"],
  [/^objections?$/, "objections"],
  [/^what has to change$/, "must-change"],
  [/^who might use it$/, "would-use"],
  [/^what they do today$/, "today"],
  [/^surprises?$/, "surprises"],
  [/^quotes?$/, "quotes"],
  [/^(story|stories)$/, "story"],
  [/^insights?$/, "insights"],
  [/^summar(y|ies)$/, "summary"],
];
const lineKeys = ["evidence", "asks", "promised", "requests", "introductions", "steps", "people"];

/** Everything the rules need of a body, read line by line with regular expressions. */
export function readBody(source: string): NaiveBody {
  const body = emptyBody();
  const text = source
    .replace(/\r\n/g, "\n")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/^\s*[^\n#]*? with \[[^\]]*\]\([^)]*customers\/[^)]*\)[^\n]*\n/, "\n");
  let section: string | null = null;
  let chunk: string[] = [];
  const close = () => {
    readSection(body, section, chunk);
    chunk = [];
  };
  for (const line of text.split("\n")) {
    const heading = /^(#{1,6})\s+(.*?)\s*#*\s*$/.exec(line);
    if (!heading) {
      chunk.push(line);
      continue;
    }
    const level = heading[1]?.length ?? 0;
    if (level > 2) continue;
    close();
    if (level === 1) body.title ??= heading[2] ?? null;
    section = level === 2 ? sectionOf(heading[2] ?? "") : null;
  }
  close();
  return body;
}

function emptyBody(): NaiveBody {
  return {
    evidence: [],
    steps: [],
    people: [],
    itemKeys: [],
    themes: [],
    pains: [],
    quoted: false,
    words: 0,
    title: null,
  };
}

function sectionOf(heading: string): string | null {
  const plain = heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .toLowerCase()
    .replace(/[^\p{L}\s\d]/gu, "")
    .replace(/^\s*\d+\s*/, "")
    .trim()
    .replace(/^(the|an?)\s+/, "");
  return headings.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

function readSection(body: NaiveBody, section: string | null, lines: string[]): void {
  if (section !== null && lineKeys.includes(section)) {
    for (const line of lines) {
      const bullet = /^(?:[-*+]|\d+[.)])\s+(.*)$/.exec(line);
      if (bullet) readLine(body, section, (bullet[1] ?? "").trim());
    }
    return;
  }
  for (const item of itemsOf(lines)) {
    body.words += countWords(item);
    if (section === null) continue;
    body.itemKeys.push(section);
    body.themes.push(...hashtags(item));
    if (section === "pains" || section === "not-working") body.pains.push(...hashtags(item));
    if (holdsQuote(item)) body.quoted = true;
  }
}

/** Top-level bullets, block quotes and paragraphs, each on one line. */
function itemsOf(lines: string[]): string[] {
  const items: string[] = [];
  let open = false;
  let inList = false;
  for (const line of lines) {
    if (line.trim() === "") {
      open = false;
      continue;
    }
    const bullet = /^(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?(.*)$/.exec(line);
    const indented = /^\s{2,}/.test(line);
    const plain = line.replace(/^\s*(?:>|[-*+]\s)?\s*/, "").trim();
    if (bullet) {
      items.push((bullet[1] ?? "").trim());
      inList = true;
    } else if ((indented && inList) || (open && items.length > 0)) {
      items[items.length - 1] = `${items.at(-1) ?? ""} ${plain}`;
    } else {
      items.push(plain);
      inList = false;
    }
    open = true;
  }
  return items.filter((item) => item !== "");
}

function readLine(body: NaiveBody, section: string, line: string): void {
  if (section === "evidence") readEvidence(body, line);
  else if (section === "steps") readStep(body, line);
  else if (section === "people") readPerson(body, line);
  else {
    const rest = /\([^()]*\)\s*[:：]\s*(.*)$/.exec(line);
    body.words += countWords(rest?.[1] ?? "");
  }
}

function readEvidence(body: NaiveBody, line: string): void {
  const whole =
    /^\**(for|against|mixed)[:：]?\**[:：]?\s+(\[\[.*?\]\]|\[.*?\]\(.*?\)|`[^`]*`|\S+)\s*[(（]([^()（）]*)[)）](?:\s*[:：]\s*(.*?))?\.?$/i.exec(
      line,
    );
  if (!whole) throw new Error(`The recount cannot read this evidence line: ${line}`);
  const words = (whole[3] ?? "").split(/[,，]/).map((word) => word.trim().toLowerCase());
  const rest = (whole[4] ?? "").replace(/\\(?=[!-/:-@[-`{-~])/g, "");
  const said = wholeQuote(rest);
  if (said !== null) body.quoted = true;
  body.words += countWords(rest);
  const label = (whole[1] ?? "").toLowerCase();
  body.evidence.push({
    stance: label === "for" ? "supports" : label === "against" ? "refutes" : "mixed",
    assumption: reference(whole[2] ?? ""),
    kind: words.find((word) => word !== "unprompted") ?? "",
    unprompted: words.includes("unprompted"),
    quote: said?.quote ?? null,
    who: said?.who ?? null,
    themes: hashtags(rest),
  });
}

/** The id that a link, a wiki link, a code span or a plain word refers to. */
function reference(text: string): string {
  const path =
    /^\[\[([^|\]]*)/.exec(text)?.[1] ??
    /^\[.*?\]\((.*)\)$/.exec(text)?.[1] ??
    text.replace(/`/g, "");
  const name =
    path
      .replace(/[#?].*$/, "")
      .split("/")
      .at(-1) ?? "";
  return decodeURIComponent(name).replace(/\.md$/i, "");
}

function readStep(body: NaiveBody, line: string): void {
  const whole = /^(?:\[([ xX])\]\s+)?(.*?)\s*[(（]([^()（）]*)[)）]\.?$/.exec(line);
  if (!whole) throw new Error(`The recount cannot read this step: ${line}`);
  const words = (whole[3] ?? "").split(/[,，]/).map((word) => word.trim());
  const doneOn = words.map((word) => /^done (\d{4}-\d\d-\d\d)$/i.exec(word)?.[1]).find(Boolean);
  body.steps.push({
    what: whole[2] ?? "",
    who: words.find((word) => !/\d{4}-\d\d-\d\d/.test(word)) ?? "",
    due: words.find((word) => /^\d{4}-\d\d-\d\d$/.test(word)) ?? null,
    done: (whole[1] ?? " ").toLowerCase() === "x" || doneOn !== undefined,
    doneOn: doneOn ?? null,
  });
}

function readPerson(body: NaiveBody, line: string): void {
  const whole = /^\**([^\s*]+?)[:：]?\**\s+(.*)$/.exec(line);
  if (!whole) throw new Error(`The recount cannot read this person: ${line}`);
  const name = (/^(?:\\.|[^,(:\\])*/.exec(whole[2] ?? "")?.[0] ?? "")
    .replace(/\\(.)/g, "$1")
    .trim();
  const left = /\bleft (\d{4}-\d\d-\d\d)/.exec(line)?.[1] ?? null;
  body.people.push({id: whole[1] ?? "", name, left});
}
