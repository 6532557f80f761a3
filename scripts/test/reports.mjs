// How many passed and failed, read from what each kind of runner leaves behind. A test that was skipped did not pass.
import { existsSync, readFileSync } from 'node:fs';

const nothing = () => ({ passed: 0, failed: 0 });

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

/** A step that the tests need and that is none itself: it counts only where it fails. */
export const noTests = nothing;

/** A program whose last line is the sum. */
export function lastLineReport(output) {
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(output.trim().split('\n').at(-1)) ?? [];
  return passed === undefined ? nothing() : { passed: Number(passed), failed: Number(failed) };
}

/** A file that could not even be loaded holds no test, and counts as one that failed. */
export function vitestReport(file) {
  return () => {
    const report = read(file);
    if (!report) return nothing();
    const broken = report.testResults.filter(
      (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
    );
    return {
      passed: report.numPassedTests,
      failed: report.numTotalTests - report.numPassedTests + broken.length,
    };
  };
}

export function browserReport(file) {
  return () => {
    const report = read(file);
    if (!report) return nothing();
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected, failed: unexpected + flaky + skipped };
  };
}
