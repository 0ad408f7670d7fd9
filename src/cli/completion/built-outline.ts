import type {Outline} from "./outline.ts";

/** Put in by the build; run from the source there is none. */
declare const PM_TALK_OUTLINE: Outline | undefined;

/** The outline of all commands, without loading them where the program was built. */
export async function readOutline(): Promise<Outline> {
  if (typeof PM_TALK_OUTLINE !== "undefined") return PM_TALK_OUTLINE;
  const {outlineOfAll} = await import("./outline.ts");
  return await outlineOfAll();
}
