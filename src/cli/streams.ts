import type {Writable} from "node:stream";
import {PmTalkError} from "../core/errors.ts";
import {visible} from "../core/visible.ts";
import type {Context} from "./context.ts";

/**
 * Writes the result of a command to stdout and waits until it is taken. A closed pipe (`| head`) ends the
 * output silently; a full disk is an error, because the result is lost then.
 */
export async function writeResult(context: Context, text: string): Promise<void> {
  await write(context.stdout, text);
}

/**
 * Writes a notice, warning or error to stderr, with whatever a terminal would obey made visible: it may
 * hold a name from a note or the command line. A stderr that is gone loses it and stops nothing.
 */
export async function writeNotice(context: Context, text: string): Promise<void> {
  try {
    const shown = visible(text);
    await write(context.stderr, shown.endsWith("\n") ? shown : `${shown}\n`);
  } catch {
    // There is no place left to say so.
  }
}

function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      // The stream tells it once more after this, when nobody else listens: so the listener stays.
      if (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED") resolve();
      else
        reject(
          new PmTalkError(
            "not-written",
            `The output could not be written: ${reasonOf(error)}.`,
            "Nothing else was changed.",
          ),
        );
    };
    stream.on("error", onError);
    stream.write(text, (error) => {
      if (error) onError(error);
      else {
        stream.off("error", onError);
        resolve();
      }
    });
  });
}

function reasonOf(error: NodeJS.ErrnoException): string {
  return error.code === "ENOSPC" ? "no space is left on the device" : error.message;
}
