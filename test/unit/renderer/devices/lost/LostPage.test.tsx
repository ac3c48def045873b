// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Device } from '../../../../../preload/contract/devices.ts';
import { forgetCommands } from '../../../../../renderer/devices/commands.store.ts';
import { forgetView, useDevicesView } from '../../../../../renderer/devices/devices-view.store.ts';
import { LostPage } from '../../../../../renderer/devices/lost/LostPage.tsx';
import { forgetAllLost } from '../../../../../renderer/devices/lost/lost.store.ts';
import { installPortal, ok } from '../../fake-portal.ts';
import type { FakePortal } from '../../fake-portal.ts';
import { phone } from '../samples.ts';

let portal: FakePortal;
beforeEach(() => {
  portal = installPortal({
    'devices.commands': () => ok({ commands: [], total: 0 }),
    'app.copy': () => ok(undefined),
  });
});
afterEach(() => {
  cleanup();
  forgetAllLost();
  forgetCommands();
  forgetView();
});

async function open(device: Partial<Device> = {}): Promise<void> {
  await act(async () => void render(<LostPage device={{ ...phone, ...device }} />));
}
async function press(name: string | RegExp): Promise<void> {
  await act(async () => void fireEvent.click(screen.getByRole('button', { name })));
}
const heading = (): string | null => screen.getByRole('heading', { level: 2 }).textContent;

describe('the lost-device guide', () => {
  it('leads from looking to wiping, the gentle first', async () => {
    await open();
    const seen = [heading()];
    for (const next of ['Lock it with a message', 'Tell IT', 'Wipe it, last of all']) {
      await press(`Next: ${next}`);
      seen.push(heading());
    }
    expect(seen).toEqual(['Find it', 'Lock it with a message', 'Tell IT', 'Wipe it, last of all']);
    expect(screen.queryByRole('button', { name: /^Next/u })).toBeNull();
    expect(screen.getByText(/Apps, photos, files and accounts are erased/u)).toBeTruthy();
  });

  it('is where the person left it, until the device is back', async () => {
    await open();
    await press('Next: Lock it with a message');
    cleanup();
    await open();
    expect(screen.getByRole('heading', { name: 'Lock it with a message' })).toBeTruthy();
    await press('I have the iPhone back');
    cleanup();
    await open();
    expect(screen.getByRole('heading', { name: 'Find it' })).toBeTruthy();
  });

  it('shows where it is on the page for that, and comes back', async () => {
    await open({ actions: { locate: null } });
    await press('View Location');
    expect(useDevicesView.getState().located).toBe(phone.id);
    expect(screen.getByRole('button', { name: 'Find it You looked just now' })).toBeTruthy();
  });

  it('says why a step can’t be taken, and still shows it', async () => {
    await open({
      actions: { locate: 'location-disabled' },
    });
    const button = screen.getByRole<HTMLButtonElement>('button', { name: 'View Location' });
    expect(button.disabled).toBe(true);
    const why = document.getElementById(button.getAttribute('aria-describedby') ?? '');
    expect(why?.textContent).toContain('does not collect where devices are');
    await press('Next: Lock it with a message');
    expect(screen.getByText(/is not offered by this portal/u)).toBeTruthy();
  });

  it('tells the owner of a Mac that unsaved work goes, and promises no message', async () => {
    await open({ platform: 'macos', needsLockPin: true, supportsLockMessage: false });
    await press('Next: Lock it');
    expect(screen.getByText('This Mac shows no message when it is locked.')).toBeTruthy();
    expect(screen.getByText(/work that was not saved is gone/u)).toBeTruthy();
  });

  it('puts together what IT will ask, and copies no place', async () => {
    await open();
    await press(/^Tell IT/u);
    await press('Copy all of it');
    const text = JSON.stringify(portal.called.at(-1));
    expect(text).toContain('Device: Ines’s iPhone, iPhone 17, iOS 27.1, company owned');
    expect(text).toContain('Serial number: F2LXK9Q70D4M');
    expect(text).toContain('IMEI: 3569 8211 0447 315');
    expect(text).not.toMatch(/\d+\.\d{3,}/u);
    await act(async () => void fireEvent.click(screen.getByRole('checkbox')));
    expect(screen.getByRole('button', { name: 'Tell IT You told them just now' })).toBeTruthy();
  });

  it('is left by Escape', async () => {
    useDevicesView.setState({ lost: phone.id });
    await open();
    await act(async () => void fireEvent.keyDown(window, { key: 'Escape' }));
    expect(useDevicesView.getState().lost).toBeNull();
  });
});
