import type {Verdict, VerdictBox} from "../../reports/document.ts";
import {metWord} from "../verdict.ts";
import {inlineHtml} from "./inline.ts";
import {html, type Markup} from "./markup.ts";
import type {PageState} from "./page-state.ts";
import {plainWords} from "./words.ts";

/** The band: what was decided by the criteria, and a box for each of them. */
export function verdictHtml(verdict: Verdict, page: PageState): Markup {
  const boxes = verdict.boxes.map(boxHtml);
  const list =
    boxes.length === 0
      ? null
      : html`<ul class="boxes">
          ${boxes}
        </ul>`;
  return html`<div class="verdict ${verdict.tone}">
    <p class="verdict-text">${inlineHtml(verdict.text, page)}</p>
    ${list}
  </div>`;
}

function boxHtml(box: VerdictBox): Markup {
  const look = lookOf(box.met);
  return html`<li class="${look.name}">
    <svg class="sign" aria-hidden="true" width="18" height="18" viewBox="0 0 18 18">
      <path d="${look.path}" /></svg
    ><span class="box-label">${plainWords(box.label)}</span>
    <span class="box-found">${plainWords(box.found)}</span>
    <span class="box-met">${metWord(box.met).replace("– ", "")}</span>
  </li>`;
}

/** A tick, a cross or a dash: told apart by their shape. */
function lookOf(met: VerdictBox["met"]): {name: string; path: string} {
  if (met === null) return {name: "neutral", path: "M3 9H15"};
  return met
    ? {name: "good", path: "M3 9.5L7.5 14L15 4.5"}
    : {name: "bad", path: "M4 4L14 14M14 4L4 14"};
}
