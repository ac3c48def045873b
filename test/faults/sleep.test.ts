import { expect, it } from 'vitest';
import { patience } from '../support/patience.ts';
import { isSignedIn, prepareBadDay } from './bad-day.ts';

const { app, line } = prepareBadDay();
const pause = () => new Promise((resolve) => setTimeout(resolve, 200));

it('a computer that wakes up asks quietly what has happened meanwhile', async () => {
  const before = line().count('devices');
  app().features.wake();
  await expect.poll(() => line().count('devices'), patience).toBe(before + 1);
});

it('a computer that wakes up without a network signs nobody out, and finds its way back', async () => {
  await line().down();
  app().features.wake();
  await expect.poll(() => app().told.of('devices.changed').at(-1)?.stale, patience).toBe(true);
  expect(await isSignedIn(app())).toBe(true);
  await line().up();
  await expect.poll(() => app().told.of('devices.changed').at(-1)?.stale, patience).toBe(false);
  expect(await isSignedIn(app())).toBe(true);
});

it('a computer that wakes up with nobody signed in asks nothing', async () => {
  await app().call('session.signOut', undefined);
  // What had left before the sign-out may still arrive after it.
  await pause();
  const before = line().requests().length;
  app().features.wake();
  await pause();
  expect(
    line()
      .requests()
      .slice(before)
      .map(({ call }) => call),
  ).toEqual([]);
});
