import type {Span, Spans, Tone} from "../reports/document.ts";
import {quoted} from "./pieces.ts";

const words: Record<Tone, string> = {
  good: "Good",
  bad: "Attention",
  warn: "Note",
  neutral: "Note",
};

/** The word for its tone that a callout begins with; null where it shouts by itself: "A NEWER NOTE …". */
export function calloutWord(tone: Tone, text: string): string | null {
  return /^[A-Z]+ [A-Z]{2,}/.test(text) ? null : words[tone];
}

/** The spans without any look: for names of things that can only be text. */
export function plainText(spans: Spans): string {
  return (Array.isArray(spans) ? spans : [spans]).map(plainSpan).join("");
}

function plainSpan(span: Span): string {
  if (typeof span === "string") return span;
  if (span.role === "marks" || span.role === "legend") return "";
  return span.role === "quote" ? quoted(span.text) : span.text;
}
