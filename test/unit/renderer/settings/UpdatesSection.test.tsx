// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { UpdateState } from '../../../../preload/contract/updates.ts';
import { UpdatesSection } from '../../../../renderer/settings/UpdatesSection.tsx';
import { useUpdates } from '../../../../renderer/settings/updates.store.ts';
import { installPortal, ok } from '../fake-portal.ts';
import type { FakePortal } from '../fake-portal.ts';

const host = 'updates.example.org';

async function show(state: UpdateState): Promise<FakePortal> {
  const portal = installPortal({
    'updates.get': () => ok(state),
    'updates.check': () => ok({ status: 'checking', host }),
    'updates.setAutomatic': ({ isOn }) =>
      ok(
        isOn
          ? { status: 'waiting', host, checkedAt: null, didFail: false }
          : { status: 'off', because: 'switched-off', host },
      ),
    'updates.install': () => ok(undefined),
  });
  render(<UpdatesSection />);
  await screen.findByRole('region', { name: 'Updates' });
  return portal;
}
afterEach(() => {
  cleanup();
  act(() => useUpdates.setState({ state: null }));
});
const said = (): string => screen.getByRole('status').textContent;

describe('Updates in Settings', () => {
  it('are off without a feed, and there is nothing to press', async () => {
    await show({ status: 'off', because: 'no-feed', host: null });
    expect(said()).toContain('does not update itself');
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('that did not work are told, with nothing to do', async () => {
    await show({ status: 'waiting', host, checkedAt: Date.now(), didFail: true });
    expect(said()).toContain('did not work');
    expect(said()).toContain('nothing you have to do');
  });

  it('can be looked for now', async () => {
    const portal = await show({ status: 'waiting', host, checkedAt: null, didFail: false });
    fireEvent.click(screen.getByRole('button', { name: 'Look for updates now' }));
    await waitFor(() => expect(said()).toBe(`Asking ${host}`));
    expect(portal.called.map(({ name }) => name)).toContain('updates.check');
  });

  it('can be switched off and on', async () => {
    await show({ status: 'waiting', host, checkedAt: null, didFail: false });
    fireEvent.click(screen.getByRole('checkbox'));
    await waitFor(() => expect(said()).toContain('by itself'));
    fireEvent.click(screen.getByRole('checkbox'));
    await waitFor(() => expect(said()).toContain('not looked'));
  });

  it('show how far they have come, and are put in place by a press', async () => {
    const portal = await show({ status: 'downloading', host, version: '2.0.0', percent: 40 });
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('40');
    act(() => portal.tell('updates.changed', { status: 'ready', version: '2.0.0' }));
    fireEvent.click(screen.getByRole('button', { name: 'Restart and update' }));
    await waitFor(() => expect(portal.called.map(({ name }) => name)).toContain('updates.install'));
  });
});
