// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failed, installPortal, ok } from '../fake-portal.ts';
import { Form, field, fill, halden, press, signedIn, tidyUp } from './form-fixture.tsx';

tidyUp();

describe('a portal that asks for patience', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance', 'Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const pass = (ms: number): Promise<void> => act(async () => void vi.advanceTimersByTime(ms));
  const button = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Sign in' });

  it('counts down, and then signs in by itself', async () => {
    const answers = [failed('rate-limited', { retryAfterMs: 30_000 }), ok(signedIn)];
    const portal = installPortal({ 'session.signIn': () => answers.shift() ?? failed('internal') });
    render(<Form />);
    fill();
    await press();
    expect(screen.getByText('Trying again in 0:30.')).toBeTruthy();
    expect(button().disabled).toBe(true);
    await pass(11_000);
    expect(screen.getByText('Trying again in 0:19.')).toBeTruthy();
    expect(portal.called).toHaveLength(1);
    await pass(20_000);
    expect(portal.called).toHaveLength(2);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('lets the person stop the waiting, and sends nothing by itself then', async () => {
    const portal = installPortal({
      'session.signIn': () => failed('rate-limited', { retryAfterMs: 30_000 }),
    });
    render(<Form />);
    fill();
    await press();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Cancel' })));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(button().disabled).toBe(false);
    await pass(60_000);
    expect(portal.called).toHaveLength(1);
  });

  it('because the account is locked counts down, and leaves the next try to the person', async () => {
    const portal = installPortal({
      'session.signIn': () => failed('account-locked', { retryAfterMs: 300_000 }),
    });
    render(<Form />);
    fill();
    await press();
    expect(screen.getByText('You can try again in 5:00.')).toBeTruthy();
    await pass(1_000);
    expect(screen.getByText('You can try again in 4:59.')).toBeTruthy();
    await pass(300_000);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(button().disabled).toBe(false);
    expect(portal.called).toHaveLength(1);
  });

  it('for one account does not keep another from signing in', async () => {
    installPortal({ 'session.signIn': () => failed('account-locked', { retryAfterMs: 300_000 }) });
    render(<Form />);
    fill();
    await press();
    fireEvent.change(field('User name'), { target: { value: 'jonas' } });
    expect(button().disabled).toBe(false);
  });
});

describe('a portal that is slow', () => {
  it('is said to be after three seconds, and can be given up', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let come: (answer: ReturnType<typeof failed>) => void = () => undefined;
    const portal = installPortal({
      'session.signIn': () =>
        new Promise((resolve) => {
          come = resolve;
        }),
      'session.cancelSignIn': () => {
        come(failed('cancelled'));
        return ok(undefined);
      },
    });
    render(<Form />);
    fill();
    await press();
    expect(screen.queryByText(/Still working/u)).toBeNull();
    await act(async () => void vi.advanceTimersByTime(3000));
    expect(screen.getByText(/Still working/u)).toBeTruthy();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Cancel' })));
    vi.useRealTimers();
    expect(portal.called.map(({ name }) => name)).toContain('session.cancelSignIn');
    expect(screen.queryByText(/Still working/u)).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(field('Password').value).toBe('river-otter');
  });
});

