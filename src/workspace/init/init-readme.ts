import {readFileSync} from "node:fs";
import {join} from "node:path";
import {type Environment, readWithGit} from "../git/run-git.ts";
import {templatesFolder} from "../templates.ts";

const byHand = `put a file into [conversations](conversations), of any name ending in \`.md\`, that begins like this:

\`\`\`markdown
---
type: interview
date: 2026-01-31
customer: Their name
team: [your-handle]
---

## What does not
- "In quotes when it is their words" #theme
\`\`\``;

const names = {interview: "interview", "sales-call": "sales call"} as const;

/**
 * The README that explains the workspace to people who open it on GitHub and never install anything;
 * `checked` says that a pull request is checked there.
 */
export async function readmeText(
  root: string,
  env: Environment,
  checked: boolean,
): Promise<string> {
  const folder = templatesFolder();
  const text = readFileSync(join(folder, "workspace", "README.md"), "utf8");
  const base = await newFileAddress(root, env);
  const add = base === null ? byHand : `${links(base, folder)}. Any file name will do.`;
  const check = checked
    ? "\n\nA check tells you in the pull request if a line cannot be read."
    : "";
  return text.replace("{{add}}", () => add + check);
}

/** One link for each built-in template, to GitHub's page for a new file with the template in it. */
function links(base: string, folder: string): string {
  return Object.entries(names)
    .map(([type, name]) => {
      const template = readFileSync(join(folder, `${type}.md`), "utf8");
      return `[${name}](${base}&value=${encode(template)})`;
    })
    .join(" · ");
}

/** Where GitHub lets one create a note in this workspace; null when it is not on GitHub. */
async function newFileAddress(root: string, env: Environment): Promise<string | null> {
  const remote = await ask(root, ["remote", "get-url", "origin"], env);
  const match =
    /^(?:https?:\/\/(?:[^@/]*@)?|(?:ssh:\/\/)?git@)github\.com[:/]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(
      remote ?? "",
    );
  if (match === null) return null;
  const [, owner = "", repository = ""] = match;
  const prefix = (await ask(root, ["rev-parse", "--show-prefix"], env)) ?? "";
  const file = encode(`${prefix}conversations/NAME.md`);
  const branch = encodeURI(await branchOf(root, env));
  return `https://github.com/${owner}/${repository}/new/${branch}?filename=${file}`;
}

/** The branch that people start from: origin's, else the current one. */
export async function branchOf(root: string, env: Environment): Promise<string> {
  const head = await ask(root, ["symbolic-ref", "--short", "refs/remotes/origin/HEAD"], env);
  if (head !== null) return head.replace(/^origin\//, "");
  return (await ask(root, ["symbolic-ref", "--short", "HEAD"], env)) ?? "main";
}

async function ask(root: string, args: string[], env: Environment): Promise<string | null> {
  const {code, stdout} = await readWithGit(root, args, env);
  return code === 0 ? stdout.replace(/\r?\n$/, "") : null;
}

/** For a link in Markdown: parentheses would end it. */
function encode(text: string): string {
  return encodeURIComponent(text)
    .replaceAll("%2F", "/")
    .replace(/[()!'*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
