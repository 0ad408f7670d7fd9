import {PmTalkError} from "../../core/errors.ts";
import {type OpenDraft, openDraft} from "../../workspace/drafts/drafts.ts";
import type {Context} from "../context.ts";
import {draftOf, type LogInput} from "../log/draft-input.ts";
import {keptError} from "../log/draft-keep.ts";
import {writeNotice} from "../streams.ts";
import type {Answers} from "./memory.ts";

/** Keeps the answers on the disk after each of them; a disk that refuses is told of once, and stops nothing. */
export class DraftKeeper {
  isKept = false;
  private readonly context: Context;
  private draft: OpenDraft | null = null;
  private log: LogInput | null = null;
  private root = "";
  private body: string | null = null;
  private isTold = false;

  constructor(context: Context) {
    this.context = context;
  }

  begin(log: LogInput, root: string, body: string | null): void {
    this.draft = log.resumed?.draft ?? openDraft(this.context.env);
    this.isKept = log.resumed !== null;
    this.log = log;
    this.root = root;
    this.body = body;
  }

  keep(answers: Answers): void {
    if (this.draft === null || this.log === null) return;
    const {cwd} = this.context;
    const about = aboutOf(answers);
    try {
      this.draft.save(
        draftOf(this.log, {
          ...{root: this.root, cwd, body: this.body, answers},
          ...(about === null ? {} : {about}),
        }),
      );
      this.isKept = true;
    } catch (error) {
      if (!(error instanceof PmTalkError)) throw error;
      if (!this.isTold)
        void writeNotice(
          this.context,
          `${error.message} Until it is saved, keep this window open.`,
        );
      this.isTold = true;
    }
  }

  keptError(error: PmTalkError): PmTalkError {
    return this.draft === null ? error : keptError(error, this.draft, this.context.env);
  }

  async drop(): Promise<void> {
    this.isKept = false;
    try {
      this.draft?.remove();
    } catch (error) {
      // The note is saved; a draft too many is no reason to say that it is not.
      if (!(error instanceof PmTalkError)) throw error;
      await writeNotice(this.context, error.message);
    }
  }
}

/** The customer as the list of drafts names it. */
function aboutOf({given}: Answers): string | null {
  const picked = given["customer"];
  if (typeof picked !== "object" || picked === null) return null;
  const {id, name} = picked as {id?: string; name?: string};
  return name ?? id ?? null;
}
