// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { CheckResult, SelfCheck } from '../../../../preload/contract/diagnostics.ts';
import { Diagnostics } from '../../../../renderer/help/Diagnostics.tsx';
import { checkWords } from '../../../../renderer/help/check-words.ts';
import { useDiagnostics } from '../../../../renderer/help/diagnostics.store.ts';
import { failed, installPortal, ok } from '../fake-portal.ts';

const passed = (check: SelfCheck, more: Partial<CheckResult> = {}): CheckResult => ({
  check,
  state: 'passed',
  code: 'ok',
  host: 'portal.example',
  issuer: null,
  validUntil: null,
  skewMs: null,
  freeBytes: null,
  took: 2400,
  at: 0,
  ...more,
});

afterEach(() => {
  cleanup();
  useDiagnostics.setState(useDiagnostics.getInitialState());
});
const press = async (name: string): Promise<void> => {
  await act(async () => void fireEvent.click(screen.getByRole('button', { name })));
};

describe('the self-checks', () => {
  it('are numbered, and run one by one when they are asked for', async () => {
    const portal = installPortal({ 'diagnostics.check': ({ check }) => ok(passed(check)) });
    render(<Diagnostics />);
    expect(screen.getAllByText('Not run yet')).toHaveLength(6);
    await press('Run check 1: The portal answers');
    expect(portal.called).toEqual([{ name: 'diagnostics.check', input: { check: 'portal' } }]);
    expect(screen.getByText('portal.example answered after 2 seconds.')).toBeTruthy();
    await press('Run all six');
    expect(portal.called.slice(1).map(({ input }) => input)).toEqual(
      ['portal', 'tls', 'clock', 'keychain', 'disk', 'inspection'].map((check) => ({ check })),
    );
    expect(screen.getAllByText('Passed')).toHaveLength(6);
  });

  it('say what to do, and give IT a code', async () => {
    installPortal({
      'diagnostics.check': ({ check }) =>
        ok(passed(check, { state: 'failed', code: 'disk-full', freeBytes: 0 })),
    });
    render(<Diagnostics />);
    await press('Run check 5: The disk takes what is written');
    const [, , , , line] = screen.getAllByRole('listitem');
    expect(line?.textContent).toContain('Make room, and run this again.');
    expect(line?.textContent).toContain('For IT: 5-disk-full');
  });

  it.each([
    [passed('portal', { state: 'failed', code: 'offline' }), /no network/u],
    [passed('portal', { state: 'failed', code: 'status-503' }), /trouble of its own/u],
    [passed('portal', { state: 'not-needed', code: 'no-portal' }), /Sign in first/u],
    [passed('tls', { state: 'failed', code: 'CERT_HAS_EXPIRED', issuer: 'Acme' }), /Acme vouches/u],
    [passed('tls', { state: 'attention', code: 'not-reached' }), /Run check 1 first/u],
    [passed('tls', { issuer: 'Acme CA', validUntil: 1_800_000_000_000 }), /Acme CA vouches/u],
    [passed('tls', { state: 'not-needed', code: 'this-computer' }), /on this computer/u],
    [passed('clock', { state: 'failed', skewMs: 86_400_000 }), /1 day ahead/u],
    [passed('clock', { state: 'failed', skewMs: -7_200_000 }), /2 hours behind/u],
    [passed('keychain', { state: 'failed', code: 'keychain-locked' }), /Unlock it/u],
    [passed('disk', { state: 'attention', code: 'nearly-full', freeBytes: 9e7 }), /90 MB/u],
    [passed('inspection', { state: 'failed', code: 'inspection-timeout' }), /Quit Latchkey/u],
  ] as const)('find words for %j', (result, words) => {
    expect(checkWords(result)).toMatch(words);
  });
});

describe('the report', () => {
  it('is read before it can be saved, and is saved as it was read', async () => {
    const portal = installPortal({
      'diagnostics.report': () => ok({ text: 'Latchkey diagnostics\n  version: 1.0.0\n' }),
      'diagnostics.save': () => ok({ saved: 'latchkey-report.txt' }),
    });
    render(<Diagnostics />);
    expect(screen.queryByRole('button', { name: 'Save report' })).toBeNull();
    await press('Read the report');
    const text = screen.getByLabelText<HTMLTextAreaElement>('The report as it will be saved');
    expect(text.value).toContain('version: 1.0.0');
    expect(text.readOnly).toBe(true);
    await press('Save report');
    expect(portal.called.map(({ name }) => name)).toEqual([
      'diagnostics.report',
      'diagnostics.save',
    ]);
  });

  it('says when it could not be saved, and nothing when the person thought better of it', async () => {
    let answer = failed('cancelled');
    installPortal({
      'diagnostics.report': () => ok({ text: 'x' }),
      'diagnostics.save': () => answer,
    });
    render(<Diagnostics />);
    await press('Read the report');
    await press('Save report');
    expect(screen.queryByRole('alert')).toBeNull();
    answer = failed('disk-full');
    await press('Save report');
    expect(within(screen.getByRole('alert')).getByText(/disk is full/iu)).toBeTruthy();
  });
});
