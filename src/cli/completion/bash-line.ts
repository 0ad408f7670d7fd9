import type {Completions} from "./candidates.ts";

/** A command line as bash hands it over: up to the cursor, with the quotes that were typed. */
export interface BashLine {
  /** The words before the one to complete, without quotes; the command itself is not among them. */
  words: string[];
  /** What is typed of the word to complete. */
  current: BashWord;
  /** The word is the file of a redirection. */
  redirected: boolean;
}

export interface BashWord {
  /** Without its quotes and backslashes. */
  text: string;
  /** The quotation mark that is still open. */
  quote: '"' | "'" | null;
  /** How much of `text` stands before that mark, or before the last sign at which bash begins a word anew. */
  before: number;
}

/**
 * Splits what is typed as bash does, without running anything in it. `breaks` are the signs within a word
 * that bash completes behind (COMP_WORDBREAKS), of which `=` and `:` matter.
 */
export function readBashLine(line: string, breaks: string): BashLine {
  const words: string[] = [];
  let word: BashWord & {begun: boolean; redirects: boolean} = newWord();
  let redirected = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line.charAt(at);
    if (word.quote !== null) {
      if (sign === word.quote) word.quote = null;
      else if (sign === "\\" && word.quote === '"' && /["\\$`]/.test(line.charAt(at + 1)))
        word.text += line.charAt(++at);
      else word.text += sign;
    } else if (sign === " " || sign === "\t" || sign === "\n") {
      if (word.begun && !word.redirects) words.push(word.text);
      if (word.begun) redirected = word.redirects && word.text === "";
      word = newWord();
    } else if (sign === "<" || sign === ">") {
      word = {...newWord(), begun: true, redirects: true};
    } else {
      word.begun = true;
      if (sign === '"' || sign === "'") {
        word.quote = sign;
        word.before = word.text.length;
      } else if (sign === "\\") word.text += line.charAt(++at);
      else {
        word.text += sign;
        if ((sign === "=" || sign === ":") && breaks.includes(sign)) word.before = word.text.length;
      }
    }
  }
  const {text, quote, before, redirects} = word;
  return {
    words: afterCommand(words),
    current: {text, quote, before},
    redirected: redirected || redirects,
  };
}

function newWord() {
  return {text: "", quote: null, before: 0, begun: false, redirects: false};
}

/** Drops what stands before the arguments: `NAME=value` and the command. */
function afterCommand(words: readonly string[]): string[] {
  const command = words.findIndex((word) => !/^[A-Za-z_]\w*=/.test(word));
  return command === -1 ? [] : words.slice(command + 1);
}

/** What bash is to put in place of the word, one a candidate, quoted as the word was begun. */
export function bashReplies({candidates, behind}: Completions, word: BashWord): string[] {
  return candidates.map(({value}) => {
    const rest = (behind + value).slice(word.before);
    if (word.quote === "'") return rest.replaceAll("'", "'\\''");
    if (word.quote === '"') return rest.replace(/["\\$`]/g, "\\$&");
    return rest.replace(/[^\p{L}\p{M}\p{N}_@%+=:,./-]/gu, "\\$&");
  });
}
