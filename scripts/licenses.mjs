// The licences of what is bundled travel with it.
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";

/** The text of every licence in the bundle, package by package, from the inputs that the bundler read. */
export function licensesOf(inputs) {
  const folders = inputs.flatMap((input) => {
    const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    return found === null ? [] : [found[1]];
  });
  const texts = [...new Set(folders)].map(licenseOf).sort();
  return `pm-talk contains the following packages.\n\n${[...new Set(texts)].join("\n")}`;
}

function licenseOf(folder) {
  const {name, version, license} = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text =
    file !== undefined && existsSync(join(folder, file))
      ? readFileSync(join(folder, file), "utf8").trim()
      : `Licence: ${license}`;
  return `${"=".repeat(72)}\n${name} ${version} (${license})\n\n${text}\n`;
}
