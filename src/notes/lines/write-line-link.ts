import {escapeValue} from "./write-line-escape.ts";

/** Where an id may be linked to: the text of the link, and the path from the file that holds the line. */
export type LinkTo = (id: string) => {text: string; path: string} | null;

/** How an id may be written, best first: a link where it has a file, else plain, in code, as a link to itself. */
export function writeReferences(id: string, link: LinkTo | null): string[] {
  const target = link?.(id) ?? null;
  if (target !== null) return [markdownLink(target.text, target.path)];
  const plain = [escapeValue(id, null), escapeValue(id, /[`[\](),:*_#（），：]/)];
  const code = /^[^`]+$/.test(id) ? [`\`${id}\``] : [];
  return [
    ...plain,
    ...code,
    escapeValue(id, "all"),
    markdownLink(id, `${id.replaceAll("/", "%2F")}.md`),
  ];
}

/** A Markdown link; `path` is relative, with `/`, and is percent-encoded here. */
export function markdownLink(text: string, path: string): string {
  return `[${escapeValue(text, /[[\]`]/)}](${encodePath(path)})`;
}

/** A path as it stands in a link: everything that Markdown or a browser could take for something else. */
export function encodePath(path: string): string {
  return path
    .split("/")
    .map((part) => encodeURIComponent(part).replace(/[!'()*]/g, percent))
    .join("/");
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
