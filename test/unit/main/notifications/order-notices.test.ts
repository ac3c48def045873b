import { describe, expect, it } from 'vitest';
import type { NotificationWish } from '../../../../main/notifications/notifications.ts';
import { createOrderNotices } from '../../../../main/notifications/order-notices.ts';
import type { Upload } from '../../../../preload/contract/certificates.ts';
import type { Command } from '../../../../preload/contract/devices.ts';

const command = (change: Partial<Command> = {}): Command => ({
  id: 'c1',
  deviceId: 'd1',
  type: 'lock',
  state: 'done',
  requestedAt: 1,
  requestedBy: 'self',
  sentAt: 2,
  completedAt: 3,
  errorCode: null,
  cancellable: false,
  message: 'Ring my landlady',
  ...change,
});

const upload: Upload = {
  id: '7c3f4bb4-6a9e-4a43-9f3d-0d6a34a5c001',
  fileId: '7c3f4bb4-6a9e-4a43-9f3d-0d6a34a5c002',
  isQueued: false,
  fileName: 'ines-2026.p12',
  typeId: 't1',
  state: 'done',
  sentBytes: 1,
  totalBytes: 1,
  certificateId: 'cert1',
  repushed: 2,
  error: null,
};

/** A person who looks elsewhere and has switched nothing off, unless the test says so. */
function setUp() {
  const shown: NotificationWish[] = [];
  const wakeUps: (() => void)[] = [];
  const person = { isLooking: false, isWanted: true };
  const notices = createOrderNotices({
    notifications: { show: (wish) => shown.push(wish) > 0 },
    settings: { get: () => ({ preferences: { notifyOrders: person.isWanted } }) },
    isWindowFocused: () => person.isLooking,
    cache: {
      devices: () => ({
        devices: ['d1', '1', '2', '3', '4', '5'].map((id) => ({ id, name: `Phone ${id}` })),
      }),
      certificates: () => ({ types: [{ id: 't1', name: 'Signing Certificate' }] }),
    },
    clock: {
      sleep: (_, signal) =>
        new Promise((resolve, reject) => {
          wakeUps.push(resolve);
          signal?.addEventListener('abort', () => reject(new Error('aborted')));
        }),
    },
  });
  const wait = async (): Promise<void> => {
    for (const wake of wakeUps.splice(0)) wake();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { notices, person, shown, wait };
}

const plain = (text: string | undefined): string | undefined =>
  text?.replaceAll(/[\u2068\u2069]/gu, '');

describe('a person who looks elsewhere', () => {
  it('is told once that an order is done, and is led to its device', async () => {
    const { notices, shown, wait } = setUp();
    notices.commandMoved(command({ state: 'sent' }));
    notices.commandMoved(command());
    notices.commandMoved(command());
    await wait();
    await wait();
    expect(shown.map(({ title }) => plain(title))).toEqual(['Phone d1 is locked']);
    expect(shown[0]?.open).toEqual({ page: 'devices', deviceId: 'd1' });
    expect(JSON.stringify(shown)).not.toContain('landlady');
  });

  it.each([
    ['failed', 'Phone d1 was not wiped'],
    ['expired', 'Phone d1 was not wiped'],
  ] as const)('is told when it %s, and not that it worked', async (state, title) => {
    const { notices, shown, wait } = setUp();
    notices.commandMoved(command({ state, type: 'wipe' }));
    await wait();
    expect(plain(shown[0]?.title)).toBe(title);
  });

  it('is not told what they cancelled themselves, nor what IT has ordered', async () => {
    const { notices, shown, wait } = setUp();
    notices.commandMoved(command({ state: 'cancelled' }));
    notices.commandMoved(command({ id: 'c2', requestedBy: 'admin' }));
    await wait();
    expect(shown).toEqual([]);
  });

  it('is told of several at once in one notification that leads to the log', async () => {
    const { notices, shown, wait } = setUp();
    for (const id of ['1', '2', '3', '4', '5'])
      notices.commandMoved(command({ id, deviceId: id, type: 'force-check-in' }));
    await wait();
    expect(shown).toHaveLength(1);
    expect(shown[0]?.title).toBe('5 results are in');
    expect(plain(shown[0]?.body)?.split('\n')).toEqual([
      'Phone 1 has checked in',
      'Phone 2 has checked in',
      'Phone 3 has checked in',
      '2 more',
    ]);
    expect(shown[0]?.open).toEqual({ page: 'activity' });
  });

  it('is told that a certificate is added, without the name of its file', async () => {
    const { notices, shown, wait } = setUp();
    notices.listener['upload.changed']?.({ ...upload, state: 'sending' });
    notices.listener['upload.changed']?.(upload);
    await wait();
    expect(shown.map(({ title }) => plain(title))).toEqual(['Signing Certificate is added']);
    expect(shown[0]?.open).toEqual({ page: 'certificates', certificateId: 'cert1' });
    expect(JSON.stringify(shown)).not.toContain('ines-2026');
  });

  it('gets a sentence even for a device that is gone, or an order that has no name', async () => {
    const { notices, shown, wait } = setUp();
    notices.commandMoved(command({ deviceId: 'gone', type: 'other' }));
    await wait();
    expect(plain(shown[0]?.title)).toBe('A device: your command is done');
  });
});

describe('nobody is disturbed', () => {
  it('while they look at the window', async () => {
    const { notices, person, shown, wait } = setUp();
    person.isLooking = true;
    notices.commandMoved(command());
    await wait();
    person.isLooking = false;
    notices.commandMoved(command());
    await wait();
    expect(shown).toEqual([]);
  });

  it('who has come back in the meantime', async () => {
    const { notices, person, shown, wait } = setUp();
    notices.commandMoved(command());
    person.isLooking = true;
    await wait();
    expect(shown).toEqual([]);
  });

  it('who has switched it off', async () => {
    const { notices, person, shown, wait } = setUp();
    person.isWanted = false;
    notices.commandMoved(command());
    notices.listener['upload.changed']?.(upload);
    await wait();
    expect(shown).toEqual([]);
  });

  it('by what happened to somebody who has signed out', async () => {
    const { notices, shown, wait } = setUp();
    notices.commandMoved(command());
    notices.forget();
    await wait();
    expect(shown).toEqual([]);
  });
});
