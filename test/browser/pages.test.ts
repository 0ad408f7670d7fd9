import {readFileSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {renderHtml} from "../../src/render/html.ts";
import type {Document} from "../../src/reports/document.ts";
import {runCli, temporaryFolder, workspaceOf} from "../cli/harness.ts";
import {gateSample} from "../render/gate-sample.ts";
import {goldenFiles} from "../reports/golden-workspace.ts";
import {chromiumPath, startChromium} from "./chromium.ts";
import {hostileFiles, hostileSample} from "./hostile.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Reports by what is typed after pm-talk; each is looked at in every look. */
const reports: Record<string, string[]> = {
  overview: ["report"],
  gate: ["report", "gate", "fast-setup"],
  last: ["report", "last"],
  assumptions: ["report", "assumptions", "--explain", "--all"],
  list: ["list", "--all"],
  steps: ["steps"],
  search: ["search", "setup"],
  customers: ["customer", "list"],
  customer: ["customer", "show", "gantry"],
};

/** The concept of the small team, with a gate ahead. */
const concept = `---
name: Fast setup
segments: [enterprise, public-sector]
---

## Gates
- **G2** Build (2026-11-24)
`;

/** axe is slow, and finds in two looks what it finds in four: both widths and both grounds are among them. */
const looks = [
  {width: 1280, colorScheme: "light", axe: true},
  {width: 1280, colorScheme: "dark", axe: false},
  {width: 390, colorScheme: "light", axe: false},
  {width: 390, colorScheme: "dark", axe: true},
] as const;

async function pagesOf(files: Record<string, string>): Promise<Map<string, string>> {
  const cwd = workspaceOf({...files, "concepts/fast-setup.md": concept});
  const pages = new Map<string, string>();
  for (const [name, argv] of Object.entries(reports)) {
    const {code, stdout} = await runCli([...argv, "--format", "html"], {cwd});
    expect([0, 1], argv.join(" ")).toContain(code);
    pages.set(name, stdout);
  }
  return pages;
}

function pageOf(document: Document): string {
  return renderHtml(document, null, {linkTo: (file) => `../${file}`});
}

describe.skipIf(chromiumPath === null)("every report as a page", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
  });

  test.each([
    ["of a small team", goldenFiles, gateSample],
    ["of hostile notes", hostileFiles, hostileSample],
  ])("%s", async (_, files, sample) => {
    const pages = await pagesOf(files);
    pages.set("every block", pageOf(sample));
    const folder = temporaryFolder();
    for (const [name, html] of pages) writeFileSync(join(folder, `${name}.html`), html);
    for (const look of looks) {
      const said: string[] = [];
      const page = await browser.newPage({
        viewport: {width: look.width, height: 900},
        colorScheme: look.colorScheme,
      });
      page.on("console", (message) => said.push(message.text()));
      page.on("pageerror", (error) => said.push(error.message));
      for (const name of pages.keys()) {
        const url = pathToFileURL(join(folder, `${name}.html`)).href;
        const requests: string[] = [];
        page.on("request", (request) => requests.push(request.url()));
        await page.goto(url);
        const where = `${name} at ${String(look.width)}, ${look.colorScheme}`;
        expect(
          requests.filter((asked) => asked !== url),
          where,
        ).toEqual([]);
        expect(await widthOf(page), where).toBeLessThanOrEqual(look.width);
        if (look.axe) expect(await axeSays(page), where).toEqual([]);
        if (look === looks[0]) expect(await brokenInPrint(page), where).toEqual([]);
        page.removeAllListeners("request");
      }
      expect(said).toEqual([]);
      await page.close();
    }
  });

  test("the policy holds: what gets in is neither run nor loaded nor styled", async () => {
    const bad =
      "<script>document.title='run'</script><style>h1{color:red}</style><img src='https://a.example/x.png'>";
    const page = await browser.newPage();
    const refused: string[] = [];
    const answered: string[] = [];
    page.on("requestfailed", (request) => refused.push(request.failure()?.errorText ?? ""));
    page.on("response", (response) => answered.push(response.url()));
    const html = pageOf(gateSample).replace("<main>", `<main>${bad}`);
    await page.setContent(html);
    expect(await page.title()).toBe("Fast setup, G2 build");
    const color = await page.evaluate("getComputedStyle(document.querySelector('h1')).color");
    expect(color).not.toBe("rgb(255, 0, 0)");
    expect(refused).toEqual(["csp"]);
    expect(answered).toEqual([]);
    await page.close();
  });

  test("paper is A4, upright, and the page fits on it", async () => {
    const page = await browser.newPage({viewport: {width: 1280, height: 900}});
    await page.setContent(pageOf(gateSample));
    const pdf = (await page.pdf({preferCSSPageSize: true})).toString("latin1");
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
    await page.close();
  });
});

/** What runs in a page is text, since only there its words mean anything. */
async function widthOf(page: Page): Promise<number> {
  return Number(await page.evaluate("document.documentElement.scrollWidth"));
}

/** The rules of axe that the page breaks, each with the first element that does. */
async function axeSays(page: Page): Promise<string[]> {
  // Not as an element of the page, which its policy would refuse.
  await page.evaluate(axe);
  return await page.evaluate<string[]>(
    "axe.run().then(({violations}) => violations.map(({id, nodes}) => `${id}: ${nodes[0].html.slice(0, 200)}`))",
  );
}

/** What a page break may go through although nobody could read it then. */
async function brokenInPrint(page: Page): Promise<string[]> {
  await page.emulateMedia({media: "print"});
  const broken = await page.evaluate<string[]>(
    `[...document.querySelectorAll("tr, figure, blockquote, .boxes li")]
      .filter((element) => getComputedStyle(element).breakInside !== "avoid")
      .map((element) => element.outerHTML.slice(0, 100))`,
  );
  await page.emulateMedia({media: null});
  return broken;
}
