// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../../preload/contract/app.ts';
import type { Device } from '../../../../preload/contract/devices.ts';
import { mirrorApp } from '../../../../renderer/app.store.ts';
import { ActionStrip } from '../../../../renderer/devices/ActionStrip.tsx';
import { forgetCommands } from '../../../../renderer/devices/commands.store.ts';
import { failed, installPortal, ok } from '../fake-portal.ts';
import { lock, now, phone } from './samples.ts';

const snapshot: Snapshot = {
  version: '1.0.0',
  os: 'linux',
  systemLanguages: ['en-GB'],
  preferences: { theme: 'system', language: null, notifyOrders: true },
  session: {
    status: 'signed-in',
    account: { displayName: 'Ines', username: 'ines', emailAddress: null },
    portal: { address: 'https://portal.example', tenantName: 'Halden & Voss', isDemo: false },
    secretStore: 'keychain',
    signedInAt: now,
  },
  reachability: { state: 'online', since: null },
  clockSkew: null,
  uploads: [],
  files: [],
  notices: [],
};

beforeEach(() => mirrorApp(snapshot));
afterEach(() => {
  cleanup();
  forgetCommands();
});

const show = (device: Partial<Device>): void => {
  render(<ActionStrip device={{ ...phone, ...device }} />);
};
const button = (name: string): HTMLButtonElement =>
  screen.getByRole<HTMLButtonElement>('button', { name });
const described = (name: string): string =>
  document.getElementById(button(name).getAttribute('aria-describedby') ?? '')?.textContent ?? '';

describe('what can be done with a device', () => {
  it('keeps a disallowed action in its place and says why in words', () => {
    installPortal({});
    show({ actions: { lock: 'not-allowed-by-admin' } });
    expect(button('Lock').disabled).toBe(true);
    expect(described('Lock')).toBe(
      'Lock is turned off by Halden & Voss. Ask the service desk if you need it.',
    );
  });

  it('does not send a second lock while one is pending, even before the portal says so', () => {
    installPortal({});
    show({ pending: [lock] });
    expect(button('Lock').disabled).toBe(true);
    expect(described('Lock')).toContain('already requested');
    expect(button('Force Check-in').disabled).toBe(false);
  });

  it('offers nothing while offline and keeps nothing back', () => {
    installPortal({});
    mirrorApp({ ...snapshot, reachability: { state: 'offline', since: now } });
    show({});
    expect(button('Lock').disabled).toBe(true);
    expect(described('Force Check-in')).toContain('None is kept back');
  });

  it('can’t show a place while offline, because none is kept', () => {
    installPortal({});
    mirrorApp({ ...snapshot, reachability: { state: 'offline', since: now } });
    show({ actions: { locate: null } });
    expect(button('View Location').disabled).toBe(true);
    expect(described('View Location')).toContain('keeps no place from before');
  });

  it('asks for a check-in with one press', async () => {
    const portal = installPortal({ 'devices.forceCheckIn': () => ok({ commands: [] }) });
    show({});
    await act(async () => fireEvent.click(button('Force Check-in')));
    expect(portal.called).toEqual([{ name: 'devices.forceCheckIn', input: { deviceIds: ['d1'] } }]);
  });

  it('says what went wrong beside the button', async () => {
    installPortal({ 'devices.forceCheckIn': () => failed('rate-limited') });
    show({});
    await act(async () => fireEvent.click(button('Force Check-in')));
    expect(screen.getByRole('alert').textContent).toContain('That was too often');
  });
});

describe('Lock', () => {
  it('asks a phone for a message and a number, and sends what was typed', async () => {
    const portal = installPortal({ 'devices.lock': () => ok({ commands: [lock] }) });
    show({});
    fireEvent.click(button('Lock'));
    fireEvent.change(screen.getByLabelText('Message on the locked screen'), {
      target: { value: ' Please call ' },
    });
    await act(async () => fireEvent.click(button('Lock Ines’s iPhone')));
    expect(portal.called).toEqual([
      { name: 'devices.lock', input: { deviceId: 'd1', message: 'Please call' } },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('takes a Mac’s PIN only with six digits', async () => {
    const portal = installPortal({ 'devices.lock': () => ok({ commands: [lock] }) });
    show({ platform: 'macos', form: 'laptop', needsLockPin: true, supportsLockMessage: false });
    fireEvent.click(button('Lock'));
    const pin = screen.getByLabelText('PIN');
    fireEvent.input(pin, { target: { value: '12a456' } });
    await act(async () => fireEvent.click(button('Lock Ines’s iPhone')));
    expect(screen.getByText('A PIN has 6 digits.')).toBeTruthy();
    expect(portal.called).toEqual([]);
    fireEvent.input(pin, { target: { value: '123456' } });
    await act(async () => fireEvent.click(button('Lock Ines’s iPhone')));
    expect(portal.called).toEqual([
      { name: 'devices.lock', input: { deviceId: 'd1', pin: '123456' } },
    ]);
  });

  it('keeps what was typed when the portal does not answer', async () => {
    installPortal({ 'devices.lock': () => failed('portal-unreachable') });
    show({});
    fireEvent.click(button('Lock'));
    const message = screen.getByLabelText<HTMLTextAreaElement>('Message on the locked screen');
    fireEvent.change(message, { target: { value: 'Please call' } });
    await act(async () => fireEvent.click(button('Lock Ines’s iPhone')));
    expect(screen.getByRole('alert').textContent).toContain('The portal did not answer');
    expect(message.value).toBe('Please call');
  });
});
