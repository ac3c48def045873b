import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** How many tests ended how, and why the skipped ones were. */
export type Counts = { passed: number; failed: number; skipped: number; reasons: string[] };

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numFailedTestSuites: z.number(),
  testResults: z.array(
    z.object({ assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })) }),
  ),
});

const playwrightSpec = z.object({
  title: z.string(),
  tests: z.array(
    z.object({
      status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
      annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
    }),
  ),
});
type Suite = {
  specs?: z.infer<typeof playwrightSpec>[] | undefined;
  suites?: Suite[] | undefined;
};
const playwrightSuite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    specs: z.array(playwrightSpec).optional(),
    suites: z.array(playwrightSuite).optional(),
  }),
);
const playwrightReport = z.object({
  suites: z.array(playwrightSuite),
  errors: z.array(z.unknown()),
});

/** Reads vitest's JSON report. A file that failed to load counts as one failure; a skipped test's title says why. */
export async function readVitest(file: string): Promise<Counts> {
  const report = vitestReport.parse(JSON.parse(await readFile(file, 'utf8')));
  const failed = report.numFailedTests === 0 ? report.numFailedTestSuites : report.numFailedTests;
  return {
    passed: report.numPassedTests,
    failed,
    skipped: report.numPendingTests + report.numTodoTests,
    reasons: report.testResults
      .flatMap((file) => file.assertionResults)
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName }) => fullName),
  };
}

/** Reads Playwright's JSON report, and the reason of every skipped test. A flaky test has failed. */
export async function readPlaywright(file: string): Promise<Counts> {
  const report = playwrightReport.parse(JSON.parse(await readFile(file, 'utf8')));
  const counts: Counts = { passed: 0, failed: report.errors.length, skipped: 0, reasons: [] };
  const visit = (suite: Suite): void => {
    for (const spec of suite.specs ?? []) {
      for (const { status, annotations } of spec.tests) {
        if (status === 'expected') counts.passed += 1;
        else if (status === 'skipped') {
          counts.skipped += 1;
          const why = annotations.find((note) => note.type === 'skip')?.description;
          counts.reasons.push(`${spec.title}: ${why ?? 'no reason given'}`);
        } else counts.failed += 1;
      }
    }
    for (const inner of suite.suites ?? []) visit(inner);
  };
  for (const suite of report.suites) visit(suite);
  return counts;
}
