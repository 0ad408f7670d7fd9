import type {Form} from "../form.ts";
import {html, type Markup} from "./markup.ts";
import {plainWords} from "./words.ts";

/** Boxes and ruled lines for a pen; nothing on the page can be filled in with a keyboard. */
export function formHtml(form: Form): Markup {
  const boxes = form.boxes.map((box) => html`<li>${plainWords(box)}</li>`);
  const lines = form.lines.map((label) => html`<li>${plainWords(label)}</li>`);
  return html`<div class="form">
    ${
      boxes.length === 0
        ? null
        : html`<ul class="tick">
            ${boxes}
          </ul>`
    }
    ${
      lines.length === 0
        ? null
        : html`<ul class="ruled">
            ${lines}
          </ul>`
    }
  </div>`;
}
