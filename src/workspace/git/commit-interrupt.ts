import type {Cause} from "./commit-causes.ts";

/** From now until the function that it returns is called, Ctrl-C or a closed terminal calls `end`, once. */
export type OnInterrupt = (end: () => void) => () => void;

/**
 * Runs `action`, which learns of Ctrl-C or a closed terminal by `ended` and puts in order what it has begun; the
 * program goes on until then.
 */
export async function orInterrupted<Result>(
  onInterrupt: OnInterrupt | undefined,
  action: (ended: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const leave = onInterrupt?.(() => {
    controller.abort();
  });
  try {
    return await action(controller.signal);
  } finally {
    leave?.();
  }
}

/** A hook took too long for somebody, or the terminal was closed. */
export const interrupted: Cause = {why: "it was interrupted", then: "To commit it:"};
