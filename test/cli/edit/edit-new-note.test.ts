import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {editNewNote} from "../../../src/cli/edit/edit-new-note.ts";
import type {Diagnostic} from "../../../src/core/diagnostics.ts";
import {temporaryFolder} from "../harness.ts";
import {editorThat, personAt, type Person} from "./world.ts";

const refuseOops = (text: string): Diagnostic[] =>
  text.includes("oops")
    ? [
        {
          file: "note.md",
          line: 1,
          column: 1,
          severity: "error",
          code: "fence-open",
          message: "line 1 must be ---",
          hint: null,
          dropped: "file",
          excerpt: null,
        },
      ]
    : [];

const keptBy = ({state}: Person): string[] => {
  const folder = join(state, "pm-talk/texts");
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
};

test("the text comes back as the editor left it, and is kept until it is saved", async () => {
  const person = personAt(temporaryFolder(), editorThat('echo "with more" >> "$2"'));
  const {text, path, drop} = await editNewNote("a note\n", "gantry.md", () => [], person.context);
  expect(text).toBe("a note\nwith more\n");
  expect(path.endsWith("-gantry.md")).toBe(true);
  expect(keptBy(person)).toEqual([text]);
  drop();
  expect(existsSync(path)).toBe(false);
});

test("a text with an error is shown and offered again; later means kept and named", async () => {
  const breaks = 'if grep -q oops "$2"; then echo fine > "$2"; else echo oops > "$2"; fi';
  const again = personAt(temporaryFolder(), editorThat(breaks), [["What now?", "Open it again"]]);
  const edited = await editNewNote("a note\n", "gantry.md", refuseOops, again.context);
  expect(edited.text).toBe("fine\n");
  expect(again.printed()).toBe(
    "note.md:1:1 error fence-open: line 1 must be ---\n  The whole file is left out until then.\n",
  );
  const later = personAt(temporaryFolder(), editorThat(breaks), [["What now?", "Keep it"]]);
  await expect(
    editNewNote("a note\n", "gantry.md", refuseOops, later.context),
  ).rejects.toMatchObject({code: "cancelled", message: "Not saved."});
  expect(keptBy(later)).toEqual(["oops\n"]);
});

test("an emptied text means a change of mind; what stood there is kept", async () => {
  const person = personAt(temporaryFolder(), editorThat(': > "$2"'));
  await expect(
    editNewNote("a note\n", "gantry.md", () => [], person.context),
  ).rejects.toMatchObject({
    code: "cancelled",
    message: "The text was emptied, so nothing is saved.",
  });
  expect(keptBy(person)).toEqual(["a note\n"]);
});
