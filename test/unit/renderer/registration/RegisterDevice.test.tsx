// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Registration } from '../../../../preload/contract/account.ts';
import { RegisterDevice } from '../../../../renderer/registration/RegisterDevice.tsx';
import {
  closeRegistration,
  openRegistration,
  useRegistration,
} from '../../../../renderer/registration/registration.store.ts';
import { failed, installPortal, ok } from '../fake-portal.ts';
import type { FakePortal } from '../fake-portal.ts';

const url = 'https://portal.example/go';
const hour = 3_600_000;

function offer(change: Partial<Registration> = {}): Registration {
  return {
    url,
    qrPayload: `${url}?user=ines.declercq`,
    qrExpiresAt: Date.now() + hour,
    devicesUsed: 8,
    deviceLimit: 10,
    pinOffered: true,
    pinLength: 6,
    pinLifetimeDays: 7,
    ...change,
  };
}

afterEach(() => {
  cleanup();
  act(closeRegistration);
});

async function open(
  offered: Registration = offer(),
  answers: Parameters<typeof installPortal>[0] = {},
): Promise<FakePortal> {
  const portal = installPortal({
    'registration.get': () => ok(offered),
    'app.copy': () => ok(undefined),
    ...answers,
  });
  render(<RegisterDevice />);
  await act(openRegistration);
  return portal;
}
const press = (name: string): Promise<void> =>
  act(async () => {
    fireEvent.click(screen.getByRole('button', { name }));
  });

describe('registering another device', () => {
  it('shows the code, the link, and how many devices may still come', async () => {
    await open();
    expect(screen.getByRole('dialog', { name: 'Register another device' })).toBeTruthy();
    expect(screen.getByRole('figure', { name: 'QR code of the registration link' })).toBeTruthy();
    expect(screen.getByText(url)).toBeTruthy();
    expect(screen.getByText('8 of 10 devices used. There is room for 2 more.')).toBeTruthy();
  });

  it('copies the link', async () => {
    const portal = await open();
    await press('Copy link');
    expect(portal.called.at(-1)).toEqual({ name: 'app.copy', input: { text: url } });
  });

  it('makes a PIN and forgets it when it is closed', async () => {
    await open(offer(), {
      'registration.newPin': () => ok({ pin: '480213', expiresAt: Date.now() + 7 * 24 * hour }),
    });
    expect(screen.getByText(/6 characters for one device/u)).toBeTruthy();
    await press('New PIN');
    expect(screen.getByText('480213')).toBeTruthy();
    expect(screen.getByText(/Works once, for one device, until/u)).toBeTruthy();
    await press('Close');
    expect(JSON.stringify(useRegistration.getState())).not.toContain('480213');
  });

  it('says why no PIN came, and keeps the rest', async () => {
    await open(offer(), { 'registration.newPin': () => failed('portal-unreachable') });
    await press('New PIN');
    expect(screen.getByRole('alert')).toBeTruthy();
    expect(screen.getByText(url)).toBeTruthy();
  });

  it('offers no PIN where the portal has none', async () => {
    await open(offer({ pinOffered: false }));
    expect(screen.queryByRole('button', { name: 'New PIN' })).toBeNull();
  });

  it('says in words that the limit is reached, and what helps', async () => {
    await open(offer({ devicesUsed: 10 }));
    expect(screen.getByText('10 of 10 devices used: there is no room for another.')).toBeTruthy();
    expect(screen.getByText(/Retire a device that you no longer use/u)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'New PIN' })).toBeNull();
  });

  it('gets a new code when the old one has run out', async () => {
    const portal = await open(offer({ qrExpiresAt: Date.now() - hour }));
    expect(screen.queryByRole('figure')).toBeNull();
    await press('New code');
    expect(portal.called.map(({ name }) => name)).toEqual(['registration.get', 'registration.get']);
  });

  it('says so when the portal gives no way in', async () => {
    await open(offer({ url: null, qrPayload: null }));
    expect(screen.getByText(/gives no link to register with/u)).toBeTruthy();
  });

  it('says why nothing could be had, and tries again', async () => {
    const portal = await open(offer(), { 'registration.get': () => failed('timeout') });
    await press('Try again');
    expect(portal.called).toHaveLength(2);
  });
});
