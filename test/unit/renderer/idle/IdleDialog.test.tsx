// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { mirrorApp, useApp } from '../../../../renderer/app.store.ts';
import { IdleDialog } from '../../../../renderer/idle/IdleDialog.tsx';
import { countdown } from '../../../../renderer/text/countdown.ts';
import { followIdle, forgetIdle } from '../../../../renderer/idle/idle.store.ts';
import { followPresence } from '../../../../renderer/idle/presence.ts';
import { failed, installPortal, ok } from '../fake-portal.ts';
import type { FakePortal } from '../fake-portal.ts';
import { signedOut, snapshot } from '../sample-snapshot.ts';

let stop = (): void => undefined;

async function warn(answers: Parameters<typeof installPortal>[0]): Promise<FakePortal> {
  const portal = installPortal(answers);
  mirrorApp(snapshot);
  stop = followIdle();
  render(<IdleDialog />);
  await act(async () => portal.tell('session.idle', { endsAt: Date.now() + 48_000 }));
  return portal;
}
const press = (name: string): Promise<void> =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })));

afterEach(() => {
  stop();
  forgetIdle();
  cleanup();
});

describe('the warning before a session ends by idleness', () => {
  it('counts down in minutes and seconds, and not below zero', () => {
    expect(countdown(120_000)).toBe('2:00');
    expect(countdown(47_200)).toBe('0:48');
    expect(countdown(-5)).toBe('0:00');
  });

  it('goes when the person stays', async () => {
    const portal = await warn({ 'session.stay': () => ok(undefined) });
    expect(screen.getByRole('alertdialog', { name: 'Still there?' })).toBeTruthy();
    await press('Stay signed in');
    expect(portal.called).toEqual([{ name: 'session.stay', input: undefined }]);
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('goes by itself when main takes it back', async () => {
    const portal = await warn({});
    await act(async () => portal.tell('session.idle', null));
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('signs out at once when the person wants that', async () => {
    await warn({ 'session.signOut': () => ok(signedOut) });
    await press('Sign out');
    const { app } = useApp.getState();
    expect(app.status === 'ready' && app.session.status).toBe('signed-out');
  });

  it('says when the portal could not be told', async () => {
    await warn({ 'session.stay': () => failed('portal-unreachable') });
    await press('Stay signed in');
    expect(screen.getByRole('alert').textContent).toContain('The portal did not answer');
  });
});

describe('who uses the app', () => {
  const touches = ({ called }: FakePortal): number =>
    called.filter(({ name }) => name === 'session.touch').length;

  it('is told of by keys, pointer and wheel, once for many of them', () => {
    const portal = installPortal({ 'session.touch': () => ok(undefined) });
    mirrorApp(snapshot);
    stop = followPresence();
    fireEvent.keyDown(document.body, { key: 'a' });
    fireEvent.pointerDown(document.body);
    fireEvent.wheel(document.body);
    expect(touches(portal)).toBe(1);
  });

  it('is not told of while nobody is signed in, nor while main asks', async () => {
    const portal = await warn({ 'session.touch': () => ok(undefined) });
    const stopIdle = stop;
    stop = followPresence();
    fireEvent.keyDown(document.body, { key: 'Tab' });
    stopIdle();
    forgetIdle();
    mirrorApp({ ...snapshot, session: signedOut });
    fireEvent.pointerDown(document.body);
    expect(touches(portal)).toBe(0);
    mirrorApp(snapshot);
    fireEvent.pointerDown(document.body);
    expect(touches(portal)).toBe(1);
  });
});
