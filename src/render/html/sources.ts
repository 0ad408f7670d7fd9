import {count} from "../../core/text.ts";
import type {Sources} from "../../reports/request.ts";
import {html, type Markup} from "./markup.ts";
import {plainWords} from "./words.ts";

/** Files that are named before the rest is only counted. */
const most = 20;

/** What a page rests on: which files are left out, the commit, what is not committed, the version. */
export function sourcesHtml(sources: Sources): Markup {
  return html`<div class="foot">
    ${leftOutHtml(sources)}
    <p>${stateWords(sources)}</p>
  </div>`;
}

function leftOutHtml({diagnostics}: Sources): Markup | null {
  const files = new Set(
    diagnostics.filter(({dropped}) => dropped === "file").map(({file}) => file),
  );
  if (files.size === 0) return null;
  const named = [...files].slice(0, most);
  const rest = files.size - named.length;
  const names = named.map(
    (file, index) => html`${index === 0 ? "" : ", "}<code>${plainWords(file)}</code>`,
  );
  return html`<p>
    Left out: ${names}${rest === 0 ? "" : ` and ${String(rest)} more (pm-talk check)`}.
  </p>`;
}

function stateWords({commit, uncommitted, version}: Sources): string {
  const changes = uncommitted === 0 ? "" : ` + ${count(uncommitted, "uncommitted change")}`;
  const state = commit === null ? "" : `Commit ${commit.slice(0, 10)}${changes}. `;
  return `${state}pm-talk ${version}.`;
}
