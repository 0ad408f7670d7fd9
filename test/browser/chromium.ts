import {existsSync} from "node:fs";
import {chromium, type Browser} from "playwright-core";

const places = [
  process.env["CHROMIUM"] ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser of this machine; null where there is none, and then the tests of pages say so and are skipped. */
export const chromiumPath = places.find((path) => path !== "" && existsSync(path)) ?? null;

if (chromiumPath === null) {
  console.warn(
    "Pages are not looked at: no Chromium here. Name one:  CHROMIUM=/path npx vitest run",
  );
}

/** Starts it so that it asks nobody for anything by itself. */
export async function startChromium(): Promise<Browser> {
  return await chromium.launch({
    executablePath: chromiumPath ?? "",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}
