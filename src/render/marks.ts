import type {Mark} from "../reports/document.ts";

const signs: Record<Mark, {unicode: string; ascii: string}> = {
  did: {unicode: "■", ascii: "#"},
  told: {unicode: "□", ascii: "o"},
  thinks: {unicode: "·", ascii: "."},
};

/** More customers than this on one side are counted, `12■ 3□`, instead of drawn one by one. */
const drawn = 12;

/** The marks of one side in reading order; `marks` lists the strongest first, which stands next to the line. */
export function sideOf(marks: readonly Mark[], side: "against" | "for", unicode: boolean): string {
  const groups =
    marks.length > drawn
      ? countedMarks(marks, unicode)
      : marks.map((mark) => signOf(mark, unicode));
  return (side === "against" ? groups.reverse() : groups).join("");
}

/** `■ did  □ told  · thinks`, in the signs of the screen. */
export function legendOf(unicode: boolean): string {
  const marks: Mark[] = ["did", "told", "thinks"];
  return marks.map((mark) => `${signOf(mark, unicode)} ${mark}`).join("  ");
}

function signOf(mark: Mark, unicode: boolean): string {
  return unicode ? signs[mark].unicode : signs[mark].ascii;
}

function countedMarks(marks: readonly Mark[], unicode: boolean): string[] {
  const counts = new Map<Mark, number>();
  for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  return [...counts].map(([mark, n]) => `${String(n)}${signOf(mark, unicode)}`);
}
