import {noFilters} from "../../analysis/select.ts";
import {exitCodes, PmTalkError} from "../../core/errors.ts";
import {nearest} from "../../core/text.ts";
import {renderJson} from "../../render/json.ts";
import {completionScript} from "../../workspace/completion-script.ts";
import type {CommandDefinition} from "../command.ts";
import {type Shell, shells} from "../completion/shells.ts";
import {didYouMean} from "../did-you-mean.ts";
import {envelope} from "../envelope.ts";
import {noSources} from "../sources.ts";
import {writeResult} from "../streams.ts";

export const command: CommandDefinition = {
  args: [{name: "<shell>", about: "bash, zsh or fish"}],
  flags: [],
  writes: "nothing: the script is printed; once your shell reads it, Tab completes.",
  notes: `Once, in the shell you use:
  bash  pm-talk completion bash > ~/.pm-talk.bash && echo '. ~/.pm-talk.bash' >> ~/.bashrc
  zsh   pm-talk completion zsh > ~/.pm-talk.zsh && echo '. ~/.pm-talk.zsh' >> ~/.zshrc
  fish  pm-talk completion fish > ~/.config/fish/completions/pm-talk.fish`,
  examples: ["completion bash", "completion fish"],
  reads: true,
  run: async ({args, global}, context) => {
    const shell = shellNamed(args[0] ?? "");
    const script = completionScript(shell);
    const asked = {kind: "completion", asOf: context.today, filters: noFilters, sources: noSources};
    const data = {shell, script};
    await writeResult(context, global.json ? renderJson(envelope({...asked, data})) : script);
    return exitCodes.done;
  },
};

function shellNamed(typed: string): Shell {
  const found = shells.find((shell) => shell === typed.toLowerCase());
  if (found !== undefined) return found;
  throw new PmTalkError(
    "usage",
    `No completion for the shell "${typed}".`,
    `${didYouMean(nearest(typed, shells))}There are: ${shells.join(", ")}`,
  );
}
