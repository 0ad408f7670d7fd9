/** Colours, type and blocks. Every text has a contrast of at least 4.5 on its ground, in light and in dark. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --raised: #f5f6f4; --ink: #1b1f1e; --muted: #565f5c; --line: #d6dad7; --rule: #8b938f;
  --accent: #0b57a4; --good: #0a6650; --bad: #a8330b; --warn: #7a5200; --neutral: #565f5c;
  --good-ground: #e8f3ef; --bad-ground: #fbeee8; --warn-ground: #fbf3e0; --neutral-ground: #f0f2f1;
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, Georgia, serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #141716; --raised: #1d2120; --ink: #e9ecea; --muted: #a5aeaa; --line: #343a38; --rule: #727b77;
    --accent: #8cbcf5; --good: #6fd0b0; --bad: #ff9d75; --warn: #e9bd60; --neutral: #a5aeaa;
    --good-ground: #14291f; --bad-ground: #33190f; --warn-ground: #2d2410; --neutral-ground: #222726;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: break-word;
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
  font-variant-numeric: tabular-nums;
}
main, body > footer { max-width: 60rem; margin: 0 auto; padding: 0 1.5rem; }
main { padding-top: 2.5rem; }
p { margin: 0 0 .6rem; max-width: 44rem; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .16em; text-decoration-color: color-mix(in srgb, currentColor 40%, transparent); }
a:hover { text-decoration-thickness: 2px; text-decoration-color: currentColor; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
h1 { margin: 0 0 .5rem; font-size: 1rem; font-weight: 650; color: var(--muted); }
h2 { margin: 3rem 0 .9rem; padding-top: .7rem; border-top: 2px solid var(--ink); font-size: 1.375rem; line-height: 1.25; font-weight: 700; letter-spacing: -.01em; }
h3 { margin: 2.2rem 0 .5rem; font-size: 1.125rem; line-height: 1.35; font-weight: 700; text-wrap: pretty; }
h4, h5, h6 { margin: 1.4rem 0 .3rem; font-size: 1rem; font-weight: 700; }
.heading { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1.5rem; justify-content: space-between; }
.heading:has(> h2) { margin: 3rem 0 .9rem; padding-top: .7rem; border-top: 2px solid var(--ink); }
.heading > h2 { margin: 0; padding: 0; border: 0; }
.heading > .aside { margin: 0; }
.heading:has(> h3) { margin-top: 2.2rem; }
.heading > h3 { margin: 0 0 .5rem; }
.aside, .muted, .more, .note { color: var(--muted); }
.aside { font-size: .875rem; }
.answer { margin-bottom: 1.5rem; }
.answer p { max-width: 50rem; }
.answer .lead { margin-bottom: .7rem; font-size: 1.75rem; line-height: 1.25; font-weight: 680; letter-spacing: -.015em; text-wrap: balance; }
.answer .lead a { text-decoration-thickness: 2px; }
code { font: .875em/1.4 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; background: var(--raised); padding: .1em .35em; border-radius: 3px; }
code.id { background: none; padding: 0; color: var(--muted); }
time, .day { white-space: nowrap; }
h1, h2, h3, h4, h5, h6, dt, dd, figcaption, .long { overflow-wrap: anywhere; }
.said { font-family: var(--serif); font-size: 1.06em; }
.status { font-weight: 650; } .brief { white-space: nowrap; }
.good { color: var(--good); } .bad { color: var(--bad); } .warn { color: var(--warn); } .neutral { color: var(--neutral); }
.marked { display: grid; grid-template-columns: minmax(11rem, max-content) minmax(0, 1fr); gap: 0 1rem; max-width: none; }
.marked .sides { text-align: center; }
ul.plain { margin: 0 0 1rem; padding-left: 1.2rem; max-width: 44rem; }
ul.plain li { margin-bottom: .3rem; }
.facts { margin: 0 0 1rem; }
.facts > div { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 0 1rem; padding: .3rem 0; }
.facts dt { color: var(--muted); overflow-wrap: anywhere; }
.facts dd { margin: 0; max-width: 42rem; }
.callout { padding: .7rem 1rem; border-left: 4px solid currentColor; max-width: none; }
.callout.good { background: var(--good-ground); } .callout.bad { background: var(--bad-ground); }
.callout.warn { background: var(--warn-ground); } .callout.neutral { background: var(--neutral-ground); }
.quote { margin: 0 0 .9rem; padding-left: 1.6rem; max-width: 44rem; }
.quote blockquote, .pull-quote blockquote { margin: 0; }
.quote blockquote p { margin: 0; position: relative; font-size: 1.0625rem; line-height: 1.4; }
.quote .sign { position: absolute; left: -1.5rem; width: 1rem; text-align: center; font-weight: 700; }
.quote.minus .sign { color: var(--bad); } .quote.plus .sign { color: var(--good); }
.quote figcaption, .pull-quote figcaption { font-size: .875rem; color: var(--muted); }
.pull-quote { margin: 2.5rem 0; padding: .3rem 0 .3rem 1.5rem; border-left: 5px solid var(--bad); }
.pull-quote blockquote p { margin: 0 0 .6rem; max-width: 40rem; font-size: 1.875rem; line-height: 1.25; text-wrap: balance; }
.pull-quote .said { font-size: 1em; }
.pull-quote figcaption { font-size: 1rem; }
.pull-quote .aside { display: block; margin-top: .2rem; }
.group { margin: 0 0 2.5rem; }
.group:has(> h2, > .heading > h2) { margin: 0; }
.group:not(:has(> h2, > .heading > h2)) + .group { padding-top: .1rem; border-top: 1px solid var(--line); }
.verdict { margin: .5rem 0 2rem; padding: 1.3rem 1.5rem 1.5rem; border-top: 6px solid currentColor; background: var(--neutral-ground); }
.verdict.good { background: var(--good-ground); } .verdict.bad { background: var(--bad-ground); } .verdict.warn { background: var(--warn-ground); }
.verdict-text { margin: 0; max-width: none; font-size: 2.125rem; line-height: 1.2; font-weight: 720; letter-spacing: -.02em; text-wrap: balance; color: var(--ink); }
.verdict-text .status { font-weight: inherit; }
.boxes { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: .6rem; margin: 1.2rem 0 0; padding: 0; list-style: none; }
.boxes li { display: grid; grid-template-columns: 1.5rem minmax(0, 1fr); align-content: start; padding: .65rem .7rem .6rem; background: var(--paper); border: 1px solid var(--line); border-top: 3px solid currentColor; }
.boxes .sign { grid-row: 1 / span 3; width: 1.125rem; height: 1.125rem; margin-top: .2rem; fill: none; stroke: currentColor; stroke-width: 2.6; }
.box-label { font-weight: 650; line-height: 1.3; color: var(--ink); overflow-wrap: anywhere; }
.box-found { font-size: .875rem; line-height: 1.35; color: var(--ink); overflow-wrap: anywhere; }
.box-met { font-size: .8125rem; }
.tick, .ruled { margin: 0 0 1rem; padding: 0; list-style: none; }
.tick { display: flex; flex-wrap: wrap; gap: .6rem 2rem; }
.tick li::before { content: ""; display: inline-block; width: 1rem; height: 1rem; margin-right: .55rem; border: 1.5px solid var(--ink); vertical-align: -.15em; }
.ruled li { padding: 1.6rem 0 .25rem; border-bottom: 1px solid var(--rule); font-size: .875rem; color: var(--muted); }
body > footer { margin-top: 3.5rem; padding-bottom: 3rem; font-size: .8125rem; color: var(--muted); }
body > footer p { margin: 0 0 .3rem; max-width: none; }
.foot:first-child { border-top: 1px solid var(--line); padding-top: .8rem; }
`;
