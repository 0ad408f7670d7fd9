import type {CommandDefinition, CommandEntry} from "./command.ts";

const entry = (
  name: string,
  summary: string,
  load: () => Promise<{command: CommandDefinition}>,
): CommandEntry => ({
  name,
  summary,
  load: async () => (await load()).command,
});

/** All commands, in the order of the help. Each is loaded only when it is used, so that a start stays quick. */
export const commands: CommandEntry[] = [
  entry("log", "Write down a talk with a customer", () => import("./commands/log.ts")),
  entry(
    "last",
    "When did we last speak to a customer (about this)?",
    () => import("./commands/last.ts"),
  ),
  entry(
    "report overview",
    "The state of things on one screen (what `report` prints)",
    () => import("./commands/report-overview.ts"),
  ),
  entry(
    "report last",
    "Who was heard when, by member, customer and segment",
    () => import("./commands/report-last.ts"),
  ),
  entry(
    "report assumptions",
    "What the evidence for and against each assumption adds up to",
    () => import("./commands/report-assumptions.ts"),
  ),
  entry(
    "report gate",
    "Before a gate: who was heard, what they said against it, and the criteria",
    () => import("./commands/report-gate.ts"),
  ),
  entry(
    "report all",
    "Every report as a file, and a page that leads to them",
    () => import("./commands/report-all.ts"),
  ),
  entry(
    "gate",
    "Is a concept ready for its gate? And, with --decide, what was decided",
    () => import("./commands/gate.ts"),
  ),
  entry(
    "assumption add",
    "Write down something we believe and could be wrong about",
    () => import("./commands/assumption-add.ts"),
  ),
  entry(
    "assumption list",
    "The assumptions and what their evidence says",
    () => import("./commands/assumption-list.ts"),
  ),
  entry(
    "assumption show",
    "One assumption, and what was said for and against it",
    () => import("./commands/assumption-show.ts"),
  ),
  entry(
    "assumption edit",
    "Change fields of an assumption",
    () => import("./commands/assumption-edit.ts"),
  ),
  entry(
    "assumption retire",
    "Give an assumption up, and say why",
    () => import("./commands/assumption-retire.ts"),
  ),
  entry(
    "assumption rename",
    "Give an assumption another id, in every file that refers to it",
    () => import("./commands/assumption-rename.ts"),
  ),
  entry("customer add", "Write down a customer", () => import("./commands/customer-add.ts")),
  entry(
    "customer list",
    "The customers and when we last spoke",
    () => import("./commands/customer-list.ts"),
  ),
  entry(
    "customer show",
    "One customer, their people and our talks with them",
    () => import("./commands/customer-show.ts"),
  ),
  entry(
    "customer edit",
    "Change fields and people of a customer",
    () => import("./commands/customer-edit.ts"),
  ),
  entry(
    "customer rename",
    "Give a customer another id, in every file that refers to it",
    () => import("./commands/customer-rename.ts"),
  ),
  entry(
    "customer merge",
    "Make two customers one: names, people, notes",
    () => import("./commands/customer-merge.ts"),
  ),
  entry(
    "concept add",
    "Write down something that we may build",
    () => import("./commands/concept-add.ts"),
  ),
  entry(
    "concept list",
    "The concepts, their next gates and when we last spoke",
    () => import("./commands/concept-list.ts"),
  ),
  entry(
    "concept show",
    "One concept: gates, criteria, beliefs, decisions",
    () => import("./commands/concept-show.ts"),
  ),
  entry(
    "concept edit",
    "Change fields, gates and other lines of a concept",
    () => import("./commands/concept-edit.ts"),
  ),
  entry(
    "decide",
    "Write down what was decided, and because of which talks",
    () => import("./commands/decide.ts"),
  ),
  entry("decision add", "The same as decide", () => import("./commands/decision-add.ts")),
  entry(
    "decision list",
    "The decisions, and on how many talks they rest",
    () => import("./commands/decision-list.ts"),
  ),
  entry(
    "decision show",
    "One decision: why, what changed, who knows",
    () => import("./commands/decision-show.ts"),
  ),
  entry(
    "decision edit",
    "Change fields and reasons of a decision",
    () => import("./commands/decision-edit.ts"),
  ),
  entry(
    "decision told",
    "Note that a customer was told of a decision",
    () => import("./commands/decision-told.ts"),
  ),
  entry("list", "The conversations, newest first", () => import("./commands/list.ts")),
  entry("show", "One file as it was read", () => import("./commands/show.ts")),
  entry(
    "edit",
    "Change a field of any file, or open it in your editor",
    () => import("./commands/edit.ts"),
  ),
  entry("next", "Who to talk to next, and why", () => import("./commands/next.ts")),
  entry(
    "steps",
    "The open next steps of all talks, overdue first",
    () => import("./commands/steps.ts"),
  ),
  entry("done", "Close a next step of a talk", () => import("./commands/done.ts")),
  entry(
    "search",
    "Find words in everything that was written down",
    () => import("./commands/search.ts"),
  ),
  entry("check", "Name every fault in the files", () => import("./commands/check.ts")),
  entry("init", "Start a workspace, or add yourself to one", () => import("./commands/init.ts")),
  entry(
    "schema",
    "The JSON Schema of a front matter, or the diagnostic codes",
    () => import("./commands/schema.ts"),
  ),
  entry(
    "completion",
    "Teach your shell to complete commands, flags and ids",
    () => import("./commands/completion.ts"),
  ),
  entry(
    "demo",
    "Write a sample workspace and print its overview",
    () => import("./commands/demo.ts"),
  ),
];

/** Groups of two-word commands. `report` alone is its overview; the others want a second word. */
export const groups: Record<string, {summary: string; alone: string | null}> = {
  report: {
    summary: "Answers from all conversations: overview, last, assumptions, gate, all",
    alone: "report overview",
  },
  assumption: {summary: "What we believe: add, list, show, edit, retire, rename", alone: null},
  customer: {summary: "Whom we talk to: add, list, show, edit, rename, merge", alone: null},
  concept: {summary: "What we may build: add, list, show, edit", alone: null},
  decision: {summary: "What was decided: add, list, show, edit, told", alone: null},
};
