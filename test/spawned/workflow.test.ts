import {chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {parse} from "yaml";
import {readDemo} from "../../src/workspace/demo.ts";
import {templatesFolder} from "../../src/workspace/templates.ts";
import {runCli} from "../cli/harness.ts";
import {folderOf, writeAll} from "../workspace/folder.ts";
import {type Repository, repositoryOf} from "../workspace/git/repository.ts";
import {bin, start, temporaryFolder} from "./program.ts";

interface Workflow {
  name: string;
  on: {pull_request: {paths: string[]}; push: {branches: string[]; paths: string[]}};
  permissions: Record<string, string>;
  defaults: {run: {shell: string; "working-directory": string}};
  jobs: Record<string, {permissions?: Record<string, string>; steps: Step[]}>;
}

interface Step {
  name?: string;
  run?: string;
  "working-directory"?: string;
}

/** The sample workspace in a folder of a repository that has an origin, and the workflow that init gives it. */
async function sample(
  below: string,
): Promise<Repository & {workspace: string; workflow: Workflow}> {
  const files = readDemo("2026-11-20", templatesFolder());
  const repository = repositoryOf(
    Object.fromEntries(files.map(({path, text}) => [join(below, path), text])),
  );
  const {root, git} = repository;
  const origin = folderOf({});
  git("init", "--quiet", "--bare", origin);
  git("remote", "add", "origin", origin);
  git("push", "--quiet", "--set-upstream", "origin", "HEAD");
  const workspace = join(root, below);
  await runCli(["init", "--ci", "github"], {cwd: workspace});
  const text = readFileSync(join(root, ".github/workflows/pm-talk.yml"), "utf8");
  return {...repository, workspace, workflow: parse(text) as Workflow};
}

/** Runs the commands of a job, as GitHub does, up to the first that fails; but for installing pm-talk. */
async function runJob(
  {root, env, workflow}: Awaited<ReturnType<typeof sample>>,
  job: string,
): Promise<{failed: string | null; stdout: string; summary: string}> {
  const temporary = temporaryFolder();
  const program = join(temporary, "pm-talk");
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`);
  chmodSync(program, 0o755);
  const summary = join(temporary, "summary.md");
  writeFileSync(summary, "");
  let stdout = "";
  for (const step of workflow.jobs[job]?.steps ?? []) {
    if (step.run === undefined || step.name === "Install pm-talk") continue;
    const script = join(temporary, "step.sh");
    writeFileSync(script, step.run);
    const ran = await start("bash", ["--noprofile", "--norc", "-eo", "pipefail", script], {
      cwd: join(root, workflow.defaults.run["working-directory"]),
      env: {
        ...(env as Record<string, string>),
        PATH: `${temporary}:${process.env["PATH"] ?? ""}`,
        RUNNER_TEMP: temporary,
        GITHUB_STEP_SUMMARY: summary,
      },
    });
    stdout += ran.stdout.toString("utf8");
    if (ran.code !== 0)
      return {failed: step.name ?? "", stdout, summary: readFileSync(summary, "utf8")};
  }
  return {failed: null, stdout, summary: readFileSync(summary, "utf8")};
}

test("watches the notes of its workspace, and may write nothing but the reports", async () => {
  const {workflow, root, workspace} = await sample("our [notes]");
  expect(workflow.on.pull_request.paths).toEqual([
    "our \\[notes\\]/pm-talk.yml",
    "our \\[notes\\]/conversations/**",
    "our \\[notes\\]/customers/**",
    "our \\[notes\\]/assumptions/**",
    "our \\[notes\\]/concepts/**",
    "our \\[notes\\]/decisions/**",
    "our \\[notes\\]/transcripts/**",
    ".github/workflows/pm-talk.yml",
  ]);
  expect(workflow.on.push).toEqual({branches: ["main"], paths: workflow.on.pull_request.paths});
  expect(workflow.defaults.run).toEqual({shell: "bash", "working-directory": "our [notes]"});
  expect(workflow.permissions).toEqual({contents: "read"});
  expect(Object.entries(workflow.jobs).map(([name, {permissions}]) => [name, permissions])).toEqual(
    [
      ["check", undefined],
      ["gate", undefined],
      ["reports", {contents: "write"}],
    ],
  );

  // Another workspace of the repository gets one of its own, and what is there is left.
  const other = join(root, "second");
  mkdirSync(other);
  const second = await runCli(["init", "--ci", "github"], {cwd: other});
  expect(second.stdout).toContain("wrote    ../.github/workflows/pm-talk-second.yml\n");
  const again = await runCli(["init", "--ci", "github"], {cwd: workspace});
  expect(again).toMatchObject({code: 0, stderr: ""});
  expect(again.stdout).toContain("left     ../.github/workflows/pm-talk.yml\n");
});

test("leaves a workflow of somebody else, and wants a repository", async () => {
  const {root} = repositoryOf({".github/workflows/pm-talk.yml": "on: push\n"});
  const ran = await runCli(["init", "--ci", "github"], {cwd: root});
  expect(ran.stdout).toContain("left     .github/workflows/pm-talk.yml\n");
  expect(ran.stderr).toContain(
    ".github/workflows/pm-talk.yml is not ours, so it was left as it is. Rename it, and run this again.\n",
  );
  expect(readFileSync(join(root, ".github/workflows/pm-talk.yml"), "utf8")).toBe("on: push\n");
  const cwd = temporaryFolder();
  const none = await runCli(["init", "--ci", "github"], {cwd});
  expect(none).toMatchObject({code: 2, stdout: ""});
  expect(none.stderr).toMatch(
    /^No place for a workflow: .+\n {2}Without a workflow: {2}pm-talk init\n$/,
  );
  expect(existsSync(join(cwd, "pm-talk.yml"))).toBe(false);
  expect(await runCli(["init", "--ci", "gitlab"], {cwd})).toMatchObject({
    code: 2,
    stderr:
      "--ci gitlab: pm-talk has a workflow for github only.\n  Elsewhere:  pm-talk check  and  pm-talk gate --due 14d  say by their exit code what holds.\n",
  });
});

test("says where to write what is to be installed, and hands it to npm as it is", async () => {
  const {workflow, root} = await sample("");
  const {run = ""} =
    workflow.jobs["check"]?.steps.find(({name}) => name === "Install pm-talk") ?? {};
  const npm = folderOf({npm: '#!/bin/sh\nprintf "<%s>" "$@"\n'});
  chmodSync(join(npm, "npm"), 0o755);
  const install = (what: string) =>
    start("bash", ["-eo", "pipefail", "-c", run], {
      cwd: root,
      env: {PATH: `${npm}:${process.env["PATH"] ?? ""}`, PM_TALK: what},
    });
  const empty = await install("");
  expect(empty.code).not.toBe(0);
  expect(empty.stderr).toContain(
    "PM_TALK: is empty. Say in .github/workflows/pm-talk.yml what npm is to install as pm-talk",
  );
  const given = await install("git+https://example.com/a b.git#v1");
  expect(given.stdout.toString("utf8")).toBe(
    "<install><--global><git+https://example.com/a b.git#v1>",
  );
});

test("marks each fault of a pull request at its line, and lets a good one pass", async () => {
  const repository = await sample("insights");
  const good = await runJob(repository, "check");
  expect(good.failed).toBeNull();
  expect(good.stdout).not.toContain("::error");
  expect(good.summary).toMatch(/^# Overview\n/);
  writeAll(repository.workspace, {
    "conversations/a,b.md":
      "---\ntype: interview\ndate: 2026-11-19\ncustomer: gantry\nteam: [ana]\n---\n\n## Evidence\n- **Against** [[mobile-first]] (told, 100%): x\n",
    "customers/x.md": "::add-mask::y\n",
  });
  const bad = await runJob(repository, "check");
  expect(bad.failed).toBe("Check the notes");
  expect(bad.stdout).toContain(
    '::error file=insights/conversations/a%2Cb.md,line=9,col=33,title=evidence-kind::"told" is not a kind of evidence',
  );
  expect(bad.stdout.match(/^\s*::(?!error |warning )/m)).toBeNull();
});

test("tells a pm-talk.yml that cannot be read in one line", async () => {
  const repository = await sample("");
  writeAll(repository.root, {"pm-talk.yml": "version: 1\nteem: []\n"});
  const bad = await runJob(repository, "check");
  expect(bad.failed).toBe("Check the notes");
  expect(bad.stdout).toMatch(/^::error::pm-talk\.yml:2:1 .*\n$/);
});

test("holds a gate that is near and not ready, and shows why", async () => {
  const repository = await sample("");
  const held = await runJob(repository, "gate");
  expect(held.failed).toBe("Hold the gates of the next two weeks");
  expect(held.summary).toContain("\n# Fast setup, G2 build\n");
  const concept = join(repository.root, "concepts/fast-setup.md");
  const text = readFileSync(concept, "utf8");
  writeFileSync(concept, text.replace("(2026-11-24", "(2026-12-24"));
  expect((await runJob(repository, "gate")).failed).toBeNull();
});

test("commits the reports when there is something new to read, and only them", async () => {
  const repository = await sample("insights");
  const {root, git} = repository;
  git("add", ".github");
  git("commit", "--quiet", "-m", "workflow");
  git("push", "--quiet");
  writeAll(root, {"insights/not-ours.txt": "x", "staged.txt": "x"});
  git("add", "staged.txt");
  expect((await runJob(repository, "reports")).failed).toBeNull();
  const log = (): string => git("log", "--format=%an: %s", "origin/main", "-1").trim();
  expect(log()).toBe("github-actions[bot]: Reports on customer conversations [skip ci]");
  const changed = git("show", "--name-only", "--format=", "origin/main").trim().split("\n");
  expect(changed.length).toBeGreaterThan(10);
  expect(changed.filter((path) => !path.startsWith("insights/reports/"))).toEqual([]);
  const before = git("rev-parse", "origin/main");
  expect((await runJob(repository, "reports")).failed).toBeNull();
  expect(git("rev-parse", "origin/main")).toBe(before);
});
