import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { afterEach } from 'vitest';
import type { Session } from '../../../../preload/contract/session.ts';
import { SignInForm } from '../../../../renderer/session/SignInForm.tsx';
import { forgetProbe } from '../../../../renderer/session/probe.store.ts';
import { forgetError } from '../../../../renderer/session/session.store.ts';

const signedOut: Extract<Session, { status: 'signed-out' }> = {
  status: 'signed-out',
  because: null,
  lastAddress: null,
  lastUsername: null,
  keychain: 'available',
};

export const signedIn: Session = {
  status: 'signed-in',
  account: { displayName: 'Ines', username: 'ines', emailAddress: null },
  portal: { address: 'https://portal.example', tenantName: null, isDemo: false },
  secretStore: 'keychain',
  signedInAt: 0,
};

/** What a portal says of itself. */
export const halden = {
  address: 'https://mydevices.halden.example',
  tenantName: 'Halden & Voss',
  signIn: 'password' as const,
  pinRequired: false,
  browserHost: null,
};

/** The form with what the page around it keeps. */
export function Form(props: Partial<typeof signedOut>): ReactElement {
  const [address, setAddress] = useState('');
  const [username, setUsername] = useState('');
  return (
    <SignInForm
      session={{ ...signedOut, ...props }}
      address={address}
      onAddress={setAddress}
      username={username}
      onUsername={setUsername}
      onForgotten={() => undefined}
    />
  );
}

/** Leaves nothing behind for the next test of a file. */
export function tidyUp(): void {
  afterEach(() => {
    cleanup();
    forgetProbe();
    forgetError();
  });
}

export const field = (name: string): HTMLInputElement =>
  screen.getByLabelText<HTMLInputElement>(name);

/** Presses the button that sends the form. */
export const press = (): Promise<void> =>
  act(async () => {
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  });

/** Types an address, a name and a password. */
export function fill(): void {
  fireEvent.change(field('Portal address'), { target: { value: 'portal.example' } });
  fireEvent.change(field('User name'), { target: { value: ' ines ' } });
  fireEvent.input(field('Password'), { target: { value: 'river-otter' } });
}
