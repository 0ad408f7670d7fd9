/** The word as a POSIX shell reads it back: in single quotes where it holds more than plain signs. */
export function quote(word: string): string {
  if (/^[\p{L}\p{N}_@%+=:,./-]+$/u.test(word)) return word;
  return `'${word.replaceAll("'", "'\\''")}'`;
}
