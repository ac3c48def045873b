// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Command, Device, DeviceList } from '../../../../preload/contract/devices.ts';
import { DevicesPage } from '../../../../renderer/devices/DevicesPage.tsx';
import { forgetCommands } from '../../../../renderer/devices/commands.store.ts';
import { forgetView } from '../../../../renderer/devices/devices-view.store.ts';
import { forgetDevices, mirrorDevices } from '../../../../renderer/devices/devices.store.ts';
import { failed, installPortal, ok } from '../fake-portal.ts';
import type { FakePortal } from '../fake-portal.ts';
import { day, lock, now, phone } from './samples.ts';

const named = (id: string, name: string, more: Partial<Device> = {}): Device => ({
  ...phone,
  id,
  name,
  ...more,
});
const three = [
  named('d1', 'Ines’s iPhone'),
  named('d2', 'Berth 4 tablet', { platform: 'android', form: 'tablet', lastCheckIn: now - day }),
  named('d3', 'Spare Mac mini', { platform: 'macos', form: 'desktop', inactive: true }),
];
const history = Array.from({ length: 14 }, (_, index): Command => ({
  ...lock,
  id: `c${index}`,
  state: 'done',
  requestedAt: now - (index + 1) * day,
  completedAt: now - (index + 1) * day + 9000,
}));

async function open(
  devices: Device[],
  more: Partial<DeviceList> = {},
  past = history,
): Promise<FakePortal> {
  const portal = installPortal({
    'devices.list': () =>
      ok({ devices, fetchedAt: now, stale: false, used: 3, limit: 10, ...more }),
    'devices.commands': ({ start }) =>
      ok({ commands: past.slice(start, start + 10), total: past.length }),
    'devices.forceCheckIn': () => ok({ commands: [] }),
    'app.copy': () => ok(undefined),
  });
  await act(async () => void render(<DevicesPage onRegister={() => undefined} />));
  return portal;
}

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  forgetDevices();
  forgetCommands();
  forgetView();
});

const type = (text: string): Promise<void> =>
  act(async () => {
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: text } });
  });
const options = (): (string | null)[] =>
  screen.queryAllByRole('option').map((option) => option.textContent);

describe('My Devices', () => {
  it('shows the first device before anything is chosen, and another when it is pressed', async () => {
    await open(three);
    expect(screen.getByRole('article', { name: 'Ines’s iPhone' })).toBeTruthy();
    await act(async () => {
      fireEvent.click(screen.getByRole('option', { name: /Berth 4 tablet/u }));
    });
    expect(screen.getByRole('article', { name: 'Berth 4 tablet' })).toBeTruthy();
  });

  it('finds a device as its name is typed', async () => {
    await open(three);
    await type('berth');
    expect(options()).toHaveLength(1);
  });

  it('says what the filter hides when a search finds nothing, and shows it again', async () => {
    await open(three);
    fireEvent.click(screen.getByRole('tab', { name: 'Active 2' }));
    await type('spare');
    expect(screen.getByText('Nothing called “spare”')).toBeTruthy();
    expect(screen.getByText('1 device that fits is hidden by the filter.')).toBeTruthy();
    await act(async () =>
      fireEvent.click(screen.getByRole('button', { name: 'Show all 3 devices' })),
    );
    expect(options()).toHaveLength(3);
  });

  it('tells a person without a device what to do', async () => {
    await open([]);
    expect(screen.getByRole('heading', { name: 'No device yet' })).toBeTruthy();
    expect(screen.getByText(/You can have 10/u)).toBeTruthy();
  });

  it('says how old a list is that the portal did not confirm', async () => {
    await open(three, { stale: true, fetchedAt: new Date(2026, 10, 22, 10, 48).getTime() });
    expect(options().every((text) => text?.includes('as of'))).toBe(true);
  });

  it('shows the age of the rows as soon as the portal is lost, and takes it away again', async () => {
    await open(three);
    expect(options().some((text) => text?.includes('as of'))).toBe(false);
    const list = { devices: three, fetchedAt: now, stale: true, used: 3, limit: 10 };
    await act(async () => mirrorDevices(list));
    expect(options().every((text) => text?.includes('as of'))).toBe(true);
    await act(async () => mirrorDevices({ ...list, stale: false }));
    expect(options().some((text) => text?.includes('as of'))).toBe(false);
  });

  it('tries again when asked after a failure', async () => {
    const portal = installPortal({ 'devices.list': () => failed('portal-failed') });
    await act(async () => void render(<DevicesPage onRegister={() => undefined} />));
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Try again' })));
    expect(portal.called.at(-1)).toEqual({ name: 'devices.list', input: { refresh: true } });
  });
});

