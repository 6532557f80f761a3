import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserReport, lastLineReport, vitestReport } from './reports.mjs';

let dir;
const file = () => join(dir, 'report.json');
const left = (report) => writeFileSync(file(), JSON.stringify(report));

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'walk-position-report-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('the sum of a report', () => {
  it('reads the last line', () => {
    expect(lastLineReport('9 passed, 9 failed\n12 passed, 3 failed\n')).toEqual({ passed: 12, failed: 3 });
    expect(lastLineReport('Segmentation fault')).toEqual({ passed: 0, failed: 0 });
  });

  it('counts a skipped test and a file that could not be loaded as failed: 5 of 6, and one file', () => {
    left({
      numTotalTests: 6,
      numPassedTests: 5,
      testResults: [
        { status: 'passed', assertionResults: [{}] },
        { status: 'failed', assertionResults: [] },
      ],
    });
    expect(vitestReport(file())()).toEqual({ passed: 5, failed: 2 });
  });

  it('counts what was unexpected, flaky or skipped in the browser as failed: 1 + 2 + 3', () => {
    left({ stats: { expected: 7, unexpected: 1, flaky: 2, skipped: 3 } });
    expect(browserReport(file())()).toEqual({ passed: 7, failed: 6 });
  });

  it('finds nothing where no report was left', () => {
    expect(vitestReport(file())()).toEqual({ passed: 0, failed: 0 });
    expect(browserReport(file())()).toEqual({ passed: 0, failed: 0 });
  });
});
