import type {EvidenceLine} from "../../../src/notes/body.ts";
import type {Collection} from "../../../src/notes/collection.ts";
import {assumption, collectionOf, concept, customer, note, unreadable} from "../../builders.ts";

function line(
  on: string,
  stance: EvidenceLine["stance"],
  kind: EvidenceLine["kind"],
  quote: string | null = null,
): Partial<EvidenceLine> {
  return {assumption: on, stance, kind, quote};
}

/** A small team's notes on one concept, with one assumption in nearly every state, as of 2026-11-20. */
export function sample(): Collection {
  return collectionOf([
    concept({id: "fast-setup", name: "Fast setup"}),
    customer({id: "gantry", name: "Gantry", segment: "enterprise"}),
    customer({id: "acme", name: "Acme", segment: "enterprise"}),
    customer({id: "dune", name: "Dune Health", segment: "enterprise"}),
    customer({id: "bolt", name: "Bolt", segment: "smb", relationship: "advocate"}),
    customer({id: "harbor", name: "Harbor", segment: "smb"}),
    customer({id: "corvid", name: "Corvid", segment: "smb"}),
    assumption({
      id: "setup",
      statement: "New customers finish setup alone in under five minutes",
      type: "usability",
      importance: "critical",
      concepts: ["fast-setup"],
      wrong: "two of five new customers need help",
    }),
    assumption({
      id: "cloud",
      statement: "IT will allow our cloud connection",
      type: "feasibility",
      importance: "critical",
      concepts: ["fast-setup"],
    }),
    assumption({
      id: "sso",
      statement: "Customers will pay extra for SSO",
      type: "viability",
      importance: "high",
      concepts: ["fast-setup"],
      override: "contested",
      overridden: "2026-11-19",
      by: "eva",
      reason: "two of them were trials",
    }),
    assumption({
      id: "admin",
      statement: "An admin, not IT, sets it up",
      importance: "high",
      concepts: ["fast-setup"],
    }),
    assumption({id: "export", statement: "Auditors accept our export"}),
    assumption({
      id: "fax",
      statement: "They need a fax",
      retired: "2026-10-01",
      reason: "nobody does",
    }),
    unreadable("assumption", "broken"),
    note({
      id: "2026-11-19-gantry-sales-call-k7f3qa",
      date: "2026-11-19",
      customer: "gantry",
      type: "sales-call",
      team: ["ana", "farid"],
      evidence: [
        line("setup", "refutes", "observed", "He opened the help page four times, I counted"),
        line("sso", "refutes", "story", "We dropped the last tool over its sign-on surcharge"),
        line("cloud", "supports", "compliment", "Lovely"),
      ],
    }),
    note({
      id: "2026-11-11-corvid-demo-aaaaaa",
      date: "2026-11-11",
      customer: "corvid",
      evidence: [line("setup", "supports", "compliment", "Very nice")],
    }),
    note({
      id: "2026-11-06-acme-interview-m2v8cd",
      date: "2026-11-06",
      customer: "acme",
      evidence: [
        line("setup", "refutes", "story", "We gave up after two hours"),
        line("sso", "refutes", "story"),
      ],
    }),
    note({
      id: "2026-11-02-bolt-usability-test-b4x9te",
      date: "2026-11-02",
      customer: "bolt",
      type: "usability-test",
      evidence: [
        line("setup", "supports", "observed", "Done before my coffee was"),
        line("admin", "supports", "story", "Our admin did it"),
      ],
    }),
    note({
      id: "2026-10-22-dune-interview-h6t1yw",
      date: "2026-10-22",
      customer: "dune",
      evidence: [
        line("setup", "refutes", "story", "IT had to come twice"),
        line("sso", "refutes", "money"),
        line("undeclared-one", "supports", "opinion"),
      ],
    }),
    note({
      id: "2026-10-15-harbor-interview-c3d4ef",
      date: "2026-10-15",
      customer: "harbor",
      evidence: [
        line("setup", "supports", "opinion", "An admin can do it"),
        line("admin", "supports", "story", "The admin does these things here"),
      ],
    }),
    note({
      id: "2025-09-15-acme-interview-q1q1q1",
      date: "2025-09-15",
      customer: "acme",
      evidence: [
        line("export", "supports", "story", "The auditor took it"),
        line("fax", "supports", "story"),
      ],
    }),
    note({id: "2026-09-20-corvid-interview-zzzzzz", date: "2026-09-20", customer: "corvid"}),
  ]);
}