describe('a window that is made narrow', () => {
  it('keeps the open dialog and what was typed into it', async () => {
    const query = matchMedia('(max-width: 999px)');
    const isNarrow = vi.spyOn(query, 'matches', 'get').mockReturnValue(false);
    vi.spyOn(window, 'matchMedia').mockReturnValue(query);
    await open(three);
    fireEvent.click(screen.getByRole('button', { name: 'Lock' }));
    const message = screen.getByLabelText('Message on the locked screen');
    fireEvent.change(message, { target: { value: 'Please call' } });
    await act(async () => {
      isNarrow.mockReturnValue(true);
      query.dispatchEvent(new Event('change'));
    });
    expect(screen.getByDisplayValue('Please call')).toBe(message);
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.getByRole('article', { name: 'Ines’s iPhone' })).toBeTruthy();
    expect(screen.queryByRole('listbox')).toBeNull();
  });
});

describe('several devices at once', () => {
  it('are asked to check in together, and only those that can be asked', async () => {
    const refused = named('d2', 'Berth 4 tablet', {
      actions: { 'force-check-in': 'lost-mode' },
    });
    const portal = await open([three[0] ?? phone, refused, named('d4', 'Pixel 10')]);
    fireEvent.click(screen.getByRole('button', { name: 'Choose several' }));
    fireEvent.click(screen.getByRole('option', { name: /Berth/u }));
    fireEvent.click(screen.getByRole('option', { name: /Pixel/u }));
    const detail = screen.getByRole('article', { name: '2 devices chosen' });
    await act(async () => {
      fireEvent.click(within(detail).getByRole('button', { name: 'Force Check-in' }));
    });
    expect(screen.getByText('1 of them can’t be asked and is left out.')).toBeTruthy();
    expect(portal.called.at(-1)).toEqual({
      name: 'devices.forceCheckIn',
      input: { deviceIds: ['d4'] },
    });
  });
});

describe('a device in detail', () => {
  it('shows a few earlier commands, and all of them when asked', async () => {
    const portal = await open([phone]);
    const earlier = screen.getByRole('region', { name: 'Earlier commands' });
    expect(within(earlier).getAllByRole('listitem')).toHaveLength(3);
    await act(async () => fireEvent.click(screen.getByRole('button', { name: 'All 14' })));
    expect(portal.called.at(-1)).toEqual({
      name: 'devices.commands',
      input: { deviceId: 'd1', start: 10 },
    });
    expect(within(earlier).getAllByRole('listitem')).toHaveLength(14);
  });

  it('says what will stand where no command has been yet', async () => {
    await open([phone], {}, []);
    const earlier = screen.getByRole('region', { name: 'Earlier commands' });
    expect(within(earlier).getByText('None yet.')).toBeTruthy();
    expect(within(earlier).getByText(/stands here, with the times/u)).toBeTruthy();
  });

  it('writes the serial number in groups of four and copies it without the spaces', async () => {
    const portal = await open([phone]);
    expect(screen.getByText('F2LX K9Q7 0D4M')).toBeTruthy();
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Copy Serial number' }));
    });
    expect(portal.called.at(-1)).toEqual({ name: 'app.copy', input: { text: 'F2LXK9Q70D4M' } });
  });

  it('names the rules that a device does not follow', async () => {
    await open([
      named('d1', 'Pixel 10', {
        compliance: 'not-compliant',
        violatedPolicies: ['Security patch older than 90 days'],
      }),
    ]);
    expect(screen.getByText('Against the rule: Security patch older than 90 days')).toBeTruthy();
  });
});
