/** `Put it in quotes:  via: "&Co"`, for a line whose value was meant as text. */
export function quoteHint(line: string): string {
  const match = /^(\s*(?:- +)?(?:[^\s:]+:[ \t]+)?)(.*)$/.exec(line.slice(0, 300).trimEnd());
  const value = match?.[2] ?? "";
  if (value === "") return "Put the value in quotes.";
  return `Put it in quotes:  ${(match?.[1] ?? "").trimStart()}${quoted(value)}`;
}

/** The text as a YAML string: in double quotes where it holds none, else in single ones. */
export function quoted(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`;
  return `'${text.replaceAll("'", "''")}'`;
}
