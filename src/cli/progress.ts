import type {GlobalFlags} from "./command.ts";
import type {Context} from "./context.ts";

/** Milliseconds after which work is long enough to be seen, and between two lines of it. */
const patience = 500;
const pace = 100;

/** What is shown on stderr, in a terminal only, while files are read; `done` takes it away. */
export interface Progress {
  step: (read: number, of: number) => void;
  done: () => void;
}

/** Shows how far the reading is once it takes longer than half a second. */
export function progressOn(context: Context, {quiet}: GlobalFlags): Progress {
  if (!context.stderrIsTTY || quiet) return {step: () => undefined, done: () => undefined};
  let next = context.clock() + patience;
  let shown = 0;
  return {
    step: (read, of) => {
      // The clock is asked for one file in fifty: asking costs more than the answer is worth.
      if (read % 50 !== 0 || context.clock() < next) return;
      next = context.clock() + pace;
      const text = `Reading ${String(read)} of ${String(of)} files`;
      // What takes it away must not be longer: on a narrow screen it would run into the next line.
      shown = Math.max(shown, text.length);
      context.stderr.write(`\r${text}`);
    },
    done: () => {
      if (shown > 0) context.stderr.write(`\r${" ".repeat(shown)}\r`);
    },
  };
}
