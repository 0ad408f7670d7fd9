import type {Document, Mark, Span, Spans} from "../../src/reports/document.ts";

/** Documents as reports build them, with the sample team: what the renderers are looked at with. */

const command = (text: string): Span => ({role: "command", text});
const day = (date: string, text = date): Span => ({role: "date", date, text});
const quote = (text: string): Span => ({role: "quote", text});
const conversation = (id: string, text = id.slice(-6)): Span => ({
  role: "file",
  kind: "conversation",
  file: `conversations/2026/${id}.md`,
  text,
});
const customer = (id: string, text: string): Span => ({
  role: "file",
  kind: "customer",
  file: `customers/${id}.md`,
  text,
});
const assumption = (id: string, text: string): Span => ({
  role: "file",
  kind: "assumption",
  file: `assumptions/${id}.md`,
  text,
});
const marks = (against: Mark[], forIt: Mark[]): Span => ({role: "marks", against, for: forIt});
const status = (text: string, tone: "good" | "bad" | "warn" | "neutral"): Span => ({
  role: "status",
  text,
  tone,
});

const setup = assumption(
  "setup-under-five-minutes",
  "New customers finish setup alone in under five minutes",
);
const cloud = assumption("it-allows-cloud", "IT will allow our cloud connection");
const footer: Document["blocks"][number] = {
  block: "footer",
  lines: ["Fri 2026-11-20. 41 notes read, none left out, newest 2026-11-19."],
};
const lastTalk: Spans = [
  "Last customer conversation: ",
  day("2026-11-19", "yesterday (Thu 2026-11-19)"),
  ", Ana and Farid, ",
  customer("gantry", "Gantry"),
  ".",
];
const withoutSelling: Spans = [
  "Without selling: ",
  day("2026-11-06", "14 days ago (Fri 2026-11-06)"),
  ", Ana with ",
  customer("acme", "Acme"),
  " (Jane Doe).",
];

export const last: Document = {
  title: "Last conversation",
  blocks: [
    {
      block: "answer",
      lines: [
        [
          day("2026-11-19", "Yesterday (Thu 2026-11-19)"),
          ": Ana and Farid, sales call with ",
          customer("gantry", "Gantry"),
          " (Tom Berg).",
        ],
        withoutSelling,
      ],
    },
    {
      block: "callout",
      tone: "bad",
      text: [
        "A NEWER NOTE CANNOT BE READ: 2026-11-19-gantry-sales-call-k7f3qa.md, line 6: ",
        command("pm-talk check"),
      ],
    },
  ],
};

export const reportLast: Document = {
  title: "When we last talked to customers",
  blocks: [
    {block: "answer", lines: [lastTalk, withoutSelling]},
    {
      block: "table",
      columns: [
        {title: "Who", priority: 1, align: "left"},
        {title: "", priority: 5, align: "left"},
        {title: "last talk", priority: 2, align: "left"},
        {title: "", priority: 2, align: "left"},
        {title: "30 days", priority: 4, align: "right"},
        {title: "meaningful", priority: 3, align: "right"},
      ],
      rows: [
        ["Ana", "pm", day("2026-11-19", "Thu 2026-11-19"), customer("gantry", "Gantry"), "3", "3"],
        ["Ben", "pm", day("2026-11-13", "Fri 2026-11-13"), customer("elm", "Elm & Oak"), "3", "2"],
        [
          "Chloe",
          "design",
          day("2026-11-02", "Mon 2026-11-02"),
          customer("bolt", "Bolt"),
          "1",
          "1",
        ],
        ["Dev", "eng", "never", "", "", ""],
        [
          "Eva",
          "exec",
          day("2026-10-22", "Thu 2026-10-22"),
          [customer("dune", "Dune"), " (listened)"],
          "1",
          "1",
        ],
      ],
      more: null,
    },
    {
      block: "table",
      columns: [
        {title: "Customers", priority: 1, align: "left"},
        {title: "last talk", priority: 2, align: "left"},
        {title: "by", priority: 3, align: "left"},
        {title: "wanted every", priority: 4, align: "left"},
        {title: "they are", priority: 5, align: "left"},
      ],
      rows: [
        [
          customer("harbor", "Harbor"),
          day("2026-10-15", "Thu 2026-10-15"),
          "Ben",
          ["30 d, ", status("6 late", "bad")],
          "neutral",
        ],
        [
          customer("dune", "Dune Health"),
          day("2026-10-22", "Thu 2026-10-22"),
          "Ben, Eva",
          "30 d",
          "neutral",
        ],
        [
          customer("bolt", "Bolt"),
          day("2026-11-02", "Mon 2026-11-02"),
          "Ana, Chloe",
          "60 d",
          "advocate",
        ],
        [
          customer("akume", "株式会社アクメ"),
          day("2026-11-19", "Thu 2026-11-19"),
          "Ana, Farid",
          "-",
          "neutral 🙂",
        ],
      ],
      more: "… and 9 more (--all)",
    },
    {
      block: "facts",
      facts: [
        {
          label: "Segments",
          value: [
            "smb ",
            day("2026-11-13", "Fri 2026-11-13"),
            " · enterprise ",
            day("2026-11-19", "Thu 2026-11-19"),
            " · public-sector never",
          ],
        },
      ],
    },
    footer,
  ],
};

