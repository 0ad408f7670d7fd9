import {resolve} from "node:path";
import {PmTalkError} from "../../core/errors.ts";
import {readGiven} from "../../workspace/given-files.ts";
import type {Context} from "../context.ts";

/** Text for the body from a file or, with `-`, from standard input. */
export async function readBody(from: string | null, context: Context): Promise<string | null> {
  if (from === null) return null;
  if (from === "")
    throw new PmTalkError("usage", "--body is empty.", "Name a file, or - for standard input.");
  const bytes = from === "-" ? await readAll(context) : readBodyFile(from, context);
  let text: string;
  try {
    text = new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch {
    throw new PmTalkError("usage", `--body ${from} is not UTF-8 text.`, null);
  }
  if (text.includes("\0"))
    throw new PmTalkError(
      "usage",
      `--body ${from} holds a NUL character, which no text file can.`,
      null,
    );
  if (text.trim() === "") throw new PmTalkError("usage", `--body ${from} is empty.`, null);
  const lines = text.replace(/\r\n?/g, "\n");
  refuseFrontMatter(from, lines);
  return lines;
}

/** In the middle of a note it would be a rule and a heading: its fields would be lost without a word. */
function refuseFrontMatter(from: string, text: string): void {
  if (!/^---[ \t]*(?:yaml)?[ \t]*\n(?:[^\n]*\n){0,200}?---[ \t]*(?:\n|$)/.test(text)) return;
  throw new PmTalkError(
    "usage",
    `--body ${from} begins with front matter of its own, which the flags of log write.`,
    "Leave it out, and say its fields with flags. A note that is whole belongs under conversations/ as it is.",
  );
}

async function readAll(context: Context): Promise<Uint8Array> {
  if (context.stdinIsTTY)
    throw new PmTalkError(
      "usage",
      "--body - reads standard input, and that is a terminal.",
      "pm-talk log gantry --body - < notes.md",
    );
  const chunks: Buffer[] = [];
  for await (const chunk of context.stdin) chunks.push(Buffer.from(chunk as Uint8Array | string));
  return Buffer.concat(chunks);
}

function readBodyFile(from: string, context: Context): Uint8Array {
  const bytes = readGiven(resolve(context.cwd, from));
  if (bytes !== null) return bytes;
  throw new PmTalkError(
    "usage",
    `--body ${from}: no file that can be read.`,
    "For standard input: --body -",
  );
}
