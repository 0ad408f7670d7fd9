/** The shells that can be taught to complete. */
export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

/** Whether a completion script is asking, and not a person who means `completion`. */
export function isShellAsking([word, how, line]: readonly string[]): boolean {
  return word === "complete" && (how === "--" || (how === "bash" && line !== undefined));
}
