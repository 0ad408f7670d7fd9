import type {Flag} from "../command.ts";
import {globalFlags, versionFlag, helpFlag} from "../flags/flags.ts";
import {commands, groups} from "../registry.ts";
import {type Offer, offerOfArgument, offerOfFlag} from "./offers.ts";

/** All that can be typed, without what it does: plain data that the build computes once. */
export interface Outline {
  commands: OutlinedCommand[];
  groups: {name: string; summary: string; alone: string | null}[];
  /** Flags that every command takes. */
  global: OutlinedFlag[];
}

export interface OutlinedCommand {
  /** One or two words. */
  name: string;
  summary: string;
  args: (Offer & {many: boolean})[];
  flags: OutlinedFlag[];
}

export interface OutlinedFlag extends Offer {
  /** `--customer` */
  long: string;
  /** `-o` */
  short: string | null;
  takesValue: boolean;
  repeatable: boolean;
  about: string;
}

/** The outline of all commands. Loads every one of them, which takes longer than a person waits for a key. */
export async function outlineOfAll(): Promise<Outline> {
  return {
    commands: await Promise.all(
      commands.map(async ({name, summary, load}) => {
        const {args, flags} = await load();
        return {
          name,
          summary,
          args: args.map((one) => ({
            ...offerOfArgument(name, one),
            many: one.name.includes("..."),
          })),
          flags: flags.map((flag) => outlinedFlag(name, flag)),
        };
      }),
    ),
    groups: Object.entries(groups).map(([name, group]) => ({name, ...group})),
    global: [...globalFlags, versionFlag, helpFlag].map((flag) => outlinedFlag("", flag)),
  };
}

function outlinedFlag(command: string, flag: Flag): OutlinedFlag {
  return {
    long: /--[a-z][a-z-]*/.exec(flag.flags)?.[0] ?? "",
    short: /^-[a-zA-Z](?=,|$)/.exec(flag.flags)?.[0] ?? null,
    takesValue: flag.flags.includes("<"),
    repeatable: flag.repeatable === true,
    about: flag.about,
    ...offerOfFlag(command, flag),
  };
}
