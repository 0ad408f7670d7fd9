import {readFileSync} from "node:fs";
import {hostname, uptime} from "node:os";

/** The process that writes a draft, with what tells it from a later one of the same number. */
export interface DraftOwner {
  pid: number;
  host: string;
  /** Seconds that the machine had been up when the draft was written; a shorter time now is another start. */
  uptime: number;
  /** When the process began, in the system's own ticks; null where the system does not say. */
  started: string | null;
}

/** This process. */
export function thisOwner(): DraftOwner {
  const {pid} = process;
  return {pid, host: hostname(), uptime: Math.floor(uptime()), started: startOf(pid)};
}

/**
 * Whether another process that still runs here is the owner. What runs on another machine cannot be asked,
 * and counts as ended: a draft that is offered twice can be put away, one that is never offered is lost.
 */
export function runsElsewhere(owner: DraftOwner): boolean {
  const {pid, host, started} = owner;
  if (pid === process.pid || host !== hostname() || uptime() < owner.uptime) return false;
  return isAlive(pid) && (started === null || (startOf(pid) ?? started) === started);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    // Nobody has the number, or a process of somebody else, who could not have written the draft.
    return false;
  }
}

/** The 22nd field of /proc/PID/stat; the name of the program, which may hold anything, ends with `)`. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, "latin1");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}
