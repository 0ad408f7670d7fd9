import {describe, expect, it} from "vitest";
import {assess} from "../../src/analysis/assess.ts";
import {defaults, readExamples, row, statedBy, subject} from "./assess-examples.ts";

const {asOf, examples} = readExamples();

describe("the worked examples of the rule", () => {
  it("are all there", () => {
    expect(examples).toHaveLength(54);
  });

  it.each(examples)("$name", (example) => {
    const about = subject({
      ...(example.type === undefined ? {} : {type: example.type}),
      segments: example.segments ?? [],
      reset: example.reset ?? null,
      created: example.created ?? null,
    });
    const assessment = assess(about, example.rows.map(row), asOf, defaults);
    expect(statedBy(assessment)).toEqual(example.result);
  });
});
