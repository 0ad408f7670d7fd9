import {PmTalkError} from "../../src/core/errors.ts";
import type {
  CheckboxQuestion,
  LinesQuestion,
  Prompter,
  SearchQuestion,
  SelectQuestion,
  TextQuestion,
} from "../../src/cli/prompts/prompter.ts";

/**
 * What is answered to one question: the beginning of its message, and the answer. A choice is named by the
 * beginning of its label; `null` takes what is marked, ticked or stands there; `cancel` is Ctrl-C.
 */
export type Answer = [question: string, answer: string | string[] | null | typeof cancel];
export const cancel = Symbol("Ctrl-C");

/** A prompter that answers by a script, and fails on a question that is not expected or an answer left over. */
export class ScriptedPrompter implements Prompter {
  readonly asked: string[] = [];
  readonly said: string[] = [];
  closed = false;
  private at = 0;
  private readonly script: readonly Answer[];
  constructor(script: readonly Answer[]) {
    this.script = script;
  }

  get left(): readonly Answer[] {
    return this.script.slice(this.at);
  }

  say = (text: string): Promise<void> => {
    this.said.push(text);
    return Promise.resolve();
  };

  select = <Value>(question: SelectQuestion<Value>): Promise<Value> =>
    this.answer(question.message, (answer) => {
      const {choices, marked} = question;
      if (answer === null) return marked ?? first(choices, question.message).value;
      return choiceOf(choices, String(answer), question.message);
    });

  search = <Value>(question: SearchQuestion<Value>): Promise<Value> =>
    this.answer(question.message, (answer) => {
      const [typed = "", label = ""] = Array.isArray(answer) ? answer : [String(answer ?? "")];
      const found = question.find(typed);
      return label === ""
        ? first(found, question.message).value
        : choiceOf(found, label, question.message);
    });

  checkbox = <Value>(question: CheckboxQuestion<Value>): Promise<Value[]> =>
    this.answer(question.message, (answer) => {
      if (answer === null) return [...question.ticked];
      const choices = question.choices.flatMap((one) => ("heading" in one ? [] : [one]));
      return listOf(answer).map((label) => choiceOf(choices, label, question.message));
    });

  text = (question: TextQuestion): Promise<string> =>
    this.answer(question.message, (answer) => {
      const typed = answer === null ? (question.initial ?? "") : String(answer);
      const wrong = question.refuse?.(typed) ?? null;
      if (wrong !== null) throw new Error(`"${question.message}" refuses "${typed}": ${wrong}`);
      return typed;
    });

  lines = (question: LinesQuestion): Promise<string[]> =>
    this.answer(question.message, (answer) => {
      const lines = answer === null ? [...(question.initial ?? [])] : listOf(answer);
      for (let n = 1; n <= lines.length; n++) {
        const wrong = question.refuse?.(lines[n - 1] ?? "") ?? null;
        if (wrong !== null) throw new Error(`"${question.message}" refuses a line: ${wrong}`);
        question.onChange?.(lines.slice(0, n));
      }
      return lines;
    });

  close = (): Promise<void> => {
    this.closed = true;
    return Promise.resolve();
  };

  private answer<Value>(
    message: string,
    read: (answer: string | string[] | null) => Value,
  ): Promise<Value> {
    this.asked.push(message);
    const next = this.script[this.at++];
    if (next === undefined) return Promise.reject(new Error(`unasked for: "${message}"`));
    const [question, answer] = next;
    if (!message.startsWith(question)) {
      return Promise.reject(new Error(`asked "${message}", where "${question}" was expected`));
    }
    if (answer === cancel) {
      return Promise.reject(new PmTalkError("cancelled", "Cancelled."));
    }
    try {
      return Promise.resolve(read(answer));
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }
}

function listOf(answer: string | string[] | null): string[] {
  return Array.isArray(answer) ? answer : answer === null ? [] : [answer];
}

function first<Value>(
  choices: readonly {value: Value; label: string}[],
  message: string,
): {value: Value} {
  const [choice] = choices;
  if (choice === undefined) throw new Error(`"${message}" has no choices`);
  return choice;
}

function choiceOf<Value>(
  choices: readonly {value: Value; label: string}[],
  label: string,
  message: string,
): Value {
  const found =
    choices.find((choice) => choice.label === label) ??
    choices.find((choice) => choice.label.startsWith(label));
  if (found === undefined) {
    const all = choices.map((choice) => choice.label).join(" | ");
    throw new Error(`"${message}" has no choice "${label}" among: ${all}`);
  }
  return found.value;
}
