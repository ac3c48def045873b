// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { OpenedFile, RecentFilesShown } from '../../../../preload/contract/opened-files.ts';
import { InspectPage } from '../../../../renderer/inspect/InspectPage.tsx';
import { closeInspected, followOpened } from '../../../../renderer/inspect/inspect.store.ts';
import { useRecent } from '../../../../renderer/inspect/recent.store.ts';
import { useRoute } from '../../../../renderer/route.store.ts';
import { installPortal, ok } from '../fake-portal.ts';
import type { FakePortal } from '../fake-portal.ts';
import { openedWith } from '../file-look/sample.ts';

const id = '2d1f0f6e-8f3c-4c7b-9a51-0d1f6b3f2a11';
const fileId = '6a1f0f6e-8f3c-4c7b-9a51-0d1f6b3f2a10';
const file = { id, name: 'mail.p12', folder: 'Downloads', openedAt: Date.now(), isThere: true };
const held: OpenedFile = { outcome: 'held', file: { fileId, name: 'mail.p12', size: 6204 } };

function install(recent: RecentFilesShown, opened: OpenedFile | null = held): FakePortal {
  return installPortal({
    'files.listRecent': () => ok(recent),
    'files.openRecent': () => ok(opened ?? held),
    'files.clearRecent': () => ok({ ...recent, files: [] }),
    'files.rememberRecent': ({ remembers }) => ok({ remembers, files: [] }),
    'files.takeOpened': () => ok(opened),
    'files.inspect': () => ok(openedWith({ format: 'pem' })),
    'files.close': () => ok(undefined),
  });
}
afterEach(() => {
  cleanup();
  act(() => {
    closeInspected();
    useRecent.setState({ recent: null });
    useRoute.setState({ page: 'devices' });
  });
});

describe('recent files in Inspect', () => {
  it('are there by name and folder, and open at a press', async () => {
    const portal = install({ remembers: true, files: [file] });
    render(<InspectPage />);
    const button = await screen.findByRole('button', { name: 'mail.p12' });
    expect(screen.getByText('in Downloads')).toBeTruthy();
    fireEvent.click(button);
    await screen.findByRole('heading', { name: 'mail.p12' });
    expect(portal.called).toContainEqual({ name: 'files.openRecent', input: { id } });
  });

  it('that are gone say so, and why they do not open', async () => {
    install(
      { remembers: true, files: [{ ...file, isThere: false }] },
      { outcome: 'refused', name: 'mail.p12', why: 'not-found' },
    );
    render(<InspectPage />);
    fireEvent.click(await screen.findByRole('button', { name: 'mail.p12' }));
    expect(await screen.findByText(/nothing at its place any more/u)).toBeTruthy();
  });

  it('can be forgotten and no longer remembered', async () => {
    install({ remembers: true, files: [file] });
    render(<InspectPage />);
    fireEvent.click(await screen.findByRole('button', { name: 'Clear the list' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'mail.p12' })).toBeNull());
    const box = screen.getByRole<HTMLInputElement>('checkbox');
    expect(box.checked).toBe(true);
    fireEvent.click(box);
    await waitFor(() => expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(false));
  });
});

describe('a file that main was asked to open', () => {
  it('is shown on Inspect, wherever the person was', async () => {
    const portal = install({ remembers: true, files: [] });
    const stop = followOpened();
    render(<InspectPage />);
    act(() => portal.tell('file.opened', null));
    await screen.findByRole('heading', { name: 'mail.p12' });
    expect(useRoute.getState().page).toBe('inspect');
    stop();
  });

  it('and was taken already, leaves the person where they are', async () => {
    const portal = install({ remembers: true, files: [] }, null);
    const stop = followOpened();
    act(() => portal.tell('file.opened', null));
    await waitFor(() =>
      expect(portal.called.map(({ name }) => name)).toContain('files.takeOpened'),
    );
    expect(useRoute.getState().page).toBe('devices');
    stop();
  });
});
