/** Signs that roff would read as its own, or print as another one than is to be typed. */
const escapes = new Map([
  ["\\", "\\e"],
  ["-", "\\-"],
  ["'", "\\(aq"],
  ["`", "\\(ga"],
  ["^", "\\(ha"],
  ["~", "\\(ti"],
  ['"', "\\(dq"],
]);

/** A text as roff prints it letter by letter; a line in it never begins a request. */
export function roff(text: string): string {
  return Array.from(text, (sign) => escapes.get(sign) ?? beyondAscii(sign))
    .join("")
    .replace(/^(?=\.)/gm, "\\&");
}

/** The letters of a name in bold, of what it stands for in italics. */
export function bold(text: string): string {
  return `\\fB${roff(text)}\\fR`;
}

/** The text in italics, with what roff would read as its own escaped. */
export function italic(text: string): string {
  return `\\fI${roff(text)}\\fR`;
}

/** A heading of the page, or of a part of it. */
export function heading(text: string, level: "SH" | "SS" = "SH"): string {
  return `.${level} "${roff(text)}"`;
}

/** A term with what it means, moved in. */
export function term(name: string, meaning: string): string {
  return `.TP\n${name}\n${meaning}`;
}

/** Lines that are printed as they are, moved in. */
export function verbatim(lines: readonly string[]): string {
  return [".PP", ".RS 4", ".nf", ...lines.map(roff), ".fi", ".RE"].join("\n");
}

function beyondAscii(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  return code < 128 ? sign : `\\[u${code.toString(16).toUpperCase().padStart(4, "0")}]`;
}
