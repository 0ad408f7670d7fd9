import {expect, test} from "vitest";
import {readConfig} from "../../../src/notes/read-config.ts";
import {readFile} from "../../../src/notes/read-file.ts";
import {type CustomerText, mergeCustomers} from "../../../src/notes/rename/rename-merge.ts";

const config = await readConfig("version: 1\nteam: [{handle: ana}]\n");

function customer(file: string, text: string): CustomerText {
  const id = file.replace(/^.*\/|\.md$/g, "");
  const read = text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  const {parsed} = readFile({kind: "customer", id, file}, read, config);
  if (parsed === null) throw new Error("a customer that cannot be read");
  return {parsed, text};
}

const acme = `---
# the big one
name: Acme   # Inc.
segment: enterprise
crm: 1
---

Makes anvils.

## People
* **jane** Jane Doe (user)
* **tom** Tom (buyer): tom@acme.example
`;

test("what the first lacks goes over, what they say differently is kept in a section of its own", async () => {
  const alder = `---
name: Alder & Söhne
aliases: [AS, acme]
segment: smb      # as of 2025
stage: trial
contactable: no
reason: asked us to wait
crm: 2
erp: [SAP, "x: y"]
boss: {name: Ida}
---

# Alder & Söhne

Bought by [Acme](acme.md).

## People
- jane Jane Doe, CFO (user): jane@alder.example
- tom Tom (blocker)
- **ida-roth** Ida Roth, head of _things_ (champion)

## History
### 2024
A fair.
`;
  const {content, whole, remarks} = await mergeCustomers(
    customer("customers/acme.md", acme),
    customer("customers/alder.md", alder),
    config,
  );
  expect(content).toBe(
    `---
# the big one
name: Acme   # Inc.
segment: enterprise
stage: trial
contactable: "no"
reason: asked us to wait
crm: 1
erp: [SAP, "x: y"]
---

Makes anvils.

## People
* **jane** Jane Doe, CFO (user): jane@alder.example
* **tom** Tom (buyer): tom@acme.example
* **ida-roth** Ida Roth, head of _things_ (champion)

## From Alder & Söhne

\`\`\`yaml
segment: smb      # as of 2025
crm: 2
boss: {name: Ida}
\`\`\`

Bought by [Acme](acme.md).

### People
- tom Tom (blocker)

### History
#### 2024
A fair.
`,
  );
  expect(whole).toBe(content.replace("# Inc.\n", "# Inc.\naliases: [alder, Alder & Söhne, AS]\n"));
  expect(remarks).toEqual([
    "segment: enterprise stays, smb is kept",
    "crm is kept beside the other",
    "tom says one thing here and another there: both lines are kept",
  ]);
  const again = await mergeCustomers(
    customer("customers/acme.md", whole),
    customer("customers/alder.md", alder),
    config,
  );
  expect(again.whole).toBe(whole);
});

test("a twin with nothing of its own leaves only its names; line ends and the mark stay", async () => {
  const into = "\uFEFF---\r\nname: Acme\r\n---";
  const from = "---\nname: Acme Corp\n---\n\n# Acme Corp\n\n## People\n- jane Jane\n";
  const {whole} = await mergeCustomers(
    customer("customers/acme.md", into),
    customer("customers/acme-corp.md", from),
    config,
  );
  expect(whole).toBe(
    "\uFEFF---\r\nname: Acme\r\naliases: [acme-corp, Acme Corp]\r\n---\r\n\r\n## People\r\n- jane Jane",
  );
});

test("what is nested below a person stays with a copy of the line; links lead where they led", async () => {
  const from =
    "---\nname: Alder\n---\n\nSee [the deal](../../conversations/a.md#x), [here](other.md), [web](https://x.example/a.md).\n\n## People\n1. jane Jane\n   - met in May\n2. ida\n   Ida Roth (user)\n";
  const {content} = await mergeCustomers(
    customer("customers/acme.md", "---\nname: Acme\n---\n"),
    customer("customers/emea/alder.md", from),
    config,
  );
  expect(content).toBe(
    "---\nname: Acme\n---\n\n## People\n- jane Jane\n- **ida** Ida Roth (user)\n\n## From Alder\n\nSee [the deal](../conversations/a.md#x), [here](emea/other.md), [web](https://x.example/a.md).\n\n### People\n1. jane Jane\n   - met in May\n",
  );
});

test("a file that swallows what is put at its end is refused", async () => {
  await expect(
    mergeCustomers(
      customer("customers/acme.md", "---\nname: Acme\n---\n\n```\nopen\n"),
      customer("customers/alder.md", "---\nname: Alder\n---\n\nText\n"),
      config,
    ),
  ).rejects.toMatchObject({
    code: "not-written",
    message: "Not written: customers/acme.md has a shape in which nothing can be added at its end.",
  });
});
