// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { ChoosePasswordPage, TermsPage } from '../../../../renderer/session/HalfwayPages.tsx';
import { forgetError } from '../../../../renderer/session/session.store.ts';
import { sampleProfile } from '../account/sample.ts';
import { failed, installPortal, ok } from '../fake-portal.ts';
import { signedOut } from '../sample-snapshot.ts';

const portal = { address: 'https://a.example', tenantName: 'Halden & Voss', isDemo: false };
const { passwordPolicy } = sampleProfile();

afterEach(() => {
  cleanup();
  forgetError();
});

const press = (name: string): Promise<void> =>
  act(async () => {
    fireEvent.click(screen.getByRole('button', { name }));
  });
const type = (name: string, value: string): boolean =>
  fireEvent.input(screen.getByLabelText(name), { target: { value } });

describe('a password that has expired', () => {
  const page = (
    <ChoosePasswordPage
      session={{ status: 'choosing-password', username: 'sofie', portal, passwordPolicy }}
    />
  );

  it('is changed once the new one meets the rules and stands there twice', async () => {
    const fake = installPortal({ 'session.choosePassword': () => ok(signedOut) });
    render(page);
    expect(screen.getByRole('heading', { name: 'Your password has expired' })).toBeTruthy();
    await press('Change password and go on');
    expect(screen.getByText('Type a new password.')).toBeTruthy();
    type('New password', 'Harbor-tram-4826');
    type('New password again', 'Harbor-tram');
    await press('Change password and go on');
    expect(screen.getByText('The two are not the same.')).toBeTruthy();
    expect(fake.called).toEqual([]);
    type('New password again', 'Harbor-tram-4826');
    await press('Change password and go on');
    expect(fake.called).toEqual([
      { name: 'session.choosePassword', input: { newPassword: 'Harbor-tram-4826' } },
    ]);
  });

  it('says what the portal has against the new one', async () => {
    installPortal({
      'session.choosePassword': () => failed('refused', { reason: 'PasswordReused' }),
    });
    render(page);
    type('New password', 'Harbor-tram-4826');
    type('New password again', 'Harbor-tram-4826');
    await press('Change password and go on');
    expect(screen.getByRole('alert').textContent).toContain('You have used this password before');
  });

  it('can be left for the sign-in page', async () => {
    const fake = installPortal({ 'session.signOut': () => ok(signedOut) });
    render(page);
    await press('Sign out');
    expect(fake.called.map(({ name }) => name)).toEqual(['session.signOut']);
  });
});

describe('terms of service', () => {
  const terms = { version: '2026-10', title: 'House rules', text: 'One.\nTwo.' };
  const page = (
    <TermsPage session={{ status: 'accepting-terms', username: 'sofie', portal, terms }} />
  );

  it('are shown whole, and accepted in the version that was shown', async () => {
    const fake = installPortal({ 'session.acceptTerms': () => ok(signedOut) });
    render(page);
    expect(screen.getByRole('heading', { name: 'House rules' })).toBeTruthy();
    const text = screen.getByLabelText<HTMLTextAreaElement>('Text of the terms');
    expect([text.value, text.readOnly]).toEqual(['One.\nTwo.', true]);
    await press('Accept and go on');
    expect(fake.called).toEqual([{ name: 'session.acceptTerms', input: { version: '2026-10' } }]);
  });

  it('that are declined sign out', async () => {
    const fake = installPortal({ 'session.signOut': () => ok(signedOut) });
    render(page);
    await press('Decline and sign out');
    expect(fake.called.map(({ name }) => name)).toEqual(['session.signOut']);
  });
});
