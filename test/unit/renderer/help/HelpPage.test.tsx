// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { HelpPage } from '../../../../renderer/help/HelpPage.tsx';
import { turnTo } from '../../../../renderer/help/help.store.ts';
import { failed, installPortal, ok } from '../fake-portal.ts';
import type { FakePortal } from '../fake-portal.ts';

afterEach(() => {
  cleanup();
  turnTo('portal');
});

async function open(answers: Parameters<typeof installPortal>[0] = {}): Promise<FakePortal> {
  const portal = installPortal(answers);
  await act(async () => void render(<HelpPage />));
  return portal;
}
const press = async (name: string | RegExp): Promise<void> => {
  await act(async () => void fireEvent.click(screen.getByRole('button', { name })));
};
const type = (label: string, value: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};

describe('Where is my portal?', () => {
  it('gives an address to copy and to open, without a network', async () => {
    const portal = await open({
      'app.copy': () => ok(undefined),
      'app.openLink': () => ok(undefined),
    });
    expect(screen.getByText('https://mydevices.mobileiron.com/user/login.html')).toBeTruthy();
    await press('Copy address');
    await press('Open in the browser');
    expect(portal.called).toEqual([
      { name: 'app.copy', input: { text: 'https://mydevices.mobileiron.com/user/login.html' } },
      { name: 'app.openLink', input: { link: 'default-portal' } },
    ]);
  });

  it('saves a web clip for the portal that was typed', async () => {
    const portal = await open({ 'help.saveWebClip': () => ok({ saved: 'portal.mobileconfig' }) });
    await press('Save as an iPhone Web Clip');
    type('Portal address', ' portal.example ');
    type('Name under the icon', 'Acme');
    await press('Save profile');
    expect(portal.called).toEqual([
      { name: 'help.saveWebClip', input: { address: 'portal.example', label: 'Acme' } },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('keeps what was typed when the address can’t be opened by a phone', async () => {
    await open({
      'help.saveWebClip': () => ({
        ok: false,
        error: { code: 'invalid-input', field: 'address', reason: 'not-https' },
      }),
    });
    await press('Save as an iPhone Web Clip');
    type('Portal address', 'http://portal.example');
    await press('Save profile');
    expect(screen.getByText(/has to be a host name/u)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Portal address').value).toBe(
      'http://portal.example',
    );
  });

  it('stays open when the person closes the question where to', async () => {
    await open({ 'help.saveWebClip': () => failed('cancelled') });
    await press('Save as an iPhone Web Clip');
    await press('Save profile');
    expect(screen.getByRole('dialog')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('About', () => {
  it('reads the licences only when somebody wants to see them', async () => {
    turnTo('about');
    const portal = await open({
      'help.licences': () =>
        ok([
          { name: 'react', version: '19.3.1', licence: 'MIT', text: 'MIT License, Meta' },
          { name: 'bare', version: '1.0.0', licence: 'ISC', text: '' },
        ]),
    });
    expect(portal.called).toEqual([]);
    await press('Show licences');
    expect(await screen.findByText('2 works of others under licences of their own.')).toBeTruthy();
    await press(/^react/u);
    expect(screen.getByText('MIT License, Meta')).toBeTruthy();
    expect(
      screen.getByText('It brings no text of its own. It states this licence: ISC.'),
    ).toBeTruthy();
  });
});
