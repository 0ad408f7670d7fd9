import {Chalk, type ChalkInstance} from "chalk";
import type {GlobalFlags} from "./command.ts";
import type {Context} from "./context.ts";

/** How text is shown: its width, its colours and whether marks may be more than ASCII. */
export interface Terminal {
  columns: number;
  chalk: ChalkInstance;
  unicode: boolean;
}

/** What stdout can show; a file is 80 columns wide and has no colour. */
export function terminalOf(
  global: Pick<GlobalFlags, "color">,
  context: Context,
  toFile: boolean,
): Terminal {
  const columns = context.stdoutIsTTY && !toFile ? Math.max(20, context.columns) : 80;
  const level = !toFile && hasColor(global.color, context) ? 1 : 0;
  return {columns, chalk: new Chalk({level}), unicode: hasUnicode(context.env)};
}

function hasColor(asked: GlobalFlags["color"], context: Context): boolean {
  if (asked !== "auto") return asked === "always";
  const {env} = context;
  return context.stdoutIsTTY && (env["NO_COLOR"] ?? "") === "" && env["TERM"] !== "dumb";
}

/** A locale that names another character set than UTF-8, or a dumb terminal, gets ASCII. */
function hasUnicode(env: Context["env"]): boolean {
  if (env["TERM"] === "dumb") return false;
  const locale = [env["LC_ALL"], env["LC_CTYPE"], env["LANG"]].find(
    (value) => value !== undefined && value !== "",
  );
  return locale === undefined || /utf-?8/i.test(locale);
}
