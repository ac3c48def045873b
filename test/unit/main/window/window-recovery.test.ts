import { describe, expect, it } from 'vitest';
import { createCrashGuard } from '../../../../main/window/window-recovery.ts';

describe('a window that crashes', () => {
  it('comes back twice and asks at the third time within a minute', () => {
    let time = 0;
    const guard = createCrashGuard(() => time);
    expect([guard(), guard(), guard()]).toEqual(['reload', 'reload', 'ask']);
    time += 1000;
    expect(guard()).toBe('reload');
  });

  it('comes back every time when the crashes lie far apart', () => {
    let time = 0;
    const guard = createCrashGuard(() => (time += 61_000));
    expect(Array.from({ length: 5 }, guard)).toEqual(Array.from({ length: 5 }, () => 'reload'));
  });
});
