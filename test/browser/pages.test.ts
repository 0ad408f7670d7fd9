import {readFileSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {renderHtml} from "../../src/render/html.ts";
import type {Document} from "../../src/reports/document.ts";
import {temporaryFolder} from "../cli/harness.ts";
import {gateSample} from "../render/gate-sample.ts";
import {chromiumPath, startChromium} from "./chromium.ts";
import {hostileFiles, hostileSample} from "./hostile.ts";
import {pageFiles, pagesOf} from "./page-workspace.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const looks = [
  {width: 1280, colorScheme: "light"},
  {width: 1280, colorScheme: "dark"},
  {width: 390, colorScheme: "light"},
  {width: 390, colorScheme: "dark"},
] as const;

function pageOf(document: Document): string {
  return renderHtml(document, null, {linkTo: (file) => `../${file}`});
}

describe.skipIf(chromiumPath === null)("the page of every command", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
  });

  test.each([
    ["of a small team", pageFiles, gateSample],
    ["of hostile notes", hostileFiles, hostileSample],
  ])(
    "%s",
    async (_, files, sample) => {
      const pages = await pagesOf(files);
      pages.set("every block", pageOf(sample));
      const folder = temporaryFolder();
      const page = await browser.newPage();
      const said: string[] = [];
      const requests: string[] = [];
      page.on("console", (message) => said.push(message.text()));
      page.on("pageerror", (error) => said.push(error.message));
      page.on("request", (request) => requests.push(request.url()));
      for (const [name, html] of pages) {
        const path = join(folder, `${name}.html`);
        writeFileSync(path, html);
        // Loaded once, and then looked at in every look: a page without script has no other way to change.
        await page.goto(pathToFileURL(path).href);
        await page.evaluate(axe);
        for (const look of looks) expect(await seenIn(page, look), name).toEqual([]);
        expect(await brokenInPrint(page), name).toEqual([]);
      }
      expect(requests).toHaveLength(pages.size);
      expect(said).toEqual([]);
      await page.close();
    },
    300_000,
  );

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

  test("marks are not drawn over words, however many: on a screen, a phone and paper", async () => {
    const page = await browser.newPage();
    await page.setContent(pageOf(manyMarks));
    for (const width of [1280, 390]) {
      await page.setViewportSize({width, height: 900});
      expect(await page.evaluate(drawnOver), String(width)).toBe(0);
    }
    await page.setViewportSize({width: 680, height: 900});
    await page.emulateMedia({media: "print"});
    expect(await page.evaluate(drawnOver), "paper").toBe(0);
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

const marks = (n: number, ageing = false) =>
  Array.from({length: n}, () => ({mark: "told" as const, ageing}));

/** As many marks as are drawn one by one, and as many kinds of them as are counted. */
const manyMarks: Document = {
  title: "Marks",
  blocks: [
    {
      block: "paragraph",
      text: [
        {role: "marks", against: marks(8).map(({mark}) => mark), for: ["did"]},
        {role: "status", text: "VALIDATED", tone: "good"},
      ],
    },
    {
      block: "chart",
      title: "Beliefs",
      chart: {
        kind: "beliefs",
        rows: [[...marks(20), ...marks(10, true)], marks(8), marks(1)].map((all) => ({
          label: "A belief",
          against: all,
          for: all,
          status: "contested",
          tone: "warn" as const,
          note: "was contested at G1; the noes weigh too much",
        })),
      },
      table: {block: "table", columns: [], rows: [], more: null},
    },
  ],
};

/** The words beside marks that those are drawn over. */
const drawnOver = `[...document.querySelectorAll(".sides svg")].filter((svg) => {
  const drawn = svg.getBoundingClientRect();
  const words = svg.parentElement.nextElementSibling.getBoundingClientRect();
  return drawn.right > words.left && drawn.bottom > words.top + 1;
}).length`;

/** What is wrong with the page in one look: that it is wider than the screen, and the rules of axe it breaks. */
async function seenIn(page: Page, {width, colorScheme}: (typeof looks)[number]): Promise<string[]> {
  await page.setViewportSize({width, height: 900});
  await page.emulateMedia({colorScheme});
  const wide = Number(await page.evaluate("document.documentElement.scrollWidth"));
  const broken = await axeSays(page);
  const all = wide > width ? [`${String(wide)} pixels wide`, ...broken] : broken;
  return all.map((fault) => `${String(width)}, ${colorScheme}: ${fault}`);
}

/** The rules that the page breaks, each with the first element that does. */
async function axeSays(page: Page): Promise<string[]> {
  // What runs in a page is text, since only there its words mean anything.
  return await page.evaluate<string[]>(
    `axe.run(document, {resultTypes: ["violations"]}).then(({violations}) =>
      violations.map(({id, nodes}) => \`\${id}: \${nodes[0].html.slice(0, 200)}\`))`,
  );
}

/** What a page break may go through although nobody could read it then. */
async function brokenInPrint(page: Page): Promise<string[]> {
  await page.emulateMedia({media: "print"});
  const without = async (selector: string, property: string): Promise<string[]> =>
    await page.evaluate<string[]>(
      `[...document.querySelectorAll("${selector}")]
        .filter((element) => getComputedStyle(element).${property} !== "avoid")
        .map((element) => element.outerHTML.slice(0, 100))`,
    );
  const broken = [
    ...(await without("tr, figure, blockquote, .boxes li", "breakInside")),
    // The head of a table does not stay behind, nor is what was left off said on a page of its own.
    ...(await without("tbody tr:first-child, .more", "breakBefore")),
  ];
  await page.emulateMedia({media: null});
  return broken;
}
