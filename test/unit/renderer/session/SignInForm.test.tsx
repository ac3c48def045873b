// @vitest-environment happy-dom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { failed, installPortal, ok } from '../fake-portal.ts';
import { Form, field, fill, halden, press, signedIn, tidyUp } from './form-fixture.tsx';

tidyUp();

describe('signing in', () => {
  it('sends what was typed once, and empties the password', async () => {
    const portal = installPortal({ 'session.signIn': () => ok(signedIn) });
    render(<Form />);
    fill();
    await press();
    expect(portal.called.filter(({ name }) => name === 'session.signIn')).toEqual([
      {
        name: 'session.signIn',
        input: {
          address: 'portal.example',
          username: 'ines',
          password: 'river-otter',
          keepSignedIn: true,
        },
      },
    ]);
    expect(field('Password').value).toBe('');
  });

  it('keeps address and name after a wrong password, and asks for the password again', async () => {
    installPortal({ 'session.signIn': () => failed('bad-credentials') });
    render(<Form />);
    fill();
    await press();
    expect(screen.getByRole('alert').textContent).toContain('User name or password is not right');
    expect(field('Portal address').value).toBe('portal.example');
    expect(field('Password').value).toBe('');
    expect(document.activeElement).toBe(field('Password'));
  });

  it('does not make a person type the password again because the network was down', async () => {
    installPortal({ 'session.signIn': () => failed('offline') });
    render(<Form />);
    fill();
    await press();
    expect(screen.getByRole('alert').textContent).toContain('You are offline');
    expect(field('Password').value).toBe('river-otter');
  });

  it('says what is missing and sends nothing', async () => {
    const portal = installPortal({});
    render(<Form />);
    await press();
    for (const words of [
      'Type the address of your portal.',
      'Type your user name.',
      'Type your password.',
    ]) {
      expect(screen.getByText(words)).toBeTruthy();
    }
    expect(portal.called).toEqual([]);
  });

  it('promises nothing where there is no keychain', async () => {
    const portal = installPortal({ 'session.signIn': () => ok(signedIn) });
    render(<Form keychain="unavailable" />);
    expect(screen.getByRole<HTMLInputElement>('checkbox').disabled).toBe(true);
    expect(screen.getByText(/no keychain that works/u)).toBeTruthy();
    fill();
    await press();
    expect(portal.called.at(-1)?.input).toMatchObject({ keepSignedIn: false });
  });
});

describe('the portal address', () => {
  it('understands a pasted link and says whose portal it is', async () => {
    const portal = installPortal({ 'session.probe': () => ok(halden) });
    render(<Form />);
    await act(async () => {
      fireEvent.change(field('Portal address'), {
        target: { value: 'https://mydevices.halden.example/user/login.html' },
      });
      fireEvent.blur(field('Portal address'));
    });
    expect(portal.called).toEqual([
      {
        name: 'session.probe',
        input: { address: 'https://mydevices.halden.example/user/login.html' },
      },
    ]);
    expect(field('Portal address').value).toBe('mydevices.halden.example');
    expect(screen.getByText('Halden & Voss')).toBeTruthy();
    expect(screen.getByText('Taken from the link you pasted.')).toBeTruthy();
  });

  it('tells before the password is typed that a portal signs in another way', async () => {
    installPortal({ 'session.probe': () => ok({ ...halden, signIn: 'saml' }) });
    render(<Form />);
    await act(async () => {
      fireEvent.change(field('Portal address'), { target: { value: 'portal.example' } });
      fireEvent.blur(field('Portal address'));
    });
    expect(screen.getByRole('alert').textContent).toContain('your organisation’s own page');
    expect(screen.getByRole('alert').textContent).toContain('does not say where');
  });

  it('asks for the registration PIN where the portal wants one', async () => {
    const portal = installPortal({
      'session.probe': () => ok({ ...halden, pinRequired: true }),
      'session.signIn': () => ok(signedIn),
    });
    render(<Form />);
    fill();
    await act(async () => fireEvent.blur(field('Portal address')));
    fireEvent.input(field('Registration PIN'), { target: { value: '482913' } });
    await press();
    expect(portal.called.at(-1)?.input).toMatchObject({ pin: '482913' });
  });
});
