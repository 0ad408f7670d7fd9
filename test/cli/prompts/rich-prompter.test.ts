import {Chalk} from "chalk";
import {PassThrough} from "node:stream";
import {setTimeout as sleep} from "node:timers/promises";
import {expect, it, onTestFinished} from "vitest";
import type {HostEvent} from "../../../src/cli/prompts/keyboard.ts";
import {RichPrompter} from "../../../src/cli/prompts/rich-prompter.ts";

/** Longer than the pause that parts a paste from what is typed behind it; timers of one process keep their order. */
const personPause = 30;

/** A prompter on streams of its own; `type` sends keys one after the other, as a person does. */
function asking(): {
  prompter: RichPrompter;
  type: (...keys: string[]) => Promise<void>;
  listeners: Map<HostEvent, Set<() => void>>;
  stdin: PassThrough;
} {
  const stdin = new PassThrough();
  const output = new PassThrough();
  output.resume();
  const listeners = new Map<HostEvent, Set<() => void>>();
  const prompter = new RichPrompter(
    {
      stdin,
      output,
      on: (event, listener) => {
        listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
        return () => listeners.get(event)?.delete(listener);
      },
      suspend: null,
    },
    {output, chalk: new Chalk({level: 0}), unicode: true},
  );
  onTestFinished(() => prompter.close());
  const type = async (...keys: string[]): Promise<void> => {
    for (const key of keys) {
      stdin.write(key);
      await sleep(personPause);
    }
  };
  return {prompter, type, listeners, stdin};
}

const kinds = {
  message: "What was it?",
  choices: ["Interview", "Sales call", "Demo"].map((label) => ({label, value: label})),
};

it("gives answers typed ahead each to its own question", async () => {
  const {prompter, type} = asking();
  await type("so\r", "3\r", "a", "\r", "one\r", "\r", "rest");
  expect(await prompter.text({message: "Because?"})).toBe("so");
  expect(await prompter.select(kinds)).toBe("Demo");
  const find = (typed: string) => [{label: typed, value: `found ${typed}`}];
  expect(await prompter.search({message: "Customer?", find})).toBe("found a");
  expect(await prompter.lines({message: "What works?"})).toEqual(["one"]);
  const last = prompter.text({message: "And?"});
  await type("\r");
  expect(await last).toBe("rest");
});

it("hears Ctrl-C before what was typed ahead of it", async () => {
  const {prompter, type} = asking();
  await type("so\r", "\u0003");
  await expect(prompter.text({message: "Because?"})).rejects.toMatchObject({
    code: "cancelled",
    message: "Cancelled.",
  });
});

it("is cancelled for good", async () => {
  const {prompter, type} = asking();
  const first = prompter.select(kinds);
  await Promise.all([expect(first).rejects.toMatchObject({code: "cancelled"}), type("\u0004")]);
  await expect(prompter.checkbox({...kinds, ticked: []})).rejects.toMatchObject({
    code: "cancelled",
  });
});

it("ends a question with what its caller throws", async () => {
  const {prompter, type} = asking();
  const full = new Error("no room");
  const refuse = (): never => {
    throw full;
  };
  const asked = prompter.text({message: "Because?", refuse});
  await Promise.all([expect(asked).rejects.toBe(full), type("x", "\r")]);
});

it("leaves nothing behind when it is closed, not even twice", async () => {
  const {prompter, stdin, listeners} = asking();
  expect([...listeners.values()].every(({size}) => size === 1)).toBe(true);
  await prompter.close();
  await prompter.close();
  expect([...listeners.values()].every(({size}) => size === 0)).toBe(true);
  expect(stdin.listenerCount("data")).toBe(0);
  expect(stdin.isPaused()).toBe(true);
});
