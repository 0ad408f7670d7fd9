// Loaded before the program: counts the calls of node:fs on paths below given folders and makes one of them
// fail, or ends the process at it. PM_TALK_FAULT is {roots, kind, at, list}. `kind` is an error code, "kill"
// (at the call), "torn" (after half of what it writes), "killed" (after the call) or "none"; `at` counts
// from 1 over all calls. `list` is a file for what was called: "change" where the call writes, else "look".
import fs from "node:fs";
import {syncBuiltinESMExports} from "node:module";
import {resolve, sep} from "node:path";
import {fileURLToPath} from "node:url";

const {roots, kind, at, list} = JSON.parse(process.env.PM_TALK_FAULT);
const isError = /^E/.test(kind);
const {appendFileSync, writeSync} = fs;
const files = new Map();
let count = 0;
let isWithin = false;

const changing =
  /^(?:write|append|fsync|sync|datasync|ftruncate|truncate|rename|link|symlink|unlink|rm|mkdir|mkdtemp|chmod|fchmod|chown|fchown|copyFile|cp|close|utimes|futimes)/;
/** No program expects these to fail, or they answer instead of failing. */
const left = /^(?:existsSync|exists|watch|unwatch|watchFile|unwatchFile|_|[A-Z])/;

function pathOf(given) {
  if (typeof given === "number") return files.get(given) ?? null;
  if (given instanceof URL) return fileURLToPath(given);
  if (Buffer.isBuffer(given)) return given.toString();
  return typeof given === "string" ? given : null;
}

const isInside = (path) => {
  const full = resolve(path);
  return roots.some((root) => full === root || full.startsWith(root + sep));
};

/** Whether opening with these flags can create or empty the file. */
const isWriting = (name, flags) =>
  name.startsWith("open") &&
  !name.startsWith("opendir") &&
  flags !== undefined &&
  (typeof flags === "number" ? (flags & writing) !== 0 : flags !== "r");

const {O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_APPEND} = fs.constants;
const writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;

/** What is to happen at this call: nothing, or the end. Throws the error. */
function meet(name, path, flags) {
  if (path === null || !isInside(path)) return null;
  const changes = changing.test(name) || isWriting(name, flags);
  if (list !== undefined) appendFileSync(list, `${changes ? "change" : "look"} ${name} ${path}\n`);
  count += 1;
  if (kind === "none" || count !== at) return null;
  if (isError) throw failure(name, path);
  if (kind === "kill") end();
  return kind;
}

function failure(name, path) {
  const error = new Error(`${kind}: injected, ${name} '${path}'`);
  return Object.assign(error, {code: kind, errno: -1, syscall: name, path});
}

function end() {
  process.kill(process.pid, "SIGKILL");
}

/** Half of what was to be written, then the end: a file that is written in place would show it. */
function tear(name, target, data) {
  if (/^write|^append/.test(name) && data !== undefined) {
    const half = Buffer.from(data).subarray(0, Buffer.byteLength(data) >> 1);
    if (typeof target === "number") writeSync(target, half);
    else appendFileSync(target, half);
  }
  end();
}

/** Puts a call that may fail in place of a method; `targetOf` says which path or number it is about. */
function wrap(owner, name, targetOf = (_self, args) => args[0]) {
  const original = owner[name];
  const isSync = name.endsWith("Sync");
  const bare = name.replace(/Sync$/, "");
  const wrapped = function (...args) {
    // What Node's own functions call in turn is part of the one call that was made.
    if (isWithin) return original.apply(this, args);
    const target = targetOf(this, args);
    const path = pathOf(target);
    const callback = typeof args.at(-1) === "function" ? args.at(-1) : null;
    let fate;
    try {
      fate = meet(bare, path, args[1]);
    } catch (error) {
      if (isSync) throw error;
      if (callback === null) return Promise.reject(error);
      return void process.nextTick(callback, error);
    }
    if (fate === "torn")
      tear(bare, target, owner === fs || owner === fs.promises ? args[1] : args[0]);
    if (fate === "killed" && callback !== null) args[args.length - 1] = end;
    else if (bare === "open" && callback !== null)
      args[args.length - 1] = (error, fd) => {
        if (path !== null && isInside(path) && error === null) files.set(fd, path);
        callback(error, fd);
      };
    const result = called(original, this, args, isSync);
    if (bare === "close") files.delete(target);
    if (fate === "killed" && callback === null) {
      if (typeof result?.then === "function") return result.then(end, end);
      end();
    }
    return remember(bare, path, result);
  };
  Object.defineProperties(wrapped, Object.getOwnPropertyDescriptors(original));
  owner[name] = wrapped;
}

function called(original, self, args, isSync) {
  isWithin = isSync;
  try {
    return original.apply(self, args);
  } finally {
    isWithin = false;
  }
}

/** What was opened is known by its number from now on, or by its handle. */
function remember(name, path, result) {
  if (name !== "open" || path === null || !isInside(path)) return result;
  if (typeof result === "number") files.set(result, path);
  if (typeof result?.then !== "function") return result;
  return result.then((handle) => {
    files.set(handle.fd, path);
    for (const method of handleMethods) wrap(handle, method, () => handle.fd);
    return handle;
  });
}

const handleMethods = [
  "writeFile",
  "appendFile",
  "write",
  "writev",
  "sync",
  "datasync",
  "truncate",
  "read",
  "readFile",
  "chmod",
  "stat",
  "close",
];

for (const owner of [fs, fs.promises])
  for (const name of Object.keys(owner))
    if (typeof owner[name] === "function" && !left.test(name)) wrap(owner, name);

syncBuiltinESMExports();
