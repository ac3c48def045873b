// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mirrorApp } from '../../../renderer/app.store.ts';
import { choose, forgetView } from '../../../renderer/devices/devices-view.store.ts';
import { turnTo, useHelp } from '../../../renderer/help/help.store.ts';
import { PageKeys } from '../../../renderer/PageKeys.tsx';
import { go, useRoute } from '../../../renderer/route.store.ts';
import { installPortal } from './fake-portal.ts';
import type { FakePortal } from './fake-portal.ts';
import { signedOut, snapshot } from './sample-snapshot.ts';

let portal: FakePortal;
beforeEach(() => {
  portal = installPortal({});
  mirrorApp(snapshot);
});
afterEach(() => {
  cleanup();
  forgetView();
  go('devices');
  turnTo('portal');
});

async function press(key: string, element: Element | Window = window): Promise<boolean> {
  let isFree = true;
  await act(async () => {
    isFree = fireEvent.keyDown(element, { key });
  });
  return isFree;
}

describe('the question mark', () => {
  it('shows the list of keys from any page', async () => {
    render(<PageKeys />);
    await press('?');
    expect([useRoute.getState().page, useHelp.getState().part]).toEqual(['help', 'shortcuts']);
  });

  it('stays a question mark where somebody types', async () => {
    render(
      <>
        <PageKeys />
        <input aria-label="Message" />
      </>,
    );
    await press('?', screen.getByLabelText('Message'));
    expect(useRoute.getState().page).toBe('devices');
  });
});

describe('F5', () => {
  it.each([
    ['devices', 'devices.list'],
    ['certificates', 'certificates.list'],
    ['activity', 'activity.list'],
    ['account', 'account.get'],
  ] as const)('asks anew for what %s shows, and leaves the window as it is', async (page, name) => {
    go(page);
    render(<PageKeys />);
    expect(await press('F5'), 'the key is taken').toBe(false);
    expect(portal.called.map((call) => call.name)).toEqual([name]);
  });

  it('asks for the commands of the device that is open, too', async () => {
    choose(['d1']);
    render(<PageKeys />);
    await press('F5');
    expect(portal.called).toEqual([
      { name: 'devices.list', input: { refresh: true } },
      { name: 'devices.commands', input: { deviceId: 'd1', start: 0 } },
    ]);
  });

  it('works while somebody types, because it types nothing', async () => {
    render(
      <>
        <PageKeys />
        <input aria-label="Search" />
      </>,
    );
    await press('F5', screen.getByLabelText('Search'));
    expect(portal.called).toHaveLength(1);
  });

  it('asks for nothing when nobody is signed in', async () => {
    mirrorApp({ ...snapshot, session: signedOut });
    render(<PageKeys />);
    await press('F5');
    expect(portal.called).toEqual([]);
  });
});
