import type {Cause} from "./commit-causes.ts";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs `action`, which learns of Ctrl-C or a closed terminal by `ended` and puts in order what it has begun; the
 * program goes on until then. A second one ends it at once.
 */
export async function orInterrupted<Result>(
  action: (ended: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  const end = (): void => {
    for (const signal of signals) process.off(signal, end);
    controller.abort();
  };
  for (const signal of signals) process.on(signal, end);
  try {
    return await action(controller.signal);
  } finally {
    for (const signal of signals) process.off(signal, end);
  }
}

/** A hook took too long for somebody, or the terminal was closed. */
export const interrupted: Cause = {why: "it was interrupted", then: "To commit it:"};
