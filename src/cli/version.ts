import packageJson from "../../package.json" with {type: "json"};

/** The version of this pm-talk. */
export const version: string = packageJson.version;
