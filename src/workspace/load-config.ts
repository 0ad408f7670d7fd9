import {lstatSync, type Stats} from "node:fs";
import {join} from "node:path";
import type {Fault} from "../core/diagnostics.ts";
import {PmTalkError} from "../core/errors.ts";
import type {Config} from "../notes/config.ts";
import {decodeFile} from "../notes/decode.ts";
import {readConfig} from "../notes/read-config.ts";
import {configFile} from "./find-workspace.ts";
import {reasonOf} from "./io-errors.ts";
import {readBytes} from "./read-bytes.ts";

/** The team's settings. Throws `usage` when pm-talk.yml is missing, cannot be read, or is not valid. */
export async function loadConfig(root: string): Promise<Config> {
  return await readConfig(readConfigText(root));
}

/** The text of pm-talk.yml, without a byte order mark and with `\n` at line ends. Throws as loadConfig. */
export function readConfigText(root: string): string {
  const found = findConfig(root);
  if (found === undefined) throw unusableConfig("is missing", "A new one:  pm-talk init");
  if (found.isSymbolicLink()) {
    throw unusableConfig("is a symbolic link, which is not followed", "Put the file itself there.");
  }
  return configText(readBytes(root, configFile));
}

function findConfig(root: string): Stats | undefined {
  try {
    return lstatSync(join(root, configFile), {throwIfNoEntry: false});
  } catch (error) {
    throw unusableConfig(`cannot be read: ${reasonOf(error)}`, null);
  }
}

/** The text of pm-talk.yml from its bytes. Throws `usage` when they could not be read, or are no text. */
export function configText(bytes: Buffer | Fault): string {
  if (!(bytes instanceof Uint8Array))
    throw unusableConfig(`cannot be read: ${bytes.message}`, bytes.hint);
  const {text, faults} = decodeFile(bytes);
  if (text !== null) return text;
  throw unusableConfig(`cannot be read: ${faults[0]?.message ?? ""}`, faults[0]?.hint ?? null);
}

/** The error for a pm-talk.yml that cannot be used; `what` goes on after its name. */
export function unusableConfig(what: string, hint: string | null): PmTalkError {
  return new PmTalkError("usage", `${configFile} ${what}.`, hint);
}
