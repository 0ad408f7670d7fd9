/** Tables, which become cards of "label: value" on a phone, and charts. */
export const tableStyle = `
.table { margin: 0 0 1.2rem; }
.behind .table { font-size: .875rem; }
table { width: 100%; border-collapse: collapse; line-height: 1.4; }
caption, .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.table { position: relative; }
th, td { padding: .42rem 1rem .42rem 0; text-align: left; vertical-align: baseline; font-weight: inherit; }
th:last-child, td:last-child { padding-right: 0; }
table.short { width: auto; min-width: 16rem; }
.right { text-align: right; } .center { text-align: center; }
thead th { padding-bottom: .3rem; font-size: .8125rem; color: var(--muted); border-bottom: 1px solid var(--rule); vertical-align: bottom; }
thead td { border-bottom: 1px solid var(--rule); }
tbody tr { border-bottom: 1px solid var(--line); }
.more { margin: .4rem 0 0; font-size: .875rem; }
.wide { overflow-x: auto; }
.wide td, .wide th { min-width: 4rem; }
svg { overflow: visible; }
.marks { vertical-align: -.2em; }
.marks text { font-size: 12px; fill: currentColor; }
.marks .line { fill: none; stroke: var(--ink); stroke-width: 1.5; }
.full { fill: currentColor; stroke: currentColor; stroke-width: 1.5; }
.open { fill: var(--paper); stroke: currentColor; stroke-width: 1.8; }
.stroke { fill: none; stroke: currentColor; stroke-width: 2.4; }
.full.ageing { fill: var(--rule); stroke: var(--rule); } .open.ageing { stroke: var(--rule); }
.legend { white-space: nowrap; }
.key { display: inline-block; margin-right: .7rem; white-space: nowrap; }
.key:last-child { margin-right: 0; }
.key svg { vertical-align: -.15em; }
.keys { margin: .6rem 0 0; max-width: none; font-size: .8125rem; color: var(--muted); }
.chart { margin: .5rem 0 1.8rem; }
.chart > figcaption { margin-bottom: .8rem; font-size: .875rem; font-weight: 650; color: var(--muted); }
.drawing { display: block; overflow: hidden; }
.drawing text { font-size: 12px; fill: var(--muted); }
.drawing .lane { font-size: 13px; font-weight: 650; fill: var(--ink); }
.drawing tspan.empty { font-weight: 400; fill: var(--bad); }
.drawing .count { paint-order: stroke; stroke: var(--paper); stroke-width: 4px; font-size: 13px; font-weight: 650; fill: var(--ink); }
.rail { stroke: var(--line); stroke-width: 1.5; }
.rail.empty { stroke-dasharray: 2 5; stroke: var(--rule); }
.tick { stroke: var(--line); stroke-width: 1; stroke-dasharray: 1 4; }
.due { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 5 4; }
.drawing .due-label { fill: var(--ink); }
.talk { color: var(--accent); }
.talk.full .shape { fill: currentColor; stroke: currentColor; stroke-width: 1.8; }
.talk.open .shape { fill: var(--paper); stroke: currentColor; stroke-width: 2; }
.ring { fill: none; stroke: currentColor; stroke-width: 1.4; }
.talk.open, .talk.full { stroke: none; }
.bar { stroke: var(--accent); stroke-width: 1.6; }
.bar.full { fill: var(--accent); } .bar.open { fill: var(--paper); }
.goal { stroke: var(--ink); stroke-width: 2; stroke-dasharray: 3 2; }
.strips, .beliefs-rows { margin: 0; padding: 0; list-style: none; }
.strips li { padding: .5rem 0 .3rem; border-bottom: 1px solid var(--line); }
.strip-label { margin: 0 0 .1rem; max-width: none; line-height: 1.35; }
.beliefs-rows li { display: grid; grid-template-columns: minmax(0, 1fr) auto minmax(0, 13rem); gap: 0 1.5rem; align-items: center; padding: .6rem 0; border-bottom: 1px solid var(--line); }
.beliefs-rows .belief { line-height: 1.35; }
.beliefs-rows .sides { min-width: 11rem; text-align: center; }
.verdict-of { line-height: 1.3; }
.verdict-of .note { display: block; font-size: .8125rem; }
`;
