import {PmTalkError} from "../../core/errors.ts";
import {visible} from "../../core/visible.ts";
import {chooseAny, chooseOne, type Streams} from "./choose.ts";
import type {Pastes} from "./editing.ts";
import {Keyboard, type Host} from "./keyboard.ts";
import {linesPrompt} from "./lines-prompt.ts";
import {everyLine, startLines, type LinesState} from "./lines-state.ts";
import type {
  CheckboxQuestion,
  LinesQuestion,
  Prompter,
  SearchQuestion,
  SelectQuestion,
  TextQuestion,
} from "./prompter.ts";
import {RedrawingOutput} from "./redrawing-output.ts";
import {saidLines, type Screen} from "./screen.ts";
import {searchPrompt} from "./search-prompt.ts";
import {textPrompt} from "./text-prompt.ts";

/** Asks at a terminal that can move its cursor. */
export class RichPrompter implements Prompter {
  private readonly keyboard: Keyboard;
  private readonly screen: Screen;

  private readonly output: RedrawingOutput;

  constructor(host: Host, screen: Screen) {
    this.output = new RedrawingOutput(screen.output);
    this.screen = {...screen, output: this.output};
    this.keyboard = new Keyboard(host, () => {
      this.output.redraw(false);
    });
  }

  say = (text: string): Promise<void> =>
    new Promise((resolve) => {
      const lines = visible(text).split("\n");
      const wrapped = lines.flatMap((line) => saidLines(this.screen, line));
      this.screen.output.write(`${wrapped.join("\n")}\n`, () => {
        resolve();
      });
    });

  select = <Value>(question: SelectQuestion<Value>): Promise<Value> =>
    this.keyboard.ask({keys: keysOfSelect}, (signal) =>
      chooseOne(question, this.screen, this.streams(signal)),
    );

  checkbox = <Value>(question: CheckboxQuestion<Value>): Promise<Value[]> =>
    this.keyboard.ask({keys: keysOfCheckbox}, (signal) =>
      chooseAny(question, this.screen, this.streams(signal)),
    );

  search = async <Value>(question: SearchQuestion<Value>): Promise<Value> =>
    (await this.typed((pastes, streams) =>
      searchPrompt({question, screen: this.screen, pastes}, streams),
    )) as Value;

  text = (question: TextQuestion): Promise<string> =>
    this.typed((pastes, streams) => textPrompt({question, screen: this.screen, pastes}, streams));

  lines = async (question: LinesQuestion): Promise<string[]> => {
    let state = startLines(question.initial ?? []);
    const follow = (now: LinesState): void => {
      state = now;
    };
    try {
      return await this.typed((pastes, streams) =>
        linesPrompt({question, screen: this.screen, pastes, follow}, streams),
      );
    } catch (error) {
      // A window that is closed in the middle of a sentence loses none of it.
      const all = everyLine(state, question.refuse ?? (() => null));
      if (isCancelled(error) && all.length > state.lines.length) question.onChange?.(all);
      throw error;
    }
  };

  close = (): Promise<void> => {
    this.keyboard.close();
    this.output.close();
    return Promise.resolve();
  };

  /** A question with a line to type in, which hears of pastes. */
  private typed<Answer>(
    run: (pastes: Pastes, streams: Streams) => Promise<Answer>,
  ): Promise<Answer> {
    let heard: (text: string) => void = () => undefined;
    const pastes: Pastes = {
      listen: (listener) => {
        heard = listener;
        return () => (heard = () => undefined);
      },
    };
    const paste = (text: string): void => {
      heard(text);
    };
    return this.keyboard.ask({paste}, (signal) => run(pastes, this.streams(signal)));
  }

  private streams(signal: AbortSignal): Streams {
    return {input: this.keyboard.input, output: this.screen.output, signal};
  }
}

function isCancelled(error: unknown): boolean {
  return error instanceof PmTalkError && error.code === "cancelled";
}

/** Arrows, Enter, backspace, Ctrl-D and what can be typed: inquirer takes any other key for the first choice. */
const keysOfSelect = only(/^(?:\u001b[[O][AB]|[\r\n\u0004\u0008\u007f]|\P{Cc})$/u);

/** As above, but of what can be typed only the digits and the space bar mean anything. */
const keysOfCheckbox = only(/^(?:\u001b[[O][AB]|[\r\n\u0004]|[\d ])$/u);

/** Lets those keys through that fit. */
function only(fits: RegExp): (text: string) => string {
  return (text) =>
    (text.match(/\u001b[[O][\d;]*[a-zA-Z~]|./gsu) ?? []).filter((key) => fits.test(key)).join("");
}
