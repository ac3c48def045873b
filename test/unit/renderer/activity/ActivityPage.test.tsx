// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { ActivityEntry } from '../../../../preload/contract/activity.ts';
import { ActivityPage } from '../../../../renderer/activity/ActivityPage.tsx';
import { followActivity, forgetActivity } from '../../../../renderer/activity/activity.store.ts';
import { toasts } from '../../../../renderer/ui/toast.ts';
import { sampleEntry } from '../../../support/activity.ts';
import { failed, installPortal, ok } from '../fake-portal.ts';
import type { FakePortal } from '../fake-portal.ts';

let stop = (): void => undefined;
afterEach(() => {
  stop();
  cleanup();
  act(forgetActivity);
  toasts.clear();
});

async function open(
  entries: readonly ActivityEntry[],
  answers: Parameters<typeof installPortal>[0] = {},
): Promise<FakePortal> {
  const portal = installPortal({
    'activity.list': () => ok({ entries: [...entries] }),
    ...answers,
  });
  stop = followActivity();
  await act(async () => {
    render(<ActivityPage />);
  });
  return portal;
}
const items = (): HTMLElement[] => screen.queryAllByRole('listitem');
const press = (name: string, inside = document.body): Promise<void> =>
  act(async () => {
    fireEvent.click(within(inside).getByRole('button', { name }));
  });
const question = (): HTMLElement => screen.getByRole('alertdialog');

describe('the Activity page', () => {
  it('follows an order to its end while it is shown', async () => {
    const entry = sampleEntry({ state: 'waiting', endedAt: null });
    const portal = await open([entry]);
    expect(items()[0]?.textContent).toContain('Lock Ines’s iPhone');
    act(() => portal.tell('activity.changed', { ...entry, state: 'done', endedAt: entry.at }));
    expect(items()).toHaveLength(1);
    expect(items()[0]?.textContent).toContain('Locked Ines’s iPhone');
    act(() => portal.tell('activity.changed', sampleEntry({ action: 'sign-out', subjects: [] })));
    expect(items()).toHaveLength(2);
  });

  it('draws a long log in pages', async () => {
    const many = Array.from({ length: 230 }, (_, at) =>
      sampleEntry({ at: 1_795_000_000_000 + at }),
    );
    await open(many);
    expect(items()).toHaveLength(100);
    await press('Show 100 earlier entries');
    await press('Show 30 earlier entries');
    expect(items()).toHaveLength(230);
    expect(screen.queryByRole('button', { name: /earlier/u })).toBeNull();
  });

  it('says that nothing is there yet, and offers nothing to export or clear', async () => {
    await open([]);
    expect(screen.getByRole('heading', { name: 'Nothing done yet' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Export as CSV' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Clear activity' })).toBeNull();
  });

  it('says what is wrong, and tries again', async () => {
    let isBroken = true;
    await open([], {
      'activity.list': () => (isBroken ? failed('internal') : ok({ entries: [sampleEntry()] })),
    });
    isBroken = false;
    await press('Try again');
    expect(items()).toHaveLength(1);
  });

  it('clears nothing before the person has said so twice', async () => {
    const portal = await open([sampleEntry()], { 'activity.clear': () => ok(undefined) });
    await press('Clear activity');
    expect(portal.called.map(({ name }) => name)).not.toContain('activity.clear');
    await press('Clear activity', question());
    expect(portal.called.map(({ name }) => name)).toContain('activity.clear');
    expect(screen.getByRole('heading', { name: 'Nothing done yet' })).toBeTruthy();
  });

  it('keeps the log in sight when it could not be cleared', async () => {
    await open([sampleEntry()], { 'activity.clear': () => failed('signed-out') });
    await press('Clear activity');
    await press('Clear activity', question());
    expect(within(question()).getByRole('alert')).toBeTruthy();
  });

  it('says where the file is, and nothing when the person chose no place', async () => {
    let isCancelled = true;
    await open([sampleEntry()], {
      'activity.export': () => (isCancelled ? failed('cancelled') : ok({ saved: 'mine.csv' })),
    });
    await press('Export as CSV');
    expect(toasts.visibleToasts).toHaveLength(0);
    isCancelled = false;
    await press('Export as CSV');
    expect(toasts.visibleToasts[0]?.content).toMatchObject({ sentence: 'It is in mine.csv.' });
  });
});
