import {isDeepStrictEqual} from "node:util";

/** Answers as plain JSON by question, so that a draft can hold them. */
export interface Answers {
  /** What was answered. */
  given: Record<string, unknown>;
  /** What stood there before it is asked again: answers to be changed, and lines of an unfinished list. */
  before: Record<string, unknown>;
}

export const noAnswers = (): Answers => ({given: {}, before: {}});

/**
 * Remembers answers, so that a conversation of questions can be run again from its beginning: after a kill,
 * or to change one of them. Only what is not answered yet is asked then.
 */
export class Memory {
  private readonly given: Map<string, unknown>;
  private readonly before: Map<string, unknown>;
  private readonly keep: (answers: Answers) => void;
  /** Keys in the order in which this run came to them. */
  private order: string[] = [];

  /** `keep` is told after each answer, to bring it to the disk. */
  constructor(answers: Answers, keep: (answers: Answers) => void) {
    this.given = new Map(Object.entries(answers.given));
    this.before = new Map(Object.entries(answers.before));
    this.keep = keep;
  }

  /**
   * The answer to a question: the one remembered, else the one that `ask` brings. `ask` is given what stood
   * there before, and a function that keeps an answer which is not finished.
   */
  async once<Answer>(
    key: string,
    ask: (before: Answer | undefined, part: (answer: Answer) => void) => Promise<Answer>,
  ): Promise<Answer> {
    this.order.push(key);
    if (this.given.has(key)) return this.given.get(key) as Answer;
    const answer = await ask(this.before.get(key) as Answer | undefined, (part) => {
      this.before.set(key, part);
      this.keep(this.answers());
    });
    this.given.set(key, answer);
    this.before.delete(key);
    this.keep(this.answers());
    return answer;
  }

  /** The answer that is remembered, without asking. */
  known<Answer>(key: string): Answer | undefined {
    return this.given.get(key) as Answer | undefined;
  }

  /** Keeps an answer that nobody was asked for. */
  set(key: string, answer: unknown): void {
    if (this.given.has(key) && isDeepStrictEqual(this.given.get(key), answer)) return;
    this.given.set(key, answer);
    this.keep(this.answers());
  }

  /** Answers whose key is `key` or begins with `key/` are asked again, with the old ones marked. */
  reopen(key: string): void {
    for (const known of [...this.given.keys()]) {
      if (known !== key && !known.startsWith(`${key}/`)) continue;
      this.before.set(known, this.given.get(known));
      this.given.delete(known);
    }
  }

  /** Begins from the first question again. */
  restart(): void {
    this.order = [];
  }

  /** The questions that this run came to, each once. */
  asked(): string[] {
    return [...new Set(this.order)];
  }

  answers(): Answers {
    return {given: Object.fromEntries(this.given), before: Object.fromEntries(this.before)};
  }
}