describe('a sign-in on the organisation’s own page', () => {
  const saml = { ...halden, signIn: 'saml' as const, browserHost: 'login.halden.example' };

  async function asNoor(portal: Parameters<typeof installPortal>[0]) {
    const fake = installPortal({
      'session.probe': ({ username }) => ok(username === 'noor' ? saml : halden),
      ...portal,
    });
    render(<Form />);
    await act(async () => {
      fireEvent.change(field('Portal address'), { target: { value: 'portal.example' } });
      fireEvent.blur(field('Portal address'));
    });
    await act(async () => {
      fireEvent.change(field('User name'), { target: { value: 'noor' } });
      fireEvent.blur(field('User name'));
    });
    return fake;
  }

  it('is offered in place of the password, with the host that will be opened', async () => {
    const portal = await asNoor({ 'session.signInBrowser': () => ok(signedIn) });
    expect(screen.queryByLabelText('Password')).toBeNull();
    expect(screen.getByText('login.halden.example')).toBeTruthy();
    const go = screen.getByRole('button', { name: 'Go on in the browser' });
    await act(async () => fireEvent.click(go));
    expect(portal.called.at(-1)).toEqual({
      name: 'session.signInBrowser',
      input: { address: 'portal.example', username: 'noor', keepSignedIn: true },
    });
  });

  it('is offered as well to whom the portal does not answer as fast as they type', async () => {
    let found: (answer: ReturnType<typeof ok<typeof halden>>) => void = () => undefined;
    installPortal({
      'session.probe': ({ username }) =>
        username === 'noor'
          ? ok(saml)
          : new Promise((resolve) => {
              found = resolve;
            }),
    });
    render(<Form />);
    await act(async () => {
      fireEvent.change(field('Portal address'), { target: { value: 'portal.example' } });
      fireEvent.blur(field('Portal address'));
    });
    await act(async () => {
      fireEvent.change(field('User name'), { target: { value: 'noor' } });
      fireEvent.blur(field('User name'));
    });
    expect(screen.getByLabelText('Password')).toBeTruthy();
    await act(async () => found(ok(halden)));
    expect(screen.getByRole('button', { name: 'Go on in the browser' })).toBeTruthy();
  });

  it('can be given up while the browser is waited for', async () => {
    let come: (answer: ReturnType<typeof failed>) => void = () => undefined;
    const portal = await asNoor({
      'session.signInBrowser': () =>
        new Promise((resolve) => {
          come = resolve;
        }),
      'session.cancelSignIn': () => {
        come(failed('cancelled'));
        return ok(undefined);
      },
    });
    const go = screen.getByRole('button', { name: 'Go on in the browser' });
    await act(async () => fireEvent.click(go));
    expect(screen.getByText('Waiting for your browser')).toBeTruthy();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Cancel' })));
    expect(portal.called.at(-1)?.name).toBe('session.cancelSignIn');
    expect(screen.getByRole('button', { name: 'Go on in the browser' })).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a server that can’t prove who it is', () => {
  const certificate = {
    subject: 'mydevices.halden.example',
    issuer: 'Halden & Voss CA',
    validFrom: Date.UTC(2026, 0, 2, 12),
    validUntil: Date.UTC(2027, 0, 2, 12),
    sha256: '7056c18f242a71749868c4db2676c93a404c00619485a200097495d2b6d5afba',
  };
  const reason = 'UNABLE_TO_VERIFY_LEAF_SIGNATURE';

  it('is shown with issuer, dates and fingerprint, to be read to IT; there is no way past it', async () => {
    const copied: string[] = [];
    installPortal({
      'session.probe': () => failed('tls-untrusted', { reason, host: 'a.example', certificate }),
      'app.copy': ({ text }) => {
        copied.push(text);
        return ok(undefined);
      },
    });
    render(<Form />);
    await act(async () => {
      fireEvent.change(field('Portal address'), { target: { value: 'a.example' } });
      fireEvent.blur(field('Portal address'));
    });
    expect(screen.getByRole('alert').textContent).toContain('does not know who issued');
    fireEvent.click(screen.getByRole('button', { name: 'Show certificate' }));
    const dialog = screen.getByRole('dialog', { name: 'Certificate of a.example' });
    for (const words of ['Halden & Voss CA', 'January 2, 2026', 'January 2, 2027', '7056 C18F'])
      expect(dialog.textContent).toContain(words);
    const names = screen.getAllByRole('button').map((button) => button.textContent);
    expect(names.filter((name) => /anyway|trust|ignore|continue/iu.test(name))).toEqual([]);
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Copy all' })));
    expect(copied[0]).toContain('Issued by: Halden & Voss CA');
    expect(copied[0]).toContain('This computer does not know its issuer.');
  });
});
