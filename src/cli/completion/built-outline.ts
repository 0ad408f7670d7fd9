import type {Outline} from "./outline.ts";

/** Put in by the build as JSON, because a text is parsed only when it is asked for; from the source there is none. */
declare const PM_TALK_OUTLINE: string | undefined;

/** The outline of all commands, without loading them where the program was built. */
export async function readOutline(): Promise<Outline> {
  if (typeof PM_TALK_OUTLINE !== "undefined") {
    return JSON.parse(PM_TALK_OUTLINE) as Outline;
  }
  const {outlineOfAll} = await import("./outline.ts");
  return await outlineOfAll();
}
