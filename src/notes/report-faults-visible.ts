/** Line ends, escapes, bidirectional overrides, zero-width signs, tag characters and half characters. */
const hidden =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\ud800-\udfff]|\u200d(?!\p{Extended_Pictographic})/gu;

/** The text with everything that is not seen, or moves what is, written as an escape such as `\x1b`. */
export function visible(text: string): string {
  return text.replace(hidden, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    if (code === 0x09) return "\\t";
    if (code <= 0xff) return `\\x${code.toString(16).padStart(2, "0")}`;
    return code <= 0xffff
      ? `\\u${code.toString(16).padStart(4, "0")}`
      : `\\u{${code.toString(16)}}`;
  });
}
