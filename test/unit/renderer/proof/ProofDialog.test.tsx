// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../../preload/contract/app.ts';
import type { Result } from '../../../../preload/contract/errors.ts';
import { ProofDialog } from '../../../../renderer/proof/ProofDialog.tsx';
import { mirrorApp } from '../../../../renderer/app.store.ts';
import { forgetProof, withProof } from '../../../../renderer/proof/proof.store.ts';
import { failed, installPortal, ok } from '../fake-portal.ts';
import type { FakePortal } from '../fake-portal.ts';

afterEach(() => {
  forgetProof();
  cleanup();
});

const snapshot: Snapshot = {
  version: '1.0.0',
  os: 'linux',
  systemLanguages: ['en'],
  preferences: { theme: 'system', language: null, notifyOrders: true },
  session: {
    status: 'signed-in',
    account: { displayName: 'Noor', username: 'noor', emailAddress: null },
    portal: { address: 'https://a.example', tenantName: null, isDemo: false },
    secretStore: 'memory-chosen',
    signedInAt: 0,
  },
  reachability: { state: 'online', since: null },
  clockSkew: null,
  uploads: [],
  files: [],
  notices: [],
};

/** An action that the portal takes only after a proof; counts how often it was tried. */
function guarded(): { tries: () => number; act: () => Promise<Result<string>> } {
  let tries = 0;
  return {
    tries: () => tries,
    act: async () => {
      tries += 1;
      return tries === 1 ? failed('reauth-required') : ok('done');
    },
  };
}

async function begin(action: () => Promise<Result<string>>): Promise<() => Result<string> | null> {
  let answer: Result<string> | null = null;
  render(<ProofDialog />);
  await act(async () => {
    void withProof(action).then((result) => (answer = result));
  });
  return () => answer;
}
const type = (password: string): boolean =>
  fireEvent.input(screen.getByLabelText('Your password'), { target: { value: password } });
const press = (name: string): Promise<void> =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));

/** What was asked, beside how this person signs in. */
const asked = ({ called }: FakePortal) => called.filter(({ name }) => name !== 'session.probe');

describe('what needs a fresh proof of the password', () => {
  it('goes through without a question while the last proof counts', async () => {
    installPortal({});
    const answer = await begin(async () => ok('done'));
    expect(answer()).toEqual(ok('done'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('asks for the password, proves it and does the same once more', async () => {
    const portal = installPortal({ 'session.reauth': () => ok({ provedUntil: 1 }) });
    const action = guarded();
    const answer = await begin(action.act);
    expect(action.tries()).toBe(1);
    type('correct horse');
    await press('Go on');
    expect(asked(portal)).toEqual([
      { name: 'session.reauth', input: { password: 'correct horse' } },
    ]);
    expect(answer()).toEqual(ok('done'));
    expect(action.tries()).toBe(2);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('stays open on a wrong password, and says so at the field', async () => {
    installPortal({ 'session.reauth': () => failed('bad-credentials') });
    const action = guarded();
    const answer = await begin(action.act);
    type('wrong');
    await press('Go on');
    expect(screen.getByText('That is not your password. Capitals matter.')).toBeTruthy();
    expect(answer()).toBeNull();
    expect(action.tries()).toBe(1);
  });

  it('sends nothing without a password', async () => {
    const portal = installPortal({});
    await begin(guarded().act);
    await press('Go on');
    expect(screen.getByText('Type your password.')).toBeTruthy();
    expect(asked(portal)).toEqual([]);
  });

  it('counts down while the account is locked, and sends nothing meanwhile', async () => {
    const portal = installPortal({
      'session.reauth': () => failed('account-locked', { retryAfterMs: 300_000 }),
    });
    await begin(guarded().act);
    type('wrong');
    await press('Go on');
    expect(screen.getByText('You can try again in 5:00.')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Go on' }).disabled).toBe(true);
    expect(asked(portal)).toHaveLength(1);
  });

  it('sends whoever has no password here to their organisation’s own page', async () => {
    const saml = {
      address: 'https://a.example',
      tenantName: null,
      signIn: 'saml' as const,
      pinRequired: false,
      browserHost: 'idp.example',
    };
    const portal = installPortal({
      'session.probe': () => ok(saml),
      'session.reauthBrowser': () => ok({ provedUntil: 1 }),
    });
    mirrorApp(snapshot);
    const action = guarded();
    const answer = await begin(action.act);
    expect(screen.queryByLabelText('Your password')).toBeNull();
    await press('Go on in the browser');
    expect(asked(portal).map(({ name }) => name)).toEqual(['session.reauthBrowser']);
    expect(answer()).toEqual(ok('done'));
    expect(action.tries()).toBe(2);
  });

  it('is not done when the person cancels', async () => {
    installPortal({});
    const action = guarded();
    const answer = await begin(action.act);
    await press('Cancel');
    expect(answer()).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(action.tries()).toBe(1);
  });

  it('lets go of whoever waits when the session ends', async () => {
    installPortal({});
    const answer = await begin(guarded().act);
    await act(async () => forgetProof());
    expect(answer()).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
