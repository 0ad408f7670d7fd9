import type {Kind} from "../../notes/vocabulary.ts";
import type {Context} from "../context.ts";
import type {Remarks} from "../log/log-values.ts";
import type {Opened} from "../open.ts";

/** What the values of the command line are understood by. */
export interface Understanding {
  kind: Kind;
  opened: Opened;
  context: Context;
  remarks: Remarks;
  /** The customer of the note, as it will be. */
  customer: string;
  /** Whether the talk is still to come, so that a weekday is the next one. */
  planned: boolean;
}

/** What stands between commas. */
export function listed(text: string): string[] {
  return text
    .split(/[,，]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
