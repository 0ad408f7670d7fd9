import {readFileSync} from "node:fs";
import {join} from "node:path";
import {templatesFolder} from "../templates.ts";

/** A member as written to pm-talk.yml; what is not known is left out. */
export interface NewMember {
  handle: string;
  name: string | null;
  email: string | null;
  function: string | null;
}

/** A new pm-talk.yml: the team, and every other setting with its default, commented out. */
export async function newConfigText(member: NewMember | null): Promise<string> {
  const template = readFileSync(join(templatesFolder(), "workspace", "pm-talk.yml"), "utf8");
  const team = member === null ? " []" : `\n  - ${await memberText(member)}`;
  return template.replace("{{team}}", () => team);
}

/** `{handle: ana, name: Ana Ruiz, emails: [ana@example.com], function: pm}` */
export async function memberText(member: NewMember): Promise<string> {
  const {handle, name, email} = member;
  return flowText({
    handle,
    ...(name === null ? {} : {name}),
    ...(email === null ? {} : {emails: [email]}),
    ...(member.function === null ? {} : {function: member.function}),
  });
}

/** The value as YAML on one line, quoted where it has to be. */
export async function flowText(value: unknown): Promise<string> {
  const {stringify} = await import("yaml");
  const options = {collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0} as const;
  // In a document of its own a text needs fewer quotes than inside a list.
  return stringify([value], options).trim().slice(1, -1);
}
