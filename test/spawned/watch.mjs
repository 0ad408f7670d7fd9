// Loaded before the program: notes which files it opens, which folders it lists, and every connection it
// tries. The list is written at exit to the file named in PM_TALK_WATCH.
import childProcess from "node:child_process";
import dgram from "node:dgram";
import dns from "node:dns";
import fs from "node:fs";
import {syncBuiltinESMExports} from "node:module";
import net from "node:net";
import {fileURLToPath} from "node:url";

const seen = {reads: [], connections: [], programs: []};
const {writeFileSync} = fs;

const pathOf = (given) =>
  given instanceof URL ? fileURLToPath(given) : Buffer.isBuffer(given) ? given.toString() : given;

function watch(owner, name, note) {
  const original = owner[name];
  if (typeof original !== "function") throw new Error(`there is no ${name} to watch`);
  owner[name] = function (...args) {
    note(...args);
    return original.apply(this, args);
  };
}

const reading = ["open", "openSync", "readFile", "readFileSync", "readdir", "readdirSync"];
for (const name of [...reading, "opendir", "opendirSync", "createReadStream", "readlinkSync"])
  watch(fs, name, (path) => typeof path === "number" || seen.reads.push(pathOf(path)));
for (const name of ["open", "readFile", "readdir", "opendir", "readlink"])
  watch(fs.promises, name, (path) => typeof path === "object" || seen.reads.push(pathOf(path)));

// http, https, tls and fetch all end in a socket that connects or a name that is looked up.
watch(net.Socket.prototype, "connect", (...args) =>
  seen.connections.push(`connect ${JSON.stringify(args[0])}`),
);
watch(net.Server.prototype, "listen", () => seen.connections.push("listen"));
watch(dgram, "createSocket", () => seen.connections.push("datagram"));
watch(dns, "lookup", (name) => seen.connections.push(`lookup ${name}`));
watch(globalThis, "fetch", (address) => seen.connections.push(`fetch ${address}`));

for (const name of ["spawn", "spawnSync", "execFile", "execFileSync", "exec", "execSync"])
  watch(childProcess, name, (command) => seen.programs.push(command));

syncBuiltinESMExports();
process.on("exit", () => writeFileSync(process.env.PM_TALK_WATCH, JSON.stringify(seen)));
