// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { ForgottenForm } from '../../../../renderer/session/ForgottenForm.tsx';
import { forgetProbe } from '../../../../renderer/session/probe.store.ts';
import { failed, installPortal, ok } from '../fake-portal.ts';

afterEach(() => {
  cleanup();
  forgetProbe();
});

function Form({ at = 'portal.example' }: { at?: string }): ReactElement {
  const [address, setAddress] = useState(at);
  const [username, setUsername] = useState('');
  return (
    <ForgottenForm
      address={address}
      onAddress={setAddress}
      username={username}
      onUsername={setUsername}
      onBack={() => undefined}
    />
  );
}

const field = (name: string): HTMLInputElement => screen.getByLabelText<HTMLInputElement>(name);
const type = (name: string, value: string): boolean =>
  fireEvent.input(field(name), { target: { value } });
const press = (name: string): Promise<void> =>
  act(async () => {
    fireEvent.click(screen.getByRole('button', { name }));
  });

async function askForPin(): Promise<void> {
  fireEvent.change(field('User name'), { target: { value: 'ines' } });
  await press('Send PIN');
}

describe('a forgotten password', () => {
  it('takes a PIN by mail, a new password, and signs in with it', async () => {
    const portal = installPortal({
      'session.forgotPassword': () => ok(undefined),
      'session.resetPassword': () => ok(undefined),
      'session.signIn': () => failed('offline'),
    });
    render(<Form />);
    await askForPin();
    type('PIN from the mail', '482913');
    type('New password', 'Harbor-tram-4712');
    type('New password again', 'Harbor-tram-4712');
    await press('Change password and sign in');
    const whoever = { address: 'portal.example', username: 'ines' };
    expect(portal.called).toEqual([
      { name: 'session.forgotPassword', input: whoever },
      {
        name: 'session.resetPassword',
        input: { ...whoever, pin: '482913', newPassword: 'Harbor-tram-4712' },
      },
      {
        name: 'session.signIn',
        input: { ...whoever, password: 'Harbor-tram-4712', keepSignedIn: false },
      },
    ]);
  });

  it('says what is missing before anything is sent', async () => {
    const portal = installPortal({ 'session.forgotPassword': () => ok(undefined) });
    render(<Form />);
    await press('Send PIN');
    expect(screen.getByText('Type your user name.')).toBeTruthy();
    expect(portal.called).toEqual([]);
    await askForPin();
    type('New password', 'one');
    type('New password again', 'other');
    await press('Change password and sign in');
    expect(screen.getByText('Type the PIN from the mail.')).toBeTruthy();
    expect(screen.getByText('The two are not the same.')).toBeTruthy();
    expect(portal.called).toHaveLength(1);
  });

  it('with a wrong PIN says so at the PIN', async () => {
    installPortal({
      'session.forgotPassword': () => ok(undefined),
      'session.resetPassword': () => failed('bad-credentials'),
    });
    render(<Form />);
    await askForPin();
    type('PIN from the mail', '111111');
    type('New password', 'Harbor-tram-4712');
    type('New password again', 'Harbor-tram-4712');
    await press('Change password and sign in');
    expect(screen.getByText('That PIN is not right, or too old.')).toBeTruthy();
    expect(document.activeElement).toBe(field('PIN from the mail'));
  });

  it('asked for too soon counts down', async () => {
    installPortal({
      'session.forgotPassword': () => failed('rate-limited', { retryAfterMs: 300_000 }),
    });
    render(<Form />);
    await askForPin();
    expect(screen.getByText('You can try again in 5:00.')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Send PIN' }).disabled).toBe(true);
  });

  it('in a portal on this computer leads to the mail', async () => {
    const portal = installPortal({
      'session.forgotPassword': () => ok(undefined),
      'session.openMailbox': () => ok(undefined),
    });
    render(<Form at="http://127.0.0.1:8123" />);
    await askForPin();
    await press('Open the demo’s outbox');
    expect(portal.called.at(-1)).toEqual({
      name: 'session.openMailbox',
      input: { address: 'http://127.0.0.1:8123' },
    });
    cleanup();
    render(<Form />);
    await askForPin();
    expect(screen.queryByRole('button', { name: 'Open the demo’s outbox' })).toBeNull();
  });
});
