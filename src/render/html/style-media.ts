/** What differs on a phone and on paper. */
export const mediaStyle = `
@media screen and (max-width: 40em) {
  main, body > footer { padding-left: 1rem; padding-right: 1rem; }
  main { padding-top: 1.5rem; }
  .answer .lead { font-size: 1.375rem; }
  .verdict { margin-left: -1rem; margin-right: -1rem; padding: 1rem 1rem 1.2rem; }
  .verdict-text { font-size: 1.5rem; }
  .boxes { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .pull-quote { padding-left: 1rem; }
  .pull-quote blockquote p { font-size: 1.375rem; }
  .facts > div { grid-template-columns: minmax(0, 1fr); }
  .beliefs-rows li { display: flex; flex-wrap: wrap; gap: .3rem 1rem; }
  .beliefs-rows .belief { flex: 1 0 100%; }
  .beliefs-rows .sides { flex: 0 0 auto; min-width: 45%; text-align: left; }
  .beliefs-rows .verdict-of { flex: 1 1 9rem; min-width: 0; }
  .marked { grid-template-columns: minmax(0, 1fr); }
  .marked .sides { text-align: left; }
  .wide { overflow-x: visible; }
  table.stacks, .stacks tbody { display: block; }
  .stacks thead { display: block; }
  .stacks thead tr { display: block; padding: 0; }
  .stacks thead th:not(.names), .stacks thead td { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stacks thead .names { padding-bottom: .2rem; font-weight: inherit; }
  .stacks tr { display: grid; grid-template-columns: minmax(0, 1fr); gap: .1rem; padding: .55rem 0; }
  .stacks th, .stacks td { display: block; min-width: 0; padding: 0; text-align: left; overflow-wrap: anywhere; }
  .stacks tbody th { order: -1; font-weight: 600; }
  .stacks [data-empty] { display: none; }
  .stacks td[data-label]::before { content: attr(data-label) ": "; color: var(--muted); font-size: .8125rem; }
}
@page { size: A4 portrait; margin: 16mm 15mm 18mm; }
@media print {
  :root {
    --paper: #ffffff; --raised: #f5f6f4; --ink: #000000; --muted: #4a524f; --line: #cdd2cf; --rule: #7f8783;
    --accent: #0b57a4; --good: #0a6650; --bad: #a8330b; --warn: #7a5200; --neutral: #4a524f;
    --good-ground: #e8f3ef; --bad-ground: #fbeee8; --warn-ground: #fbf3e0; --neutral-ground: #f0f2f1;
  }
  html { font-size: 9.25pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main, body > footer { max-width: none; padding: 0; }
  tr, li, figure, blockquote, .verdict, .boxes li, .callout, .facts > div, .group > .facts, .form, svg { break-inside: avoid; }
  h1, h2, h3, h4, .heading, .marked, .chart > figcaption { break-after: avoid; }
  .more, .keys, tbody tr:first-child { break-before: avoid; }
  h2, .heading:has(> h2) { margin-top: 1.4rem; }
  thead { display: table-header-group; break-after: avoid; }
  thead tr { break-after: avoid; }
  p { orphans: 3; widows: 3; }
  a { color: inherit; text-decoration: none; }
  .wide { overflow: visible; }
  .wide table { font-size: .8125rem; }
  body > footer { margin-top: 2rem; padding-bottom: 0; }
}
`;
