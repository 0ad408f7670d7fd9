import type {Form} from "./line-forms.ts";
import type {BracketWord, Slot} from "./line-forms-slots.ts";
import type {Cut, Scanned} from "./line-scan.ts";
import type {BracketReading} from "./read-line-bracket-words.ts";
import type {Problem} from "./read-line-problem.ts";

/** Why a bracket does not complete the line: the word that is wrong, else the one that is missing. */
export function wordProblem(form: Form, line: Scanned, reading: BracketReading): Problem {
  const {wrong, values, cut} = reading;
  const example = `As in:  ${form.example}`;
  if (wrong?.twice === null) return unknownWord(form, wrong.word, wrong.cut, values);
  if (wrong !== null && isPlaceholder(wrong.word)) {
    const message = `"${shown(wrong.word)}" was not filled in`;
    return {code: wrong.twice.code, cut: wrong.cut, message, hint: fillIn(form)};
  }
  if (wrong !== null) {
    const message = `"${shown(wrong.word)}" is one word too many: the brackets already say ${wrong.twice.tells}`;
    return {code: wrong.twice.code, cut: wrong.cut, message, hint: example};
  }
  const slot = form.slots.find((one) => one.required && !values.has(one.name)) ?? form.slots[0];
  const signs = {start: cut.start - 1, end: cut.end + 1};
  const brackets = line.source.slice(signs.start, signs.end).slice(0, 60);
  return {
    code: slot?.code ?? `${form.name}-word`,
    cut: signs,
    message: `${brackets} does not say ${slot?.tells ?? "anything"}`,
    hint: slot === undefined ? example : offer(form, slot, null),
  };
}

/** Where brackets may be left out, those of the text itself need backslashes; the hint shows them. */
export function plainProblem(form: Form, line: Scanned, reading: BracketReading): Problem {
  const {start, end} = reading.cut;
  const [open, close] = [line.source.slice(start - 1, start), line.source.slice(end, end + 1)];
  const text = line.source.slice(start, end);
  const problem = wordProblem(form, line, reading);
  const hint = problem.hint.replace(/ ?As in: {2}.*$/, "");
  const plain = `If it is part of the text:  \\${open}${text}\\${close}`;
  if (hint.startsWith("Write")) return problem;
  return {...problem, hint: hint === "" ? plain : `${hint} ${plain}`};
}

function unknownWord(
  form: Form,
  word: BracketWord,
  cut: Cut,
  values: ReadonlyMap<string, string>,
): Problem {
  const commas = withCommas(form, word, values);
  if (commas !== null) {
    const message = `"${shown(word)}" needs commas between its words`;
    return {code: commas.code, cut, message, hint: `Write  (${commas.text})`};
  }
  const slot = slotMeant(form, word, values);
  const other = `${form.name}-word`;
  if (slot === null || slot.code === other) {
    const message = `"${shown(word)}" is no word for these brackets`;
    const meant = slot?.suggest(word) ?? null;
    const hint = meant === null ? allowedWords(form) : `Did you mean ${meant}?`;
    return {code: other, cut, message, hint};
  }
  const hint = isPlaceholder(word) ? fillIn(form) : offer(form, slot, slot.suggest(word));
  return {code: slot.code, cut, message: wrongWord(slot, word), hint};
}

/** A template's `{{date}}` that nobody has filled. */
function isPlaceholder({text}: BracketWord): boolean {
  return /^\{\{.*\}\}$/.test(text);
}

function fillIn(form: Form): string {
  return `A placeholder of the template: fill it in. As in:  ${form.example}`;
}

function wrongWord(slot: Slot, word: BracketWord): string {
  if (slot.day && /^\d{4}-\d\d-\d\d$/.test(word.source)) return `there is no day ${word.source}`;
  const example = slot.example(word);
  return example === null
    ? `"${shown(word)}" is not ${slot.noun}`
    : `"${shown(word)}" needs a day, as in ${example}`;
}

function allowedWords(form: Form): string {
  const allowed = form.slots.map((slot) => slot.choices.join(" ") || slot.noun).join("; ");
  return `They may hold: ${allowed}. As in:  ${form.example}`;
}

/** `money; declined` and `money declined`: words that all fit, with something else between them. */
function withCommas(
  form: Form,
  {text}: BracketWord,
  values: ReadonlyMap<string, string>,
): {code: string; text: string} | null {
  const words = text.length > 80 ? [] : text.split(/\s*[;/+|、；]\s*|\s+(?:and\s+)?/);
  if (words.length < 2) return null;
  const slots = words.map((word) =>
    form.slots.find((slot) => slot.read({text: word, source: word}, null) !== null),
  );
  const [first] = slots;
  const fit = slots.every((slot) => slot !== undefined && !values.has(slot.name));
  if (first === undefined || !fit || new Set(slots).size < slots.length) return null;
  return {code: first.code, text: words.join(", ")};
}

/** The slot that a wrong word was for; null where it may have been for one of several, or for none. */
function slotMeant(
  form: Form,
  word: BracketWord,
  values: ReadonlyMap<string, string>,
): Slot | null {
  const free = form.slots.filter((slot) => !values.has(slot.name));
  const meant =
    free.find((slot) => slot.example(word) !== null) ??
    free.find((slot) => slot.suggest(word) !== null);
  if (meant !== undefined) return meant;
  const day = /\d[-./]\d/.test(word.source) ? free.find((slot) => slot.day) : undefined;
  const needed = day ?? free.find((slot) => slot.required);
  if (needed !== undefined) return needed;
  return free.find((slot) => slot.day) ?? (free.length === 1 ? (free[0] ?? null) : null);
}

function offer(form: Form, slot: Slot, meant: string | null): string {
  const others = slot.choices.filter((choice) => choice !== meant);
  if (meant === null) {
    const choices = others.length > 1 ? `One of: ${others.join(" ")}. ` : "";
    return `${choices}As in:  ${form.example}`;
  }
  const rest = others.length === 0 ? "" : ` Or: ${others.join(" ")}.`;
  return `Did you mean ${meant}?${rest}`;
}

function shown(word: BracketWord): string {
  return word.text.length > 60 ? `${word.text.slice(0, 60)}…` : word.text;
}
