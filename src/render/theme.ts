import type {ChalkInstance} from "chalk";

/** What a piece of a line is, for the eye; a colour never says what the words do not. */
export type Style =
  | "plain"
  | "heading"
  | "strong"
  | "muted"
  | "quote"
  | "command"
  | "id"
  | "date"
  | "file"
  | "good"
  | "bad"
  | "warn"
  | "neutral";

/** The text in the colours of its style; unchanged when the chalk instance has none. */
export function paint(chalk: ChalkInstance, style: Style, text: string): string {
  switch (style) {
    case "plain":
    case "date":
    case "file":
      return text;
    case "heading":
    case "strong":
    case "neutral":
      return chalk.bold(text);
    case "muted":
    case "id":
      return chalk.dim(text);
    case "quote":
      return chalk.italic(text);
    case "command":
      return chalk.cyan(text);
    case "good":
      return chalk.green(text);
    case "bad":
      return chalk.red(text);
    case "warn":
      return chalk.yellow(text);
  }
}
