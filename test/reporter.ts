import type {Reporter, SerializedError, TestModule} from "vitest/node";

/** Prints the counts of a whole run alone on its last line: `tests: 12 passed, 0 failed, 3 skipped`. */
export default class CountsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    console.log(countsLine(modules, errors.length));
  }
}

/** A file that does not load, or an error outside of a test, counts as a failure: it must not look green. */
function countsLine(modules: readonly TestModule[], strayErrors: number): string {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const count = (state: string): number =>
    tests.filter((test) => test.result().state === state).length;
  const broken = modules.filter((module) => module.errors().length > 0).length;
  const failed = count("failed") + broken + strayErrors;
  const skipped = count("skipped");
  const line = `tests: ${String(count("passed"))} passed, ${String(failed)} failed`;
  return skipped === 0 ? line : `${line}, ${String(skipped)} skipped`;
}
