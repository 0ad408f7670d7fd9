import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {demoWorkspace} from "../demo-workspace.ts";
import {runCli} from "../harness.ts";
import type {Answer} from "../scripted-prompter.ts";

const wizard = "The setup wizard, at the second permission screen #setup";
const help = '"He opened the help page four times, I counted"';
const salesCall: Answer[] = [
  ["Customer?", "gan"],
  ["What was it?", "Sales call"],
  ["Who was there?", ["Tom Berg", "you", "Farid"]],
  ["About which concept?", "Fast setup"],
  ["What made them lean in?", ['"Can I send that to the board tonight?"']],
  ["What made them tune out or object?", [wizard, help]],
  ["What has to change", ["Somebody other than IT must be able to approve it"]],
  ["What surprised you?", []],
  ["Did any of it test one of these?", ["New customers finish", "Another one"]],
  ["Which one?", "single sign-on"],
  ["Their words?", '"He opened'],
  ["For or against?", "Against"],
  ["How do you know?  (against)", "I saw it fail"],
  ["Their words?", "Type them"],
  ["Their words?", '"We dropped the last tool over its sign-on surcharge" #pricing'],
  ["For or against?", "Against"],
  ["How do you know?  (against)", "They told of a time"],
  ["What did you ask them for?", "A paid pilot in January"],
  ["That is their", "money"],
  ["They said", "no"],
  ["Because?", "not before the audit in March"],
  ["What did you promise them?", ""],
  ["Next step?", "Send the one-page pilot plan"],
  ["Who, by when?", "me, thursday"],
  ["Save it?", "Save"],
];

test("a sales call", async () => {
  const cwd = demoWorkspace();
  const ran = await runCli(["log"], {cwd, today: "2026-11-20", answers: salesCall});
  console.log(ran.said.join("\n"));
  console.log(ran.printed);
  const path = /Saved (\S+)/.exec(ran.printed)?.[1] ?? "";
  console.log(readFileSync(join(cwd, path), "utf8"));
  expect(ran.code).toBe(0);
});
