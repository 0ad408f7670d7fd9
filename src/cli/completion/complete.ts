import type {Context} from "../context.ts";
import {writeResult} from "../streams.ts";
import {bashReplies, readBashLine} from "./bash-line.ts";
import {readOutline} from "./built-outline.ts";
import {candidatesFor, type Completions} from "./candidates.ts";
import {lookupIn} from "./lookup.ts";

/**
 * What the completion scripts ask: `complete bash LINE BREAKS`, or `complete -- WORD… CURRENT` in the form
 * that other completers speak too: a candidate a line, a tab, what it is, and last `:4`, or `:0` where files
 * and `:16` where folders belong. A key was pressed, not a command given: whatever goes wrong, nothing is
 * said, and the code is 0.
 */
export async function complete(argv: readonly string[], context: Context): Promise<number> {
  try {
    await writeResult(context, await answer(argv, context));
  } catch {
    // A shell in the middle of a word has no place for an error.
  }
  return 0;
}

async function answer([how, ...rest]: readonly string[], context: Context): Promise<string> {
  const outline = await readOutline();
  const lookup = lookupIn(context);
  if (how === "--") {
    const found = await candidatesFor(rest.slice(0, -1), rest.at(-1) ?? "", outline, lookup);
    return generalAnswer(found);
  }
  const {words, current, redirected} = readBashLine(rest[0] ?? "", rest[1] ?? "=:");
  if (redirected) return "files\n";
  const found = await candidatesFor(words, current.text, outline, lookup);
  return [found.paths ?? "none", ...bashReplies(found, current), ""].join("\n");
}

function generalAnswer({candidates, paths}: Completions): string {
  const lines = candidates.map(({value, about}) => `${value}\t${about}\n`);
  const directive = paths === "files" ? ":0" : paths === "dirs" ? ":16" : ":4";
  return `${lines.join("")}${directive}\n`;
}
