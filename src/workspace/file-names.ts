/** `*.md` in any case, but no README.md, hidden or underscored name: what a workspace file is called. */
export function isFileName(name: string): boolean {
  return /\.md$/i.test(name) && !/^(?:[._]|readme\.md$)/i.test(name);
}

/** A name that was meant for a workspace file and is not read as one. */
export function isMarkdownName(name: string): boolean {
  return /^[^._].*\.markdown$/i.test(name);
}
