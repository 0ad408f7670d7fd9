/** What the operating system's error codes mean to somebody who wanted to read or save a note. */
const reasons = new Map([
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["ENOENT", "it is not there"],
  ["ENOSPC", "the disk is full"],
  ["EDQUOT", "the disk quota is used up"],
  ["EROFS", "the file system is read-only"],
  ["EIO", "the disk reports an error"],
  ["EEXIST", "it exists already"],
  ["EISDIR", "it is a folder"],
  ["ENOTDIR", "a part of its path is a file, not a folder"],
  ["ENAMETOOLONG", "the name is too long"],
  ["ELOOP", "its path runs in circles"],
  ["EMFILE", "too many files are open"],
  ["EBUSY", "it is in use"],
]);

/** The code of a file system or process error (`ENOSPC`), or null for anything else. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}

/** Why reading or writing failed, as the end of a sentence. Rethrows what is no system error: a bug. */
export function reasonOf(error: unknown): string {
  const code = errorCode(error);
  if (code === null) throw error;
  return reasons.get(code) ?? code;
}
