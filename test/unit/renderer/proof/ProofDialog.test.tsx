// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Result } from '../../../../preload/contract/errors.ts';
import { ProofDialog } from '../../../../renderer/proof/ProofDialog.tsx';
import { forgetProof, withProof } from '../../../../renderer/proof/proof.store.ts';
import { failed, installPortal, ok } from '../fake-portal.ts';
import type { FakePortal } from '../fake-portal.ts';

afterEach(() => {
  forgetProof();
  cleanup();
});

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
