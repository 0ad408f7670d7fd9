import type {Fault} from "../../core/diagnostics.ts";
import {maxFileBytes} from "../../notes/decode.ts";
import {fileFault} from "../file-codes.ts";
import {tooLarge} from "../read-bytes.ts";
import {type Repository, unreadable} from "./staged-entries.ts";
import {readForHook} from "./run-git.ts";

/**
 * The content of these objects, or what keeps it from being read: one that is too large is not read, and
 * one that is missing is not fetched.
 */
export async function readObjects(
  objects: readonly string[],
  at: Repository,
): Promise<Map<string, Buffer | Fault>> {
  const sizes = await batch(["--batch-check"], objects, at);
  const found = new Map<string, Buffer | Fault>();
  const wanted: string[] = [];
  for (const line of sizes.toString("utf8").split("\n")) {
    const [object = "", , size = ""] = line.split(" ");
    if (object === "") continue;
    if (size === "") found.set(object, missing());
    else if (Number(size) > maxFileBytes) found.set(object, tooLarge(Number(size)));
    else wanted.push(object);
  }
  for (const [object, bytes] of contents(await batch(["--batch"], wanted, at))) {
    found.set(object, bytes);
  }
  return found;
}

async function batch(
  mode: string[],
  objects: readonly string[],
  {root, env}: Repository,
): Promise<Buffer> {
  if (objects.length === 0) return Buffer.alloc(0);
  const input = objects.map((object) => `${object}\n`).join("");
  const result = await readForHook(root, ["cat-file", ...mode], env, input);
  if (result.code !== 0) throw unreadable(result);
  return result.stdout;
}

/** Takes `NAME blob SIZE`, a line feed, the bytes and a line feed apart, one after the other. */
function* contents(output: Buffer): Generator<[string, Buffer]> {
  for (let at = 0; at < output.length;) {
    const end = output.indexOf("\n", at);
    const [object = "", , size = "0"] = output.toString("utf8", at, end).split(" ");
    const start = end + 1;
    yield [object, output.subarray(start, start + Number(size))];
    at = start + Number(size) + 1;
  }
}

function missing(): Fault {
  const message = "what is staged of this file is not in this clone of the repository";
  return fileFault("file-unreadable", message, "Fetch it:  git checkout -- FILE");
}
