import {readdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {editByHand} from "../../../src/cli/edit/edit-by-hand.ts";
import {openEditor} from "../../../src/cli/editor.ts";
import {workspaceOf} from "../harness.ts";
import {cancel} from "../scripted-prompter.ts";
import {editorThat, input, openedAt, personAt} from "./world.ts";

const file = "customers/gantry.md";
const fine = "---\nname: Gantry\nsegment: smb\n---\n";

test("the editor takes arguments and quotes, and gets the path whole", async () => {
  const root = workspaceOf({"customers/Müller & Söhne (alt).md": fine});
  const path = join(root, "customers/Müller & Söhne (alt).md");
  const editor = editorThat('[ "$1" = --wait ] && [ $# = 2 ] && printf "%s" "$2" > "$2"');
  await openEditor(path, personAt(root, editor).context);
  expect(readFileSync(path, "utf8")).toBe(path);
});

test("git's own choice of editor comes first, then VISUAL, but not in a dumb terminal", async () => {
  const root = workspaceOf({[file]: fine});
  const path = join(root, file);
  const writes = (word: string) => editorThat(`printf ${word} > "$2"`);
  const env = {GIT_EDITOR: writes("git"), VISUAL: writes("visual"), TERM: "xterm"};
  const opened: string[] = [];
  for (const change of [{}, {GIT_EDITOR: ""}, {GIT_EDITOR: "", TERM: "dumb"}]) {
    await openEditor(path, personAt(root, writes("editor"), [], {...env, ...change}).context);
    opened.push(readFileSync(path, "utf8"));
  }
  expect(opened).toEqual(["git", "visual", "editor"]);
});

test("an editor that is not there or fails is named, and the file stays as it is", async () => {
  const root = workspaceOf({[file]: fine});
  const path = join(root, file);
  await expect(openEditor(path, personAt(root, "no-such-editor -w").context)).rejects.toMatchObject(
    {
      code: "not-written",
      message: `There is no editor "no-such-editor -w" to open ${path} with.`,
      hint: "Another one, this time:  EDITOR=nano pm-talk ...",
    },
  );
  const fails = editorThat('echo "name: half" > "$2"; exit 3');
  await expect(openEditor(path, personAt(root, fails).context)).rejects.toMatchObject({
    code: "not-written",
    message: `The editor "${fails}" ended with code 3; ${path} is as it left it.`,
  });
  expect(readFileSync(path, "utf8")).toBe("name: half\n");
});

test("a file that is right afterwards is saved, one that is not touched is unchanged", async () => {
  const root = workspaceOf({[file]: fine});
  const saves = personAt(
    root,
    editorThat(
      'printf "stage: trial\\n" > "$2.x"; sed "2r $2.x" "$2" > "$2.y"; cat "$2.y" > "$2"; rm "$2".?',
    ),
  );
  expect(await editByHand(file, await openedAt(root), input, saves.context)).toBe(0);
  expect(saves.printed()).toBe(`Saved ${file}\n`);
  expect(readFileSync(join(root, file), "utf8")).toContain("\nstage: trial\n");
  const looks = personAt(root, editorThat("true"));
  expect(await editByHand(file, await openedAt(root), input, looks.context)).toBe(0);
  expect(looks.printed()).toBe(`Unchanged: ${file}\n`);
});

test("a broken file is shown and offered again until it is right", async () => {
  const root = workspaceOf({[file]: fine});
  const twice = editorThat(
    'if grep -q nmae "$2"; then printf -- "---\\nname: Gantry Ltd\\n---\\n" > "$2"; else printf -- "---\\nnmae: Gantry\\n---\\n" > "$2"; fi',
  );
  const person = personAt(root, twice, [["What now?", "Open it again"]]);
  expect(await editByHand(file, await openedAt(root), input, person.context)).toBe(0);
  expect(person.printed()).toContain(`${file}:1:1 error name-missing`);
  expect(person.printed()).toMatch(/Saved customers\/gantry\.md\n$/);
  expect(person.prompter.closed).toBe(true);
});

test("left broken it is kept and named; put back, what was typed is kept elsewhere", async () => {
  const root = workspaceOf({[file]: fine});
  const breaks = editorThat('echo oops > "$2"');
  const leaves = personAt(root, breaks, [["What now?", "Leave it"]]);
  const opened = await openedAt(root);
  expect(await editByHand(file, opened, input, leaves.context)).toBe(1);
  expect(leaves.printed()).toMatch(/Left as it is: customers\/gantry\.md\n$/);
  writeFileSync(join(root, file), fine);
  const regrets = personAt(root, breaks, [["What now?", "Put back"]]);
  expect(await editByHand(file, opened, input, regrets.context)).toBe(0);
  expect(readFileSync(join(root, file), "utf8")).toBe(fine);
  const folder = join(regrets.state, "pm-talk/texts");
  const [kept = ""] = readdirSync(folder);
  expect(regrets.printed()).toContain(`What you typed is kept in ${join(folder, kept)}\n`);
  expect(readFileSync(join(folder, kept), "utf8")).toBe("oops\n");
  expect(statSync(join(folder, kept)).mode & 0o777).toBe(0o600);
});

test("a file that was broken before has nothing to be put back; a deleted one has", async () => {
  const root = workspaceOf({[file]: "nothing\n"});
  const breaks = personAt(root, editorThat('echo oops > "$2"'), [["What now?", cancel]]);
  await expect(editByHand(file, await openedAt(root), input, breaks.context)).rejects.toMatchObject(
    {code: "cancelled", hint: `${file} stays as it is now.`},
  );
  writeFileSync(join(root, file), fine);
  const deletes = personAt(root, editorThat('rm "$2"'), [["What now?", "Put back"]]);
  expect(await editByHand(file, await openedAt(root), input, deletes.context)).toBe(0);
  expect(deletes.printed()).toContain(`${file} is not there any more.\n`);
  expect(readFileSync(join(root, file), "utf8")).toBe(fine);
});

test("without a terminal no editor opens", async () => {
  const root = workspaceOf({[file]: fine});
  const person = personAt(root, editorThat('echo oops > "$2"'));
  const pipe = {...person.context, stdoutIsTTY: false};
  await expect(editByHand(file, await openedAt(root), input, pipe)).rejects.toMatchObject({
    code: "usage",
    message: `Nothing changed: no terminal to open ${file} in.`,
    hint: "pm-talk edit gantry --set FIELD=VALUE",
  });
});
