import {foldName} from "../../core/text.ts";
import {visible} from "../../core/visible.ts";
import type {Host} from "./keyboard.ts";
import {LineReader} from "./line-reader.ts";
import {readNumbers} from "./plain-numbers.ts";
import type {
  CheckboxQuestion,
  Choice,
  LinesQuestion,
  Prompter,
  SearchQuestion,
  SelectQuestion,
  TextQuestion,
} from "./prompter.ts";
import {saidLines, shown, wrapLines, type Screen} from "./screen.ts";

/** Choices of a search that are printed. */
const most = 9;

/** Asks with lines and numbers only: no cursor is moved, nothing printed is changed. */
export class PlainPrompter implements Prompter {
  private readonly reader: LineReader;
  private readonly screen: Screen;
  private explained = false;

  constructor(host: Host, screen: Screen) {
    this.screen = screen;
    this.reader = new LineReader(host);
  }

  say = (text: string): Promise<void> => {
    this.print(
      visible(text)
        .split("\n")
        .flatMap((line) => saidLines(this.screen, line)),
    );
    return Promise.resolve();
  };

  select = async <Value>({message, choices, marked}: SelectQuestion<Value>): Promise<Value> => {
    this.ask(message);
    this.printChoices(choices);
    const first = choices.find(({value}) => value === marked) ?? choices[0];
    for (;;) {
      const typed = await this.read(`Number${enterTakes(first)}: `);
      const chosen = typed === "" ? first : choiceOf(choices, typed);
      if (chosen !== undefined) return chosen.value;
      this.tell(`"${typed}" is none of 1 to ${String(choices.length)}.`);
    }
  };

  search = async <Value>({message, find}: SearchQuestion<Value>): Promise<Value> => {
    this.ask(message);
    let found = find("");
    for (;;) {
      const listed = found.slice(0, most);
      this.printChoices(listed);
      if (found.length > most) this.tell(`and ${String(found.length - most)} more`);
      const typed = await this.read(`A number, or a part of the name${enterTakes(listed[0])}: `);
      const chosen = typed === "" ? listed[0] : listed[Number(typed) - 1];
      if (chosen !== undefined) return chosen.value;
      found = find(typed);
      if (found.length === 0) this.tell(typed === "" ? "Type a name." : `Nothing fits "${typed}".`);
    }
  };

  checkbox = async <Value>({
    message,
    choices,
    ticked,
  }: CheckboxQuestion<Value>): Promise<Value[]> => {
    this.ask(message);
    const own = choices.filter((one): one is Choice<Value> => !("heading" in one));
    const boxed = choices.map((one) =>
      "heading" in one
        ? one
        : {...one, label: `[${ticked.includes(one.value) ? "x" : " "}] ${one.label}`},
    );
    this.printChoices(boxed);
    for (;;) {
      const typed = await this.read("Numbers, as in 1 3 (Enter: those with x, 0: none): ");
      if (typed === "")
        return own.filter(({value}) => ticked.includes(value)).map(({value}) => value);
      const numbers = readNumbers(typed, own.length);
      if (typeof numbers !== "string") {
        return own.filter((_, index) => numbers.has(index + 1)).map(({value}) => value);
      }
      this.tell(numbers);
    }
  };

  text = async ({message, initial = "", refuse}: TextQuestion): Promise<string> => {
    this.ask(initial === "" ? message : `${message} (Enter: ${initial}; - for nothing)`);
    for (;;) {
      const typed = await this.read("> ");
      const answer = typed === "" ? initial : typed === "-" && initial !== "" ? "" : typed;
      const wrong = refuse?.(answer) ?? null;
      if (wrong === null) return answer;
      this.tell(wrong);
    }
  };

  lines = async ({message, initial = [], onChange, refuse}: LinesQuestion): Promise<string[]> => {
    this.ask(message);
    if (!this.explained) this.tell("An empty line goes on, - takes the last one back.");
    this.explained = true;
    const lines = [...initial];
    for (const line of lines) this.tell(`- ${line}`);
    for (;;) {
      // While a paste comes in, nobody needs to be asked for the next line.
      if (!(await this.reader.follows())) this.screen.output.write("- ");
      const typed = (await this.reader.line()).trim();
      // An empty line of a paste ends nothing.
      if (typed === "" && !(await this.reader.follows())) return lines;
      if (typed !== "" && this.change(lines, typed, refuse)) onChange?.([...lines]);
    }
  };

  close = (): Promise<void> => {
    this.reader.close();
    return Promise.resolve();
  };

  /** Adds a line, or takes the last one off at `-`; whether that went well, or says why not. */
  private change(lines: string[], typed: string, refuse: LinesQuestion["refuse"]): boolean {
    if (typed === "-") {
      const last = lines.pop();
      this.tell(last === undefined ? "There is no line to take back." : `Taken back: ${last}`);
      return last !== undefined;
    }
    const wrong = refuse?.(typed) ?? null;
    if (wrong === null) return lines.push(typed) > 0;
    this.tell(`Not added: ${typed}`);
    this.tell(wrong);
    return false;
  }

  private ask(message: string): void {
    this.print(wrapLines(this.screen, "", [shown(this.screen, message)]));
  }

  private tell(text: string): void {
    this.print(wrapLines(this.screen, "  ", [shown(this.screen, text)]));
  }

  private printChoices(choices: readonly (Choice<unknown> | {heading: string})[]): void {
    let number = 0;
    for (const one of choices) {
      if ("heading" in one) {
        this.tell(one.heading);
        continue;
      }
      const note = one.note === undefined || one.note === "" ? "" : ` (${one.note})`;
      const text = shown(this.screen, one.label + note);
      this.print(wrapLines(this.screen, `  ${String(++number)}. `, [text]));
    }
  }

  private print(lines: readonly string[]): void {
    this.screen.output.write(`${lines.join("\n")}\n`);
  }

  private async read(prompt: string): Promise<string> {
    this.screen.output.write(shown(this.screen, prompt).text);
    return await this.reader.answer();
  }
}

function enterTakes(choice: Choice<unknown> | undefined): string {
  return choice === undefined ? "" : ` (Enter: ${choice.label})`;
}

/** The choice with this number, or the one whose label begins like this. */
function choiceOf<Value>(
  choices: readonly Choice<Value>[],
  typed: string,
): Choice<Value> | undefined {
  if (/^\d+$/.test(typed)) return choices[Number(typed) - 1];
  const begins = choices.filter(({label}) => foldName(label).startsWith(foldName(typed)));
  return begins.length === 1 ? begins[0] : undefined;
}
