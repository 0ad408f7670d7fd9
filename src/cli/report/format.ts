import {PmTalkError} from "../../core/errors.ts";
import {nearest} from "../../core/text.ts";
import {didYouMean} from "../did-you-mean.ts";
import {formatNames, formatOfFile, type FormatName} from "../../render/formats.ts";

/**
 * The format that --format, --json and the ending of -o agree on, else the usual one. Throws a usage error
 * where they do not agree.
 */
export function formatFor(
  given: string | null,
  json: boolean,
  file: string | null,
  usual: FormatName = "text",
): FormatName {
  const asked = given === null ? null : formatNamed(given);
  if (json && asked !== null && asked !== "json") {
    throw new PmTalkError(
      "usage",
      `--json and --format ${asked} contradict each other.`,
      "Give one of them.",
    );
  }
  const wanted = json ? "json" : asked;
  const implied = file === null ? null : formatOfFile(file);
  if (implied !== null && wanted !== null && implied !== wanted) {
    throw new PmTalkError(
      "usage",
      `-o ${String(file)} would be ${implied}, and ${wanted} was asked for.`,
      "Give the file another ending, or leave the format out.",
    );
  }
  if (file !== null && implied === null && wanted === null) {
    throw new PmTalkError(
      "usage",
      `-o ${file}: its ending does not say a format.`,
      "Name it .md, .txt, .html, .json or .csv, or add --format.",
    );
  }
  return wanted ?? implied ?? usual;
}

/** The format of that name. Throws a usage error for none. */
export function formatNamed(given: string): FormatName {
  const found = formatNames.find((name) => name === given);
  if (found !== undefined) return found;
  const near = nearest(given, formatNames);
  throw new PmTalkError(
    "usage",
    `No format "${given}".`,
    `${didYouMean(near)}There are: ${formatNames.join(", ")}`,
  );
}
