import type {Host} from "./keyboard.ts";

/** The terminal and the signals of a process. Questions go to stderr while it is a terminal: stdout carries the result only. */
export function hostOf(own: NodeJS.Process): Host {
  return {
    stdin: own.stdin,
    output: own.stderr.isTTY ? own.stderr : own.stdout,
    on: (event, listener) => {
      own.on(event, listener);
      return () => own.off(event, listener);
    },
    suspend:
      own.platform === "win32"
        ? null
        : () => {
            own.kill(own.pid, "SIGTSTP");
          },
  };
}
