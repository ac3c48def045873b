// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { DeviceLocation } from '../../../../../preload/contract/orders.ts';
import type { Result } from '../../../../../preload/contract/errors.ts';
import { LocationPage } from '../../../../../renderer/devices/location/LocationPage.tsx';
import {
  forgetView,
  showLocation,
  useDevicesView,
} from '../../../../../renderer/devices/devices-view.store.ts';
import { failed, installPortal, ok } from '../../fake-portal.ts';
import type { FakePortal } from '../../fake-portal.ts';
import { minute, now, phone } from '../samples.ts';

const found: DeviceLocation = {
  found: true,
  latitude: 51.0543,
  longitude: 3.7174,
  accuracyMeters: 5000,
  capturedAt: now - 180 * minute,
  ageMs: 4.5 * minute,
  source: 'network',
};

async function open(answer: () => Result<DeviceLocation>): Promise<FakePortal> {
  const portal = installPortal({ 'devices.locate': answer, 'app.copy': () => ok(undefined) });
  showLocation(phone.id);
  await act(async () => void render(<LocationPage device={phone} />));
  return portal;
}

afterEach(() => {
  cleanup();
  forgetView();
});

describe('View Location', () => {
  it('says near what, how long ago, how exactly and how that is known', async () => {
    await open(() => ok(found));
    expect(screen.getByRole('heading', { name: 'near Ghent, Belgium' })).toBeTruthy();
    expect(screen.getByText('4 min ago. It may have moved since.')).toBeTruthy();
    expect(screen.getByText('within about 5 km')).toBeTruthy();
    expect(screen.getByText('Network, not GPS')).toBeTruthy();
    expect(
      screen.getByRole('figure', { name: 'Map. Ines’s iPhone was near Ghent, Belgium.' }),
    ).toBeTruthy();
  });

  it('copies the coordinates', async () => {
    const portal = await open(() => ok(found));
    await act(
      async () => void fireEvent.click(screen.getByRole('button', { name: 'Copy coordinates' })),
    );
    expect(portal.called.at(-1)).toEqual({
      name: 'app.copy',
      input: { text: '51.054300, 3.717400' },
    });
  });

  it.each([
    ['disabled', 'Location is turned off'],
    ['denied-on-device', 'Refused on the iPhone'],
    ['not-supported', 'Not on this kind of device'],
    ['masked', 'The place is kept from you'],
    ['no-fix', 'No place known yet'],
    ['unknown', 'The portal does not say'],
  ] as const)('says why there is no place: %s', async (why, title) => {
    await open(() => ok({ found: false, why }));
    expect(screen.getByRole('heading', { name: title })).toBeTruthy();
    expect(screen.queryByRole('figure')).toBeNull();
  });

  it('asks again when the portal did not answer', async () => {
    let turn = 0;
    await open(() => {
      turn += 1;
      return turn === 1 ? failed('portal-unreachable') : ok(found);
    });
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Ask again' })));
    expect(screen.getByRole('heading', { name: 'near Ghent, Belgium' })).toBeTruthy();
  });

  it('is left by Escape, back to the device', async () => {
    await open(() => ok(found));
    expect(useDevicesView.getState().located).toBe('d1');
    await act(async () => void fireEvent.keyDown(window, { key: 'Escape' }));
    expect(useDevicesView.getState().located).toBeNull();
  });
});
