import {PmTalkError} from "../../core/errors.ts";
import type {DraftContent} from "../../workspace/drafts/draft-content.ts";
import {type OpenDraft, openDraft} from "../../workspace/drafts/drafts.ts";
import type {Context} from "../context.ts";
import {draftOf, type LogInput} from "../log/draft-input.ts";
import {keptError} from "../log/draft-keep.ts";
import {draftLines} from "../log/draft-lines.ts";
import {writeNotice} from "../streams.ts";
import type {Answers} from "./memory.ts";

/** Keeps the answers on the disk after each of them; a disk that refuses is told of once, and stops nothing. */
export class DraftKeeper {
  /** Whether all that was answered so far is on the disk. */
  isKept = false;
  /** Whether there is nothing left to keep: the note is saved, or was shown to be copied. */
  isDone = false;
  private content: DraftContent | null = null;
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
    this.content = draftOf(this.log, {
      ...{root: this.root, cwd, body: this.body, answers},
      ...(about === null ? {} : {about}),
    });
    const refused = this.tryAgain();
    if (refused === null || this.isTold) return;
    void writeNotice(this.context, `${refused.message} Until it is saved, keep this window open.`);
    this.isTold = true;
  }

  /** Brings the last answers to the disk, where they are not there yet; null when they are, else why not. */
  tryAgain(): PmTalkError | null {
    if (this.draft === null || this.content === null) return null;
    try {
      this.draft.save(this.content);
      this.isKept = true;
      return null;
    } catch (error) {
      if (!(error instanceof PmTalkError)) throw error;
      this.isKept = false;
      return error;
    }
  }

  /** The error with where the answers are and how to go on; with the answers themselves where no disk has them. */
  keptError(error: PmTalkError): PmTalkError {
    if (this.draft === null || (this.content === null && !this.isKept)) return error;
    if (this.isKept || this.content === null || this.tryAgain() === null)
      return keptError(error, this.draft, this.context.env);
    const typed = draftLines(this.content).map((line) => `  ${line}`);
    const hints = ["What you typed could not be kept either. It was:", ...typed];
    return new PmTalkError(error.code, error.message, [error.hint ?? [], hints].flat().join("\n"));
  }

  /** The note is saved: the draft goes. */
  async drop(): Promise<void> {
    this.isDone = true;
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
