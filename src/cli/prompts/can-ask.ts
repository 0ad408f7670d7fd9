import type {GlobalFlags} from "../command.ts";
import type {Context} from "../context.ts";

/** Whether there is a person at a terminal who may be asked; --no-input and pipes say no. */
export function canAsk(global: GlobalFlags, context: Context): boolean {
  return global.input && context.stdinIsTTY && context.stdoutIsTTY;
}
