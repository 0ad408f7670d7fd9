import {listOf, type CommandDefinition, type Input} from "../command.ts";
import type {Context} from "../context.ts";
import {editByHand} from "../edit/edit-by-hand.ts";
import {namesOf, planFields} from "../edit/edit-fields.ts";
import {editFlags, finishEdit} from "../edit/finish-edit.ts";
import {grantWishes} from "../edit/grant-wishes.ts";
import {staleLinks} from "../edit/stale-links.ts";
import {readSets} from "../edit/wishes.ts";
import {findFile, findReadable} from "../find-file.ts";
import type {Remarks} from "../log/log-values.ts";
import {openWorkspace, type Opened} from "../open.ts";

export const command: CommandDefinition = {
  args: [
    {
      name: "<id>",
      about: "id of any file, the beginning or last six characters of it, or its path",
    },
  ],
  flags: [
    {
      flags: "--set <field=value>",
      about: "change a field; FIELD= takes it out; += and -= add to a list and take from it",
      repeatable: true,
    },
    ...editFlags,
  ],
  writes: "with --set fields and no other byte of the file, else what the editor saves.",
  notes:
    "--set owner=ben       one value       --set tags=sso,pilot   a list anew\n--set owner=          takes it out    --set tags+=sso        adds to a list\nFields by kind: pm-talk schema KIND   --set tags-=sso        takes from it",
  examples: [
    "edit k7f3qa --set duration=45 --set tags+=pilot",
    `edit setup-under-five-minutes --set owner=ben --set "due=next friday"`,
  ],
  reads: false,
  run: async (input, context) => {
    const opened = await openWorkspace(input.global, context);
    const sets = listOf(input.flags, "set");
    if (sets.length > 0) return await editFields(sets, input, opened, context);
    const {place} = findFile(input.args[0] ?? "", opened, context);
    return await editByHand(place.file, opened, input, context);
  },
};

async function editFields(
  sets: string[],
  input: Input,
  opened: Opened,
  context: Context,
): Promise<number> {
  const remarks: Remarks = {notices: [], warnings: []};
  const parsed = findReadable(input.args[0] ?? "", opened, context);
  const wishes = readSets(parsed.kind, sets);
  const changes = await grantWishes(parsed, wishes, opened, context, remarks);
  const planned = await planFields(parsed, changes, opened);
  remarks.warnings.push(...staleLinks(planned, opened));
  const changed = namesOf(changes);
  const message = `Edit ${parsed.id}: ${changed.join(", ")}`;
  return await finishEdit(
    {kind: "edit", planned, changed, message, remarks},
    input,
    opened,
    context,
  );
}
