declare const PM_TALK_BUILD: string | undefined;

/**
 * Another one for every change of the program, so that nothing is trusted that another build has kept. Null
 * where the source runs as it is, as in tests: there nothing is kept.
 */
export const buildId: string | null = typeof PM_TALK_BUILD === "string" ? PM_TALK_BUILD : null;
