// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../../../preload/contract/app.ts';
import type { Command, Device } from '../../../../../preload/contract/devices.ts';
import { mirrorApp } from '../../../../../renderer/app.store.ts';
import { ActionStrip } from '../../../../../renderer/devices/ActionStrip.tsx';
import { CancelCommand } from '../../../../../renderer/devices/orders/CancelCommand.tsx';
import { MacPins } from '../../../../../renderer/devices/orders/MacPins.tsx';
import { forgetCommands } from '../../../../../renderer/devices/commands.store.ts';
import { forgetView } from '../../../../../renderer/devices/devices-view.store.ts';
import { ProofDialog } from '../../../../../renderer/proof/ProofDialog.tsx';
import { forgetProof } from '../../../../../renderer/proof/proof.store.ts';
import { failed, installPortal, ok } from '../../fake-portal.ts';
import { lock, now, phone } from '../samples.ts';

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
const everything: Device = {
  ...phone,
  name: 'Ines’s iPad',
  platform: 'ipados',
  form: 'tablet',
  actions: {
    'force-check-in': null,
    locate: null,
    lock: null,
    unlock: null,
    retire: null,
    wipe: null,
  },
};
const mac: Device = { ...everything, platform: 'macos', form: 'laptop', needsLockPin: true };
const wipe: Command = { ...lock, id: 'c2', type: 'wipe' };

beforeEach(() => mirrorApp(snapshot));
afterEach(() => {
  forgetProof();
  cleanup();
  forgetCommands();
  forgetView();
});

const show = (device: Device): void => {
  render(
    <>
      <ActionStrip device={device} />
      <ProofDialog />
    </>,
  );
};
const button = (name: string): HTMLButtonElement =>
  screen.getByRole<HTMLButtonElement>('button', { name });
const press = (name: string): Promise<void> => act(async () => void fireEvent.click(button(name)));
const type = (label: string, value: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};
const typeSecret = (label: string, value: string): void => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
};