export const overview: Document = {
  title: "What customers told us",
  blocks: [
    {
      block: "answer",
      lines: [
        lastTalk,
        [
          "Next gate: Fast setup, G2 build, ",
          day("2026-11-24", "in 4 days (Tue 2026-11-24)"),
          ": ",
          status("NOT READY", "bad"),
          ", 2 of 8 not met.",
        ],
        [
          "Strongest no: ",
          quote("He opened the help page four times, I counted"),
          " ",
          customer("gantry", "Gantry"),
          ", seen.",
        ],
      ],
    },
    {
      block: "group",
      lead: "What we believe",
      aside: ["each mark a customer: ", {role: "legend"}],
      blocks: [
        {
          block: "table",
          columns: [
            {title: "against for", priority: 2, align: "left"},
            {title: "", priority: 3, align: "left"},
            {title: "", priority: 1, align: "left"},
            {title: "", priority: 4, align: "left"},
          ],
          rows: [
            [
              marks(["did", "told", "told"], ["did", "thinks"]),
              status("contested", "warn"),
              setup,
              "critical",
            ],
            [marks([], []), status("not tested", "neutral"), cloud, "critical"],
            [
              marks([], ["told", "told"]),
              status("early yes", "good"),
              assumption("admin", "An admin, not IT, sets it up"),
              "high",
            ],
            [
              marks(["did", "told", "told"], []),
              status("invalidated", "bad"),
              assumption("pay-for-sso", "Customers will pay extra for SSO"),
              "high",
            ],
            [
              marks(["thinks"], ["did", "did", "told", "told", "told"]),
              status("validated", "good"),
              assumption(
                "link",
                "Finance leads want a link for the board instead of a deck of forty screenshots",
              ),
              "critical",
            ],
            [
              marks([], []),
              status("out of date", "neutral"),
              assumption("audit", "Auditors accept our export"),
              "medium",
            ],
          ],
          more: null,
        },
        {block: "paragraph", text: ["Riskiest, because nobody has tested it: ", cloud]},
      ],
    },
    {
      block: "facts",
      facts: [
        {label: "This month", value: "4 meaningful talks: Ana 3 (goal 2), Ben 1 (2), Eva 0 (1)"},
        {label: "Owed", value: "send Dune the security paper: Ben, 7 days late"},
        {
          label: "Next",
          value: ["Dune Health, we owe them the security paper: ", command("pm-talk prep dune")],
        },
      ],
    },
    footer,
  ],
};

export const assumptions: Document = {
  title: "What we believe",
  blocks: [
    {
      block: "answer",
      lines: [
        "4 beliefs: 1 contested, 1 invalidated, 1 early yes, 1 not tested.",
        ["Test first: ", cloud, " (critical, nobody asked yet)."],
        "Most said against: Customers will pay extra for SSO (3 customers, 0 for).",
      ],
    },
    {block: "callout", tone: "warn", text: ["1 file left out: ", command("pm-talk check")]},
    {
      block: "group",
      lead: setup,
      aside: "critical, usability",
      blocks: [
        {
          block: "paragraph",
          text: [
            marks(["did", "told", "told"], ["did", "thinks"]),
            "   ",
            status("CONTESTED", "warn"),
            "    3 customers against, 2 for; split by segment",
          ],
        },
        {
          block: "quote",
          sign: "-",
          text: "He opened the help page four times, I counted",
          source: [
            customer("gantry", "Gantry"),
            ", enterprise, seen, ",
            day("2026-11-19", "Thu 2026-11-19"),
          ],
          aside: conversation("2026-11-19-gantry-sales-call-k7f3qa"),
        },
        {
          block: "quote",
          sign: "+",
          text: "Done before my coffee was",
          source: [
            customer("bolt", "Bolt"),
            ", smb, advocate, seen, ",
            day("2026-11-02", "Mon 2026-11-02"),
          ],
          aside: conversation("2026-11-02-bolt-usability-test-b4x9te"),
        },
        {
          block: "paragraph",
          text: "smb 0 against, 2 for · enterprise 3 against, 0 for: do not average them",
        },
        {
          block: "facts",
          facts: [
            {label: "wrong if", value: "two of five new customers need help"},
            {
              label: "missing",
              value:
                '3 more customers with more than an opinion; one in enterprise; the "no" outweighs the "yes"',
            },
            {
              label: "left out",
              value: ["Corvid, ", day("2026-11-11", "Wed 2026-11-11"), ": praise"],
            },
            {label: "history", value: "Sep not tested · Oct contested · Nov contested"},
          ],
        },
      ],
    },
    {
      block: "group",
      lead: cloud,
      aside: "critical, feasibility",
      blocks: [
        {
          block: "paragraph",
          text: [
            marks([], []),
            "   ",
            status("NOT TESTED", "neutral"),
            "   Gantry was polite about it; that is not evidence",
          ],
        },
      ],
    },
    {block: "heading", level: 2, text: "What we learned", aside: "since 2026-08-22"},
    {
      block: "paragraph",
      text: "Customers will pay extra for single sign-on: early no → invalidated.",
    },
    {
      block: "list",
      items: [
        "Nobody went back to Fjord.",
        ["Ask: ", command("pm-talk next --concept fast-setup")],
      ],
    },
    {
      block: "quote",
      text: "We dropped the last tool over its sign-on surcharge",
      source: "Gantry, told",
    },
    footer,
  ],
};
