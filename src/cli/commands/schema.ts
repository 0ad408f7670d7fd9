import {noFilters} from "../../analysis/select.ts";
import {exitCodes, PmTalkError} from "../../core/errors.ts";
import {nearest} from "../../core/text.ts";
import {jsonSchemaOf} from "../../notes/json-schema.ts";
import {typeNames} from "../../notes/front-matter/read-fields-rules.ts";
import {kinds} from "../../notes/vocabulary.ts";
import {renderJson} from "../../render/json.ts";
import {diagnosticCodes} from "../../workspace/diagnostic-codes.ts";
import {workspaceAround} from "../../workspace/find-workspace.ts";
import {loadConfig} from "../../workspace/load-config.ts";
import type {CommandDefinition, GlobalFlags} from "../command.ts";
import type {Context} from "../context.ts";
import {didYouMean} from "../did-you-mean.ts";
import {envelope} from "../envelope.ts";
import {noSources} from "../sources.ts";
import {writeResult} from "../streams.ts";

const names = [...kinds, "config", "diagnostics"] as const;
type SchemaName = (typeof names)[number];

export const command: CommandDefinition = {
  args: [{name: "<name>", about: names.join(", ")}],
  flags: [],
  writes: "nothing.",
  examples: ["schema conversation", "schema diagnostics"],
  reads: true,
  run: async (input, context) => {
    const name = schemaNamed(input.args[0] ?? "");
    const data =
      name === "diagnostics" ? diagnosticCodes : await schemaOf(name, input.global, context);
    // A schema is JSON already, for tools that take it as it is; --json puts the envelope around it.
    const asked = {
      kind: "schema",
      asOf: context.today,
      filters: noFilters,
      sources: noSources,
      data,
    };
    await writeResult(context, renderJson(input.global.json ? envelope(asked) : data));
    return exitCodes.done;
  },
};

/** In a workspace the types that its pm-talk.yml adds are allowed too; elsewhere there are the built-in ones. */
async function schemaOf(
  name: Exclude<SchemaName, "diagnostics">,
  {dir}: GlobalFlags,
  context: Context,
): Promise<unknown> {
  const root = dir ?? workspaceAround(context.cwd, context.env);
  return root === null
    ? await jsonSchemaOf(name)
    : await jsonSchemaOf(name, typeNames(await loadConfig(root)));
}

function schemaNamed(typed: string): SchemaName {
  const name = names.find((known) => known === typed);
  if (name !== undefined) return name;
  const near = nearest(typed, names);
  throw new PmTalkError(
    "usage",
    `No schema "${typed}".`,
    `${didYouMean(near)}There are: ${names.join(", ")}`,
  );
}
