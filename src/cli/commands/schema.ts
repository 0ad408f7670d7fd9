import {exitCodes, PmTalkError} from "../../core/errors.ts";
import {nearest} from "../../core/text.ts";
import {jsonSchemaOf} from "../../notes/json-schema.ts";
import {kinds} from "../../notes/vocabulary.ts";
import {renderJson} from "../../render/json.ts";
import {diagnosticCodes} from "../../workspace/diagnostic-codes.ts";
import type {CommandDefinition} from "../command.ts";
import {writeResult} from "../streams.ts";

const names = [...kinds, "config", "diagnostics"] as const;

export const command: CommandDefinition = {
  args: [{name: "<name>", about: names.join(", ")}],
  flags: [],
  writes: "nothing.",
  examples: ["schema conversation", "schema diagnostics"],
  reads: true,
  run: async (input, context) => {
    const typed = input.args[0] ?? "";
    const name = names.find((known) => known === typed);
    if (name === undefined) throw unknownSchema(typed);
    const data = name === "diagnostics" ? diagnosticCodes : await jsonSchemaOf(name);
    // A schema is JSON already; --json puts no envelope around it, since tools read it as it is.
    await writeResult(context, renderJson(data));
    return exitCodes.done;
  },
};

function unknownSchema(typed: string): PmTalkError {
  const near = nearest(typed, names);
  const meant = near.length === 0 ? "" : `Did you mean ${near.join(" or ")}?  `;
  return new PmTalkError(
    "usage",
    `No schema "${typed}".`,
    `${meant}There are: ${names.join(", ")}`,
  );
}
