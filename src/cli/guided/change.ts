import {PmTalkError} from "../../core/errors.ts";
import {formatDay} from "../../core/calendar.ts";
import {relationships} from "../../notes/vocabulary.ts";
import type {Choice} from "../prompts/prompter.ts";
import {echoDate, parseSpokenDate} from "../flags/spoken-dates.ts";
import {pitchBefore, relationshipOf} from "./ask-rest.ts";
import {refuseText, type Talk, type Told} from "./talk.ts";

/** What can be changed on the last screen: a question to be asked again, or one that is asked only here. */
type Change = {key: string; label: string} | {ask: () => Promise<void>; label: string};

/** Change an answer: opens one question again, with the old answer marked. */
export async function changeAnswer(told: Told, talk: Talk): Promise<void> {
  const changes = [...askedOnes(told, talk), ...extras(told, talk)];
  const picked = await talk.prompter.select<number>({
    message: "Change what?",
    choices: [
      ...changes.map(({label}, at): Choice<number> => ({value: at, label})),
      {value: -1, label: "Nothing, go back"},
    ],
  });
  const change = changes[picked];
  if (change === undefined) return;
  if ("ask" in change) await change.ask();
  else talk.memory.reopen(change.key);
}

const titles: [key: string, label: string][] = [
  ["customer", "Customer"],
  ["same", "Whether it is written up already"],
  ["time", "When it began"],
  ["type", "What it was"],
  ["present", "Who was there"],
  ["concepts", "The concept"],
  ["items/works", "What works for them"],
  ["items/not-working", "What does not"],
  ["items/wish", "What they wish existed"],
  ["items/lean-in", "What made them lean in"],
  ["items/tune-out", "What made them tune out"],
  ["items/must-change", "What has to change"],
  ["items/surprises", "What surprised you"],
  ["items/story", "What they said"],
  ["tested", "What it tested"],
  ["ask", "What you asked for"],
  ["promise", "What you promised"],
  ["step", "The next step"],
  ["consent", "May we quote them"],
  ["introduction", "The introduction"],
];

function askedOnes(told: Told, talk: Talk): Change[] {
  const asked = talk.memory.asked();
  const wasAsked = (key: string): boolean =>
    asked.some((one) => one === key || one.startsWith(`${key}/`));
  const evidence = told.evidence.map(({assumption}) => ({
    key: `evidence/${assumption}`,
    label: `The line on ${assumption}`,
  }));
  return [
    ...titles.filter(([key]) => wasAsked(key)).map(([key, label]) => ({key, label})),
    ...evidence,
  ];
}

function extras(told: Told, talk: Talk): Change[] {
  return [
    ...(told.addTo === null
      ? [{label: `The day: ${formatDay(told.date)}`, ask: () => askDay(told, talk)}]
      : []),
    {label: `Pitch: ${told.pitch ?? "none"}`, ask: () => askPitch(told, talk)},
    {
      label: `They are now: ${told.relationship ?? relationshipOf(told.customer, talk) ?? "not said"}`,
      ask: () => askRelationship(told, talk),
    },
    {label: "Who listened in", ask: () => askObservers(told, talk)},
    {label: `How long it took: ${told.duration ?? "not said"}`, ask: () => askDuration(told, talk)},
  ];
}

async function askDay(told: Told, talk: Talk): Promise<void> {
  const typed = await talk.prompter.text({
    message: "On which day was it?",
    initial: told.date,
    refuse: (text) => wrongDay(text, talk),
  });
  const {date, inWords} = parseSpokenDate(typed, talk.today, "back");
  if (inWords) await talk.prompter.say(`  ${echoDate(date, talk.today)}`);
  talk.memory.set("date", date);
}

function wrongDay(typed: string, talk: Talk): string | null {
  try {
    const {date} = parseSpokenDate(typed, talk.today, "back");
    return date > talk.today && talk.flags["planned"] !== true
      ? `${formatDay(date)} is still to come, and a talk that was held cannot be.`
      : null;
  } catch (error) {
    if (!(error instanceof PmTalkError)) throw error;
    return `${error.message} ${error.hint ?? ""}`.trim();
  }
}

async function askPitch(told: Told, talk: Talk): Promise<void> {
  const typed = await talk.prompter.text({
    message: "Which pitch did they hear? (Enter: none)",
    initial: told.pitch ?? pitchBefore(told.customer, talk) ?? "",
    refuse: refuseText,
  });
  talk.memory.set("pitch", typed.trim());
}

async function askRelationship(told: Told, talk: Talk): Promise<void> {
  const now = told.relationship ?? relationshipOf(told.customer, talk);
  const picked = await talk.prompter.select<string>({
    message: "They are now",
    choices: relationships.map((word) => ({value: word, label: word})),
    ...(now === null ? {} : {marked: now}),
  });
  talk.memory.set("relationship", picked);
}

async function askObservers(told: Told, talk: Talk): Promise<void> {
  const picked = await talk.prompter.checkbox<string>({
    message: "Who of us listened in?",
    choices: talk.config.team
      .filter(({handle}) => !told.team.includes(handle))
      .map(({handle, name}) => ({value: handle, label: name ?? handle})),
    ticked: told.observers,
  });
  talk.memory.set("observers", picked);
}

async function askDuration(told: Told, talk: Talk): Promise<void> {
  const typed = await talk.prompter.text({
    message: "How many minutes did it take? (Enter: not said)",
    initial: told.duration ?? "",
    refuse: (text) => (/^\s*\d{0,4}\s*$/.test(text) ? null : "A number of minutes, such as 45."),
  });
  talk.memory.set("duration", typed.trim());
}
