import {PmTalkError} from "../../core/errors.ts";
import {foldId} from "../../core/identity.ts";
import {flattenSpace} from "../../core/text.ts";
import {folders} from "../../notes/vocabulary.ts";
import {freeId, slugOf} from "../../workspace/slug.ts";
import {type Flags, type Input, listOf, valueOf} from "../command.ts";
import type {Context} from "../context.ts";
import {type Opened, whoAmI} from "../open.ts";
import type {AnyQuestion, Asker, RegisterForm} from "./register-form.ts";
import {typedBack} from "./typed-back.ts";

/**
 * The flags of an `add`, with what was missing asked for and looked over on one last screen. Throws
 * `cancelled` when nothing is to be written; its hint is the command that would write it.
 */
export async function askRegister(
  form: RegisterForm,
  input: Input,
  opened: Opened,
  context: Context,
): Promise<Flags> {
  const prompter = await context.openPrompter(input.global.color);
  const flags = {...input.flags};
  try {
    const {collection} = opened.workspace;
    const me = await whoAmI(opened, context).catch(() => null);
    const asker = {prompter, collection, flags, today: opened.today, me};
    await prompter.say(form.intro);
    for (const question of form.questions) {
      if (question.inTurn && listOf(flags, question.flag).length === 0)
        await ask(question, form, flags, asker);
    }
    while (!(await isRight(form, flags, asker, opened, context)));
    return flags;
  } catch (error) {
    if (!(error instanceof PmTalkError) || error.code !== "cancelled") throw error;
    throw new PmTalkError("cancelled", "Nothing written.", typedBack(form.kind, flags, input));
  } finally {
    await prompter.close();
  }
}

/** Asks one question and keeps the answer as its flag; none takes the flag out. */
async function ask(
  question: AnyQuestion,
  form: RegisterForm,
  flags: Flags,
  asker: Asker,
): Promise<void> {
  const {flag} = question;
  if ("askAll" in question) {
    const answers = await question.askAll(listOf(flags, flag), asker);
    if (answers.length === 0) Reflect.deleteProperty(flags, flag);
    else flags[flag] = answers;
    return;
  }
  const before = listOf(flags, flag).join(", ");
  const answer = flattenSpace(await question.ask(before, asker));
  // Several values are one text here, which left as it is must not become one value.
  if (answer === before) return;
  if (answer === "") Reflect.deleteProperty(flags, flag);
  else flags[flag] = answer;
  if (flag !== form.title) return;
  const near = answer === "" ? null : form.nearest(answer, asker.collection);
  if (near !== null) await asker.prompter.say(`  nearest: ${near}`);
}

/** Shows what will be written, and asks whether it may be. */
async function isRight(
  form: RegisterForm,
  flags: Flags,
  asker: Asker,
  opened: Opened,
  context: Context,
): Promise<boolean> {
  const {prompter} = asker;
  const id = idOf(form, flags, opened, context);
  await prompter.say(summary(form, flags, id, asker));
  const then = await prompter.select<"save" | "change" | "later">({
    message: "Save it?",
    choices: [
      {value: "save", label: "Save"},
      {value: "change", label: "Change an answer"},
      {value: "later", label: "Later", note: "prints the command, writes nothing"},
    ],
  });
  if (then === "later") throw new PmTalkError("cancelled", "Nothing written.");
  if (then === "save") {
    if (form.dated !== true && id !== slugOf(valueOf(flags, form.title) ?? "")) flags["id"] = id;
    return true;
  }
  const question = await whichToChange(form, asker);
  if (question !== null) await ask(question, form, flags, asker);
  return false;
}

async function whichToChange(form: RegisterForm, asker: Asker): Promise<AnyQuestion | null> {
  return await asker.prompter.select<AnyQuestion | null>({
    message: "Change what?",
    choices: [
      ...form.questions.map((question) => ({
        value: question,
        label: question.label,
        note: answersTo(question, asker).join("; "),
      })),
      {value: null, label: "Nothing, go back"},
    ],
  });
}

function summary(form: RegisterForm, flags: Flags, id: string, asker: Asker): string {
  const near = form.nearest(valueOf(flags, form.title) ?? "", asker.collection);
  const answers = form.questions.flatMap((question) =>
    answersTo(question, asker).map(
      (answer, at) => [at === 0 ? question.label : "", answer] as const,
    ),
  );
  const rows = [
    ...answers,
    ["File", form.dated === true ? "" : `${folders[form.kind]}/${id}.md`] as const,
    ["Nearest", near ?? ""] as const,
  ];
  const said = rows.filter(([, value]) => value !== "");
  const wide = Math.max(...said.map(([label]) => label.length));
  return ["", ...said.map(([label, value]) => `  ${label.padEnd(wide + 3)}${value}`), ""].join(
    "\n",
  );
}

/** What was answered, as it is shown: one line, but for what has several answers of some length. */
function answersTo(question: AnyQuestion, asker: Asker): string[] {
  const values = listOf(asker.flags, question.flag);
  if (!("shown" in question)) return [values.join(", ")];
  const {shown = (value) => value} = question;
  return values.map((value) => shown(value, asker));
}

/** The id given, else the slug of the title, shortened and with an end of its own where another file has it. */
function idOf(form: RegisterForm, flags: Flags, opened: Opened, context: Context): string {
  const slug = valueOf(flags, "id") ?? slugOf(valueOf(flags, form.title) ?? "");
  const taken = new Set(
    opened.workspace.results.flatMap(({place}) =>
      place.kind === form.kind ? [foldId(place.id)] : [],
    ),
  );
  if (!taken.has(foldId(slug))) return slug;
  const short = Array.from(slug).slice(0, 50).join("").replace(/-+$/, "");
  return freeId(short, (id) => taken.has(foldId(id)), context.random);
}
