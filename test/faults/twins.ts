/**
 * What a fault costs is shown by a twin: the same file without what the fault leaves out. The reports on
 * both must say the same. A whole line is taken out, but where only a part of one is left out.
 */
const partOfLine: Record<string, [faulty: string, left: string]> = {
  "contacts-a-number.conversation": ["[jane-doe, 7]", "[jane-doe]"],
  "consent-unknown.conversation": ["[internal, everyone]", "[internal]"],
  "observers-not-text.conversation": ["[eva, 7]", "[eva]"],
  "segments-a-number.assumption": ["[smb, 2]", "[smb]"],
  "aliases-not-text.assumption": ["[old-id, 7]", "[old-id]"],
  "believers-not-text.assumption": ["[ana, 7]", "[ana]"],
  "concepts-not-text.assumption": ["[fast-setup, 7]", "[fast-setup]"],
  "by-not-text.decision": ["[ana, 7]", "[ana]"],
  "assumptions-not-text.decision": ["[setup, 7]", "[setup]"],
};

/** A wrong value that is null, where an absent one has a default. */
export const nullNotDefault = ["decision-status-unknown.decision"];

/** The file as it is read: without the line, or the part of it, that does not count. */
export function twinOf(name: string, text: string, line: number): string {
  const part = partOfLine[name];
  if (part !== undefined) {
    if (!text.includes(part[0])) throw new Error(`${name} does not hold ${part[0]}`);
    return text.replace(part[0], part[1]);
  }
  return text
    .split("\n")
    .filter((_, index) => index !== line - 1)
    .join("\n");
}

/** Data without line numbers, which a missing line moves. */
export function withoutLines(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutLines);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "line")
      .map(([key, inner]) => [key, withoutLines(inner)]),
  );
}
