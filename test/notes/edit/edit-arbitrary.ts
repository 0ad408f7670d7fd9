import fc from "fast-check";

/** One key of a front matter as somebody may have typed it, and what must stay of it whatever happens. */
export interface TypedEntry {
  field: string;
  /** Its lines with their ends. */
  source: string;
  comments: string[];
}

/** A file as somebody may have typed it, in the parts that an edit has to tell apart. */
export interface TypedFile {
  head: string;
  entries: TypedEntry[];
  tail: string;
  end: string;
}

const word = fc.constantFrom(
  "ana",
  "Gantry Inc",
  "it's",
  'say "hi"',
  "株式会社アクメ",
  "a # b",
  "key: value",
  "- dash",
  "[x]",
  "2026-11-20",
  "yes",
  "12",
  "a, b",
  "Ünïcode 😀",
  "{{date}}",
  "@at",
  "back\\slash",
);

/** Values that a text field may be given. */
export const newText = fc.oneof(
  word,
  fc
    .string({unit: "grapheme", minLength: 1, maxLength: 20})
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter((text) => text !== "" && !text.includes("\0") && text.isWellFormed()),
);

const single = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const isPlain = (text: string): boolean => /^[A-Za-zÀ-ž㐀-鿿゠-ヿ][\p{L} '"]*$/u.test(text);
const scalar = fc
  .tuple(word, fc.constantFrom("plain", "single", "double"))
  .map(([text, style]) =>
    style === "double"
      ? JSON.stringify(text)
      : style === "single" || !isPlain(text) || text === "yes"
        ? single(text)
        : text,
  );
const spaces = fc.constantFrom(" ", " ", "  ", "    ");
const remark = fc.constantFrom("", "", "  # why: [a, b]", " #");
const remarkLine = fc.constantFrom("", "", "# of its own", "  # further in");

/** A value on one line, or on several. */
const oneLine = fc.tuple(spaces, scalar, remark).map(([gap, text, note]) => ({
  lines: [`${gap}${text}${note}`],
  comments: [note.trim()],
}));
const nothing = fc.tuple(fc.constantFrom("", " ", " ~"), remark).map(([gap, note]) => ({
  lines: [gap + (note === "" ? "" : note)],
  comments: [note.trim()],
}));
const block = fc
  .tuple(
    fc.constantFrom("|", ">", "|-", ">+", "|2"),
    remark,
    fc.array(fc.constantFrom("two of five", "# no comment", "", "  deeper", "- x"), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([sign, note, content]) => ({
    lines: [
      ` ${sign}${note}`,
      "  first",
      ...content.map((line) => (line === "" ? "" : `  ${line}`)),
    ],
    comments: [note.trim()],
  }));
const brackets = fc
  .tuple(spaces, fc.array(scalar, {maxLength: 4}), fc.constantFrom(",", ", ", " ,  "), remark)
  .map(([gap, items, comma, note]) => ({
    lines: [`${gap}[${items.join(comma)}]${note}`],
    comments: [note.trim()],
  }));
const bracketLines = fc
  .tuple(fc.array(fc.tuple(scalar, remark), {minLength: 1, maxLength: 3}), fc.boolean())
  .map(([items, trailing]) => ({
    lines: [
      " [",
      ...items.map(
        ([text, note], index) =>
          `  ${text}${index < items.length - 1 || trailing ? "," : ""}${note}`,
      ),
      " ]",
    ],
    comments: items.map(([, note]) => note.trim()),
  }));
const bullets = fc
  .tuple(
    remark,
    fc.constantFrom("", "  ", "    "),
    fc.array(fc.tuple(spaces, scalar, remark, remarkLine), {minLength: 1, maxLength: 4}),
  )
  .map(([note, indent, items]) => ({
    lines: [
      note,
      ...items.flatMap(([gap, text, own, line]) => [
        `${indent}-${gap}${text}${own}`,
        ...(line === "" ? [] : [line]),
      ]),
    ],
    comments: [note, ...items.flatMap(([, , own, line]) => [own, line])].map((one) => one.trim()),
  }));

/** The fields that random files have, each of a kind of value. */
export const textFields = ["name", "segment", "owner", "reason", "introduced"] as const;
export const listFields = ["aliases"] as const;
const unknown = ["myKey", "x-ray", "Notes"];

const entry = (field: string): fc.Arbitrary<{field: string; lines: string[]; comments: string[]}> =>
  (unknown.includes(field)
    ? fc.oneof(oneLine, nothing, block, brackets, bullets, bracketLines)
    : field === "aliases"
      ? fc.oneof(oneLine, nothing, brackets, bullets, bracketLines)
      : fc.oneof(oneLine, oneLine, nothing, block)
  ).map((value) => ({field, ...value}));

/** A customer's file with some fields and unknown keys in any order, in any style, with any line ends. */
export const typedFile: fc.Arbitrary<TypedFile> = fc
  .tuple(
    fc.shuffledSubarray([...textFields, ...listFields, ...unknown]),
    fc.constantFrom("\n", "\r\n"),
    fc.constantFrom("", "\uFEFF"),
    fc.constantFrom("---", "---yaml", "--- "),
    fc.constantFrom("", "\n\n## People\n* **tom** Tom (buyer)\n", "\nno end", "\n"),
  )
  .chain(([fields, end, mark, fence, body]) =>
    fc
      .tuple(fc.tuple(...fields.map(entry)), fc.tuple(...fields.map(() => remarkLine)))
      .map(([typed, remarks]) => ({
        head: `${mark}${fence}${end}`,
        entries: typed.map(({field, lines, comments}, index) => {
          const [first = "", ...rest] = lines;
          const before = index === 0 ? "" : (remarks[index] ?? "");
          const all = [...(before === "" ? [] : [before.trim()]), `${field}:${first}`, ...rest];
          return {
            field,
            source: all.map((line) => line + end).join(""),
            comments: [before.trim(), ...comments].filter((one) => one !== ""),
          };
        }),
        tail: `---${body.replaceAll("\n", end)}`,
        end,
      })),
  );

export function textOf({head, entries, tail}: TypedFile): string {
  return head + entries.map(({source}) => source).join("") + tail;
}
