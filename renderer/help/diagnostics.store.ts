import { create } from 'zustand';
import type { CheckResult, SelfCheck } from '../../preload/contract/diagnostics.ts';
import type { AppError } from '../../preload/contract/errors.ts';
import { call } from '../portal.ts';

/** The self-checks in the order of their numbers. */
export const selfChecks = [
  'portal',
  'tls',
  'clock',
  'keychain',
  'disk',
  'inspection',
] as const satisfies readonly SelfCheck[];

/** How a check stands. */
export type Checked = { isRunning: boolean; result: CheckResult | null; error: AppError | null };

type Report = { text: string | null; isBusy: boolean; error: AppError | null };

const notRun: Checked = { isRunning: false, result: null, error: null };

/** What the checks have found since the window was opened, and the report that was made last. */
export const useDiagnostics = create<{
  checks: Readonly<Partial<Record<SelfCheck, Checked>>>;
  report: Report;
}>(() => ({ checks: {}, report: { text: null, isBusy: false, error: null } }));

/** How one check stands. */
export function useCheck(check: SelfCheck): Checked {
  return useDiagnostics(({ checks }) => checks[check] ?? notRun);
}

/** Runs one check, and answers with what it found; null when main did not answer. */
export async function runCheck(check: SelfCheck): Promise<CheckResult | null> {
  const change = (part: Partial<Checked>): void =>
    useDiagnostics.setState(({ checks }) => ({
      checks: { ...checks, [check]: { ...(checks[check] ?? notRun), ...part } },
    }));
  change({ isRunning: true, error: null });
  const answer = await call('diagnostics.check', { check });
  change(
    answer.ok
      ? { isRunning: false, result: answer.value }
      : { isRunning: false, error: answer.error },
  );
  return answer.ok ? answer.value : null;
}

/** Runs all of them, one after the other, in the order of their numbers. */
export async function runAllChecks(): Promise<void> {
  for (const check of selfChecks) await runCheck(check);
}

/** Has main write the report, to be read. */
export async function makeReport(): Promise<void> {
  const { report } = useDiagnostics.getState();
  if (report.isBusy) return;
  useDiagnostics.setState({ report: { ...report, isBusy: true, error: null } });
  const answer = await call('diagnostics.report', undefined);
  useDiagnostics.setState({
    report: answer.ok
      ? { text: answer.value.text, isBusy: false, error: null }
      : { ...report, isBusy: false, error: answer.error },
  });
}

/** Saves the report that is shown, where the person says; the file's name, or null. */
export async function saveReport(): Promise<string | null> {
  const answer = await call('diagnostics.save', undefined);
  if (answer.ok) return answer.value.saved;
  if (answer.error.code !== 'cancelled')
    useDiagnostics.setState(({ report }) => ({ report: { ...report, error: answer.error } }));
  return null;
}
