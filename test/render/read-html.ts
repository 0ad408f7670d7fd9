/** What a browser would make of a page: a strict reader of the HTML that pm-talk writes, for tests only. */
export interface ReadPage {
  tags: {name: string; attributes: Map<string, string>}[];
  /** All text outside tags, entities decoded. */
  text: string;
}

const entities = new Map([
  ["&amp;", "&"],
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&#39;", "'"],
]);

const empty = new Set(["meta", "line", "rect", "circle", "path"]);

/** Reads a page whole; throws where a tag is not closed, an attribute not quoted or a sign stands bare. */
export function readHtml(page: string): ReadPage {
  const body = page.replace(/^<!doctype html>/, "").replace(/<style>[^<]*<\/style>/, "");
  const tags: ReadPage["tags"] = [];
  const open: string[] = [];
  let text = "";
  let from = 0;
  for (const match of body.matchAll(
    /<(\/?)([a-z0-9]+)((?:\s+[\w:-]+(?:="[^"<>]*")?)*)\s*(\/?)>/gi,
  )) {
    text += textOf(body.slice(from, match.index));
    from = match.index + match[0].length;
    const [, closing, name = "", attributes = "", selfClosing] = match;
    if (closing === "/") {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
      continue;
    }
    tags.push({name, attributes: attributesOf(attributes)});
    if (selfClosing !== "/" && !empty.has(name)) open.push(name);
  }
  text += textOf(body.slice(from));
  if (open.length > 0) throw new Error(`left open: ${open.join(" ")}`);
  return {tags, text};
}

function textOf(part: string): string {
  if (/[<>"']/.test(part)) throw new Error(`a bare sign in ${part}`);
  return decoded(part);
}

function decoded(part: string): string {
  return part.replace(/&[^;]*;?/g, (entity) => {
    const sign = entities.get(entity);
    if (sign === undefined) throw new Error(`an unknown entity ${entity}`);
    return sign;
  });
}

function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = "", value = ""] of text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)) {
    if (found.has(name)) throw new Error(`${name} twice in ${text}`);
    found.set(name, decoded(value));
  }
  return found;
}
