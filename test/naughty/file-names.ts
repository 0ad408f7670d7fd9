import {expect} from "vitest";

/** Fails for a file name that Windows, macOS or Linux could not hold, or would hold under another name. */
export function safeEverywhere(name: string): void {
  expect(name).not.toMatch(/[\0-\x1f\x7f"*/:<>?\\|]/);
  expect(name).not.toMatch(/^[ .]|[ .]$/);
  expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\.|$)/i);
  expect(name).toBe(name.normalize("NFC"));
  const stem = name.replace(/\.md$/, "");
  expect(Buffer.byteLength(stem)).toBeLessThanOrEqual(200);
  expect(stem).not.toBe("");
}
