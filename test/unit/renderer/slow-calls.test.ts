import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useSlowCalls, watchCall } from '../../../renderer/slow-calls.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const slow = () => useSlowCalls.getState().count;

describe('a call to the portal', () => {
  it('counts as slow after three seconds, until it is over', () => {
    const first = watchCall('devices.list');
    const second = watchCall('account.get');
    vi.advanceTimersByTime(2999);
    expect(slow()).toBe(0);
    second();
    vi.advanceTimersByTime(1);
    expect(slow()).toBe(1);
    first();
    expect(slow()).toBe(0);
  });

  it('is none where main or the person is waited for', () => {
    const over = [watchCall('files.saveStrongCopy'), watchCall('session.signInBrowser')];
    vi.advanceTimersByTime(60_000);
    expect(slow()).toBe(0);
    for (const end of over) end();
    expect(slow()).toBe(0);
  });
});