describe('Wipe', () => {
  it('can be pressed only once the name has been typed', async () => {
    const portal = installPortal({ 'devices.wipe': () => ok({ commands: [wipe] }) });
    show(everything);
    await press('Wipe');
    expect(screen.getByRole('alertdialog', { name: 'Wipe Ines’s iPad' })).toBeTruthy();
    expect(button('Wipe Ines’s iPad').disabled).toBe(true);
    type('Type the device’s name', 'Ines’s ');
    expect(screen.getByText('4 letters to go')).toBeTruthy();
    expect(button('Wipe Ines’s iPad').disabled).toBe(true);
    type('Type the device’s name', 'Ines’s iPad');
    await press('Wipe Ines’s iPad');
    expect(portal.called).toEqual([
      {
        name: 'devices.wipe',
        input: { deviceId: 'd1', confirmName: 'Ines’s iPad', preserveDataPlan: true },
      },
    ]);
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('lets the person give up the data plan of a device that has one', async () => {
    const portal = installPortal({ 'devices.wipe': () => ok({ commands: [wipe] }) });
    show(everything);
    await press('Wipe');
    fireEvent.click(screen.getByLabelText('Keep the mobile data plan on the iPad'));
    type('Type the device’s name', 'Ines’s iPad');
    await press('Wipe Ines’s iPad');
    expect(portal.called[0]?.input).toMatchObject({ preserveDataPlan: false });
  });

  it('closes without a word when the person says no to the app’s own question', async () => {
    installPortal({ 'devices.wipe': () => failed('cancelled') });
    show(everything);
    await press('Wipe');
    type('Type the device’s name', 'Ines’s iPad');
    await press('Wipe Ines’s iPad');
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('asks for the password when the portal wants it proved, then goes on by itself', async () => {
    let isProved = false;
    const portal = installPortal({
      'devices.wipe': () => (isProved ? ok({ commands: [wipe] }) : failed('reauth-required')),
      'session.reauth': () => {
        isProved = true;
        return ok({ provedUntil: now });
      },
    });
    show(everything);
    await press('Wipe');
    type('Type the device’s name', 'Ines’s iPad');
    await press('Wipe Ines’s iPad');
    typeSecret('Your password', 'correct horse');
    await press('Go on');
    // How this person signs in is asked anew for the dialog, not for the wipe.
    const asked = portal.called.filter(({ name }) => name !== 'session.probe');
    expect(asked.map(({ name }) => name)).toEqual([
      'devices.wipe',
      'session.reauth',
      'devices.wipe',
    ]);
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('needs the six digits of a Mac, and offers no data plan there', async () => {
    const portal = installPortal({ 'devices.wipe': () => ok({ commands: [wipe] }) });
    show(mac);
    await press('Wipe');
    expect(screen.queryByLabelText(/data plan/u)).toBeNull();
    expect(screen.getByText('The whole disk is erased.')).toBeTruthy();
    type('Type the device’s name', 'Ines’s iPad');
    await press('Wipe Ines’s iPad');
    expect(screen.getByText('A PIN has 6 digits.')).toBeTruthy();
    expect(portal.called).toEqual([]);
    typeSecret('PIN', '123456');
    await press('Wipe Ines’s iPad');
    expect(portal.called[0]?.input).toMatchObject({ pin: '123456' });
  });

  it('keeps the name when the portal does not answer', async () => {
    installPortal({ 'devices.wipe': () => failed('portal-unreachable') });
    show(everything);
    await press('Wipe');
    type('Type the device’s name', 'Ines’s iPad');
    await press('Wipe Ines’s iPad');
    expect(screen.getByRole('alert').textContent).toContain('The portal did not answer');
    expect(button('Wipe Ines’s iPad').disabled).toBe(false);
  });
});

describe('Retire', () => {
  it('says what goes and what stays before it can be pressed', async () => {
    const portal = installPortal({ 'devices.retire': () => ok({ commands: [] }) });
    show({ ...everything, platform: 'android', ownership: 'user' });
    await press('Retire');
    expect(screen.getByText(/A work profile is removed/u)).toBeTruthy();
    await press('Retire Ines’s iPad');
    expect(portal.called).toEqual([{ name: 'devices.retire', input: { deviceId: 'd1' } }]);
  });

  it('does nothing when the device is kept', async () => {
    const portal = installPortal({});
    show(everything);
    await press('Retire');
    await press('Keep iPad');
    expect(portal.called).toEqual([]);
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });
});

describe('Unlock', () => {
  it('is never offered in lost mode, even when the portal would', () => {
    installPortal({});
    show({ ...everything, lostMode: true });
    expect(button('Unlock').disabled).toBe(true);
    expect(screen.getByText(/has to wait until lost mode is turned off/u)).toBeTruthy();
  });

  it('takes a passcode for Android only with 6 to 8 letters and digits', async () => {
    const portal = installPortal({ 'devices.unlock': () => ok({ commands: [] }) });
    show({ ...everything, platform: 'android' });
    await press('Unlock');
    typeSecret('New passcode', '12 34');
    await press('Unlock Ines’s iPad');
    expect(screen.getByText('It takes 6 to 8 letters and digits.')).toBeTruthy();
    typeSecret('New passcode', 'harbour7');
    await press('Unlock Ines’s iPad');
    expect(portal.called).toEqual([
      { name: 'devices.unlock', input: { deviceId: 'd1', code: 'harbour7' } },
    ]);
  });

  it('asks an iPad for no passcode', async () => {
    const portal = installPortal({ 'devices.unlock': () => ok({ commands: [] }) });
    show(everything);
    await press('Unlock');
    expect(screen.queryByLabelText('New passcode')).toBeNull();
    await press('Unlock Ines’s iPad');
    expect(portal.called).toEqual([{ name: 'devices.unlock', input: { deviceId: 'd1' } }]);
  });
});

describe('a Mac’s PIN that no keychain can keep', () => {
  it('is sent all the same once the person has written it down', async () => {
    const portal = installPortal({
      'devices.lock': ({ pinNoted }) =>
        pinNoted === true ? ok({ commands: [lock] }) : failed('keychain-unavailable'),
    });
    show(mac);
    await press('Lock');
    typeSecret('PIN', '123456');
    await press('Lock Ines’s iPad');
    expect(screen.getByRole('alert').textContent).toContain('nothing was sent');
    fireEvent.click(screen.getByLabelText('I have written the PIN down. Send it anyway.'));
    await press('Lock Ines’s iPad');
    expect(portal.called.at(-1)?.input).toEqual({ deviceId: 'd1', pin: '123456', pinNoted: true });
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('the PINs that the keychain holds', () => {
  it('are shown only when asked for, and hidden again', async () => {
    installPortal({ 'devices.lockPin': () => ok({ lock: '424242', wipe: null }) });
    render(<MacPins device={mac} />);
    expect(screen.queryByText('424242')).toBeNull();
    await press('Show PIN');
    expect(screen.getByText('424242')).toBeTruthy();
    await press('Hide PIN');
    expect(screen.queryByText('424242')).toBeNull();
  });

  it('can’t be there without a keychain, and the page says so', async () => {
    installPortal({ 'devices.lockPin': () => failed('keychain-unavailable') });
    render(<MacPins device={mac} />);
    await press('Show PIN');
    expect(screen.getByText(/so it holds no PIN/u)).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('are not asked for on a phone', () => {
    installPortal({});
    const { container } = render(<MacPins device={everything} />);
    expect(container.textContent).toBe('');
  });
});

describe('a wipe that still waits', () => {
  it('can be taken back', async () => {
    const portal = installPortal({
      'devices.cancelCommand': () => ok({ commands: [{ ...wipe, state: 'cancelled' }] }),
    });
    render(<CancelCommand command={wipe} />);
    await press('Cancel Wipe');
    expect(portal.called).toEqual([
      { name: 'devices.cancelCommand', input: { deviceId: 'd1', commandId: 'c2' } },
    ]);
  });

  it('can’t be taken back once the device has it', () => {
    installPortal({});
    render(<CancelCommand command={{ ...wipe, cancellable: false }} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
