import type {Document, Span, Table} from "../../src/reports/document.ts";

/** A page with every kind of block and chart, as a gate report uses them. */

const note = (text: string, id: string): Span => ({
  role: "file",
  kind: "conversation",
  file: `conversations/2026/${id}.md`,
  text,
});

const belief = (text: string, id: string): Span => ({
  role: "file",
  kind: "assumption",
  file: `assumptions/${id}.md`,
  text,
});

const talks: Table = {
  block: "table",
  columns: [
    {title: "date", priority: 1, align: "left"},
    {title: "customer", priority: 1, align: "left"},
    {title: "segment", priority: 2, align: "left"},
    {title: "type", priority: 2, align: "left"},
    {title: "who", priority: 3, align: "left"},
    {title: "learned", priority: 2, align: "left"},
  ],
  rows: [
    [
      note("Thu 2026-11-19", "2026-11-19-gantry-sales-call-k7f3qa"),
      "Gantry",
      "enterprise",
      "sales call",
      "Ana, Farid",
      "would not pay before the audit",
    ],
    [
      note("Wed 2026-11-11", "2026-11-11-corvid-demo-p2p2p2"),
      "Corvid",
      "smb",
      "demo",
      "Ben",
      "not counted: nothing learned",
    ],
    [
      note("Mon 2026-11-02", "2026-11-02-bolt-usability-test-b4x9te"),
      "Bolt",
      "smb, advocate",
      "usability test",
      "Ana, Chloe",
      "done in 4 minutes",
    ],
    [
      note("Thu 2026-10-22", "2026-10-22-dune-interview-h6t1yw"),
      "Dune Health",
      "enterprise",
      "interview",
      "Ben, Eva",
      "IT had to come twice",
    ],
  ],
  more: "… and 3 more (--all)",
};

const beliefTable: Table = {
  block: "table",
  columns: [
    {title: "against | for", priority: 1, align: "left"},
    {title: "status", priority: 1, align: "left"},
    {title: "belief", priority: 1, align: "left", cut: true},
    {title: "missing", priority: 2, align: "left"},
  ],
  rows: [
    [
      {role: "marks", against: ["did", "told", "told"], for: ["did", "thinks"]},
      {role: "status", text: "contested", tone: "warn"},
      belief("New customers finish setup alone in under five minutes", "setup"),
      "3 more customers with more than an opinion",
    ],
    [
      {role: "marks", against: [], for: []},
      {role: "status", text: "not tested", tone: "warn"},
      belief("IT will allow our cloud connection", "cloud"),
      "anybody at all",
    ],
    [
      {role: "marks", against: ["thinks"], for: ["did", "did", "told", "told", "told"]},
      {role: "status", text: "validated", tone: "good"},
      belief("Finance leads want a link for the board instead of a deck", "link"),
      "",
    ],
    [
      {
        role: "marks",
        against: ["did", "did", "told", "told", "told", "told", "told", "told", "told", "thinks"],
        for: [],
      },
      {role: "status", text: "invalidated", tone: "bad"},
      belief("Customers will pay extra for single sign-on", "sso"),
      "",
    ],
  ],
  more: null,
};

const figures = (first: string, second: string, rows: [string, string][]): Table => ({
  block: "table",
  columns: [
    {title: first, priority: 1, align: "left"},
    {title: second, priority: 1, align: "right"},
  ],
  rows,
  more: null,
});

