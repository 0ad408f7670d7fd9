import {closers} from "../../notes/lines/read-line-quote.ts";

/**
 * A line of their words with the closing mark that was forgotten, before its hashtags and our answer. Who is
 * told to start with a mark does just that, and a mark that nothing closes would make it no quote.
 */
export function closeQuote(line: string): string {
  const closer = closers.get(line.charAt(0));
  if (closer === undefined || line.slice(1).includes(closer)) return line;
  const words = line.split(" ");
  const answer = words.findIndex((word) => word === "→" || word === "->");
  let end = answer === -1 ? words.length : answer;
  while (end > 1 && /^#\p{L}/u.test(words[end - 1] ?? "")) end--;
  const said = words.slice(0, end).join(" ");
  return said.length === 1 ? line : [said + closer, ...words.slice(end)].join(" ");
}
