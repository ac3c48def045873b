// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../preload/contract/app.ts';
import type { Upload } from '../../../preload/contract/certificates.ts';
import type { DeviceList } from '../../../preload/contract/devices.ts';
import type { Session } from '../../../preload/contract/session.ts';
import { App } from '../../../renderer/App.tsx';
import { useCommands } from '../../../renderer/devices/commands.store.ts';
import { forgetDevices, useDevices } from '../../../renderer/devices/devices.store.ts';
import { go } from '../../../renderer/route.store.ts';
import { showToast } from '../../../renderer/ui/toast.ts';
import { lock, now, phone } from './devices/samples.ts';
import { failed, installPortal, ok } from './fake-portal.ts';
import type { FakePortal } from './fake-portal.ts';
import { signedIn as ines, signedOut as nobody, snapshot as atStart } from './sample-snapshot.ts';

const signedOut: Session = {
  ...nobody,
  because: 'revoked',
  lastAddress: 'https://portal.example',
  lastUsername: 'ines',
};
const signedIn: Session = { ...ines, signedInAt: now };
const snapshot: Snapshot = { ...atStart, session: signedIn };
const list: DeviceList = {
  devices: [phone, { ...phone, id: 'd2', name: 'Spare iPad', platform: 'ipados', form: 'tablet' }],
  fetchedAt: now,
  stale: false,
  used: 2,
  limit: 10,
};

const sending: Upload = {
  id: '2f1b7c1e-0d6e-4f0a-9a52-6d1f5b1f2a10',
  fileId: '6a1f0f6e-8f3c-4c7b-9a51-0d1f6b3f2a10',
  isQueued: false,
  fileName: 'ines.p12',
  typeId: 't1',
  state: 'sending',
  sentBytes: 62,
  totalBytes: 100,
  certificateId: null,
  repushed: null,
  error: null,
};

async function open(session: Session): Promise<FakePortal> {
  const portal = installPortal({
    'app.snapshot': () => ok({ ...snapshot, session }),
    'devices.list': () => ok(list),
    'devices.commands': () => ok({ commands: [lock], total: 1 }),
    'certificates.list': () => ok({ certificates: [], types: [], fetchedAt: now, stale: false }),
  });
  await act(async () => void render(<App />));
  return portal;
}

afterEach(() => {
  cleanup();
  forgetDevices();
  go('devices');
});

describe('the app', () => {
  it('takes over what main knows, theme included', async () => {
    await open(signedIn);
    expect(screen.getByRole('heading', { name: 'My Devices' })).toBeTruthy();
    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(screen.getAllByRole('option')).toHaveLength(2);
  });

  it('says why the session ended, and forgets the devices of whoever was signed in', async () => {
    const portal = await open(signedIn);
    expect(useDevices.getState().devices.status).toBe('ready');
    act(() => showToast({ icon: 'passed', tone: 'ok', title: 'Check-in on Ines’s iPhone: done.' }));
    await act(async () => portal.tell('session.changed', signedOut));
    expect(screen.getByRole('heading', { name: 'Sign in' })).toBeTruthy();
    expect(screen.queryByText('Check-in on Ines’s iPhone: done.')).toBeNull();
    expect(screen.getByText(/The portal has ended your session/u)).toBeTruthy();
    expect(useDevices.getState().devices.status).toBe('loading');
    expect(useCommands.getState().byDevice).toEqual({});
  });

  it('begins the next session at My Devices, wherever the one before it ended', async () => {
    const portal = await open(signedIn);
    await act(async () => fireEvent.click(screen.getByRole('link', { name: 'Settings' })));
    expect(screen.getByRole('heading', { name: 'Settings' })).toBeTruthy();
    await act(async () => portal.tell('session.changed', signedOut));
    await act(async () => portal.tell('session.changed', signedIn));
    expect(screen.getByRole('heading', { name: 'My Devices' })).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Settings' })).toBeNull();
  });

  it('does not call a locked keychain signed out', async () => {
    await open({ status: 'keychain-locked', portal: null });
    expect(
      screen.getByText('You are still signed in, and nothing is lost. Unlock it to go on.'),
    ).toBeTruthy();
    expect(screen.queryByLabelText('Password')).toBeNull();
  });

  it('says that it can’t start, and tries again when asked', async () => {
    const portal = installPortal({ 'app.snapshot': () => failed('internal') });
    await act(async () => void render(<App />));
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Try again' })));
    expect(portal.called.filter(({ name }) => name === 'app.snapshot').length).toBeGreaterThan(1);
  });
});

describe('a command that moves on', () => {
  it('is shown as it stands, without asking, and its end is told', async () => {
    const portal = await open(signedIn);
    const detail = screen.getByRole('article', { name: phone.name });
    const done = { ...lock, state: 'done' as const, sentAt: Date.now(), completedAt: Date.now() };
    await act(async () =>
      portal.tell('command.changed', {
        command: { ...lock, state: 'sent', sentAt: now },
        device: phone,
      }),
    );
    expect(within(detail).getByText('Waiting for the iPhone')).toBeTruthy();
    await act(async () => portal.tell('command.changed', { command: done, device: phone }));
    expect(within(detail).getByText('The iPhone has locked itself.')).toBeTruthy();
    expect(screen.getByText('Lock on Ines’s iPhone: done.')).toBeTruthy();
  });
});

describe('a list that can’t be read', () => {
  it('says so with one thing to do', async () => {
    installPortal({
      'app.snapshot': () => ok(snapshot),
      'devices.list': () => failed('portal-unreachable'),
    });
    await act(async () => void render(<App />));
    expect(screen.getByRole('heading', { name: 'The portal did not answer' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });
});

describe('the status strip', () => {
  it('tells of an upload on every page but the one that shows it itself, and can stop it', async () => {
    const portal = await open(signedIn);
    await act(async () => portal.tell('upload.changed', sending));
    expect(screen.getByText('ines.p12, 62%')).toBeTruthy();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Cancel' })));
    expect(portal.called.at(-1)).toEqual({
      name: 'certificates.cancelUpload',
      input: { uploadId: sending.id },
    });
  });

  it('is honest about the network and since when', async () => {
    const portal = await open(signedIn);
    await act(async () => portal.tell('reachability.changed', { state: 'offline', since: now }));
    expect(screen.getByText('No network since 13:30. You see what was known before.')).toBeTruthy();
    await act(async () => portal.tell('reachability.changed', { state: 'online', since: null }));
    expect(screen.queryByText(/No network/u)).toBeNull();
  });
});