export const gateSample: Document = {
  title: "Fast setup, G2 build",
  blocks: [
    {
      block: "only",
      on: "page",
      blocks: [
        {
          block: "verdict",
          tone: "bad",
          text: "NOT READY for G2 build, Tue 24 Nov 2026",
          boxes: [
            {label: "talks", met: true, found: "7 of 5 talks"},
            {label: "customers", met: true, found: "6 of 3 customers"},
            {label: "recent", met: true, found: "yesterday; 30 days at most"},
            {label: "critical", met: false, found: "1 of 2 critical not tested"},
            {label: "disconfirming", met: true, found: "4 of 1 against"},
            {label: "shaped", met: true, found: "2 of 1 decisions"},
            {label: "segments", met: false, found: "public-sector not heard"},
            {label: "readable", met: null, found: "off"},
          ],
        },
      ],
    },
    {
      block: "answer",
      lines: [
        "2 of 8 not met: “IT will allow our cloud connection” is not tested; public-sector was not heard.",
        [
          {role: "status", text: "1 file left out, 1 note read in part:", tone: "warn"},
          " ",
          {role: "command", text: "pm-talk check"},
        ],
      ],
    },
    {
      block: "pull-quote",
      text: "He opened the help page four times, I counted",
      source: [
        "Gantry, enterprise, ",
        note("seen", "2026-11-19-gantry-sales-call-k7f3qa"),
        ", ",
        {role: "date", date: "2026-11-19", text: "Thu 2026-11-19"},
      ],
      aside: "4 in all, in full below",
    },
    {block: "heading", level: 2, text: "Who was heard since G1", aside: "since Tue 2026-09-15"},
    {
      block: "chart",
      title: "Talks by segment since the last gate",
      chart: {
        kind: "timeline",
        from: "2026-09-15",
        to: "2026-11-24",
        line: {date: "2026-10-25", label: "30 days before the gate"},
        lanes: [
          {
            label: "enterprise",
            empty: "nobody heard",
            marks: [
              talk("2026-11-19", "selling", true, false, "Gantry, sales call"),
              talk("2026-11-18", "interview", true, false, "Acme, interview"),
              talk("2026-10-22", "interview", true, false, "Dune, interview"),
              talk("2026-09-30", "other", false, false, "Fjord, support call"),
            ],
          },
          {
            label: "smb",
            empty: "nobody heard",
            marks: [
              talk("2026-11-11", "selling", false, false, "Corvid, demo"),
              talk("2026-11-02", "interview", true, true, "Bolt, usability test"),
              talk("2026-10-15", "interview", true, false, "Harbor, interview"),
            ],
          },
          {label: "public-sector", empty: "nobody heard", marks: []},
        ],
      },
      table: talks,
    },
    {block: "heading", level: 2, text: "The beliefs that could sink it"},
    {
      block: "chart",
      title: "Critical and high beliefs, the riskiest first",
      chart: {
        kind: "beliefs",
        rows: [
          {
            label: belief("IT will allow our cloud connection", "cloud"),
            against: [],
            for: [],
            status: "not tested",
            tone: "warn",
            note: "was not tested at G1; nobody asked yet",
          },
          {
            label: belief("New customers finish setup alone in under five minutes", "setup"),
            against: [
              {mark: "did", ageing: false},
              {mark: "told", ageing: false},
              {mark: "told", ageing: true},
            ],
            for: [
              {mark: "did", ageing: false},
              {mark: "thinks", ageing: true},
            ],
            status: "contested",
            tone: "warn",
            note: "was not tested at G1; 3 more customers with more than an opinion",
          },
          {
            label: belief("Finance leads want a link for the board instead of a deck", "link"),
            against: [{mark: "thinks", ageing: false}],
            for: [
              {mark: "did", ageing: false},
              {mark: "did", ageing: false},
              {mark: "told", ageing: false},
              {mark: "told", ageing: false},
              {mark: "told", ageing: true},
            ],
            status: "validated",
            tone: "good",
            note: null,
          },
        ],
      },
      table: beliefTable,
    },
    {
      block: "chart",
      title: "How what we believe changed",
      chart: {
        kind: "statuses",
        rows: [
          {
            label: belief("New customers finish setup alone in under five minutes", "setup"),
            points: [
              {date: "2026-08-31", status: "untested", tone: "warn", label: "not tested"},
              {date: "2026-09-30", status: "leaning-valid", tone: "good", label: "early yes"},
              {date: "2026-10-31", status: "contested", tone: "warn", label: "contested"},
              {date: "2026-11-20", status: "contested", tone: "warn", label: "contested"},
            ],
          },
          {
            label: belief("Customers will pay extra for single sign-on", "sso"),
            points: [
              {date: "2026-09-30", status: "inconclusive", tone: "neutral", label: "too early"},
              {date: "2026-10-31", status: "leaning-invalid", tone: "bad", label: "early no"},
              {date: "2026-11-20", status: "invalidated", tone: "bad", label: "invalidated"},
            ],
          },
        ],
      },
      table: figures("belief", "now", [
        ["setup alone", "contested"],
        ["pays for SSO", "invalidated"],
      ]),
    },
    {block: "heading", level: 2, text: "Meaningful talks by month"},
    {
      block: "chart",
      title: "Meaningful talks and the goal, six months",
      chart: {
        kind: "months",
        bars: [
          {month: "2026-06", count: 3, goal: null},
          {month: "2026-07", count: 1, goal: 5},
          {month: "2026-08", count: 0, goal: 5},
          {month: "2026-09", count: 5, goal: 5},
          {month: "2026-10", count: 7, goal: 5},
          {month: "2026-11", count: 4, goal: 5},
        ],
      },
      table: figures("month", "talks", [
        ["October", "7"],
        ["November", "4"],
      ]),
    },
    {block: "heading", level: 2, text: "Everything said against it"},
    {
      block: "quote",
      sign: "-",
      text: "We gave up after two hours and asked the vendor",
      source: ["Acme, told, ", {role: "date", date: "2026-11-06", text: "Fri 2026-11-06"}],
      aside: {role: "id", text: "m2v8cd"},
    },
    {
      block: "quote",
      sign: "+",
      text: "Done before my coffee was",
      source: "Bolt, smb, advocate, seen, Mon 2026-11-02",
      aside: {role: "id", text: "b4x9te"},
    },
    {
      block: "group",
      lead: "Drop the SSO tier",
      aside: "scope out, Sat 2026-11-21",
      blocks: [
        {
          block: "facts",
          facts: [
            {label: "changed", value: "Single sign-on is in every plan"},
            {label: "because of", value: [note("Gantry", "k7f3qa"), ", told: not yet"]},
          ],
        },
        {block: "list", items: ["Gantry was told", "Dune was not told"]},
      ],
    },
    {block: "callout", tone: "warn", text: "1 note was written up more than a week later."},
    {block: "callout", tone: "bad", text: "A NEWER NOTE CANNOT BE READ: line 6."},
    {block: "paragraph", text: ["Marks: ", {role: "legend"}]},
    {block: "heading", level: 2, text: "Decision"},
    {
      block: "form",
      boxes: ["Go", "Conditional go", "Hold", "Recycle", "Kill"],
      lines: ["Conditions", "Names", "Date"],
    },
    {
      block: "footer",
      lines: [
        "Fri 2026-11-20. 41 notes read, 1 file left out, newest 2026-11-19.",
        "pm-talk checks that customers were heard. It does not decide.",
      ],
    },
  ],
};

function talk(
  date: string,
  shape: "interview" | "selling" | "other",
  meaningful: boolean,
  advocate: boolean,
  label: string,
) {
  return {date, shape, meaningful, advocate, label, file: null};
}
