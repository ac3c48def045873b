// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { KeychainLockedPage, RestoringPage } from '../../../../renderer/session/WaitingPages.tsx';
import { installPortal, ok } from '../fake-portal.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const signedOut = {
  status: 'signed-out' as const,
  because: null,
  lastAddress: null,
  lastUsername: null,
  keychain: 'unknown' as const,
};
const press = (name: string): Promise<void> =>
  act(async () => {
    fireEvent.click(screen.getByRole('button', { name }));
  });

describe('waiting for the keychain', () => {
  it('is said at once, and can be skipped after a second', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const portal = installPortal({ 'session.continueWithout': () => ok(signedOut) });
    render(<RestoringPage session={{ status: 'restoring', step: 'keychain', portal: null }} />);
    expect(screen.getByText('Waiting for your keychain')).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    await act(async () => void vi.advanceTimersByTime(1000));
    await press('Go on without');
    expect(portal.called.map(({ name }) => name)).toEqual(['session.continueWithout']);
  });
});

describe('a keychain that is locked', () => {
  it('can be unlocked, left alone, or signed out of', async () => {
    const portal = installPortal({
      'session.unlockKeychain': () => ok({ status: 'keychain-locked', portal: null }),
      'session.continueWithout': () => ok(signedOut),
      'session.signOut': () => ok(signedOut),
    });
    render(<KeychainLockedPage />);
    for (const name of ['Unlock keychain', 'Continue without', 'Sign out']) await press(name);
    expect(portal.called.map(({ name }) => name)).toEqual([
      'session.unlockKeychain',
      'session.continueWithout',
      'session.signOut',
    ]);
  });
});
