import { describe, expect, it, vi } from 'vitest';
import { createUpdates } from '../../../../main/updates/updates.ts';
import type { Updates, UpdatesOptions } from '../../../../main/updates/updates.ts';
import type { Updater } from '../../../../main/updates/updater.ts';
import { updateState } from '../../../../preload/contract/updates.ts';
import type { UpdateState } from '../../../../preload/contract/updates.ts';
import { createTestFeatures, hastyClock } from '../../../support/features.ts';
import { rejectionOf } from '../../../support/failures.ts';
import { silentLog } from '../../../support/silent-log.ts';
import { createTold } from '../../../support/told.ts';

const feed = { status: 'set', url: 'https://u.example/x', host: 'u.example' } as const;

function make(
  offered: Partial<Updater> = {},
  change: Partial<UpdatesOptions> = {},
): {
  updates: Updates;
  told: () => UpdateState[];
  install: () => void;
  app: ReturnType<typeof createTestFeatures>;
} {
  const app = createTestFeatures();
  const { emit, of } = createTold();
  const install = vi.fn<Updater['install']>();
  const updates = createUpdates({
    feed,
    isInstalled: true,
    loadUpdater: () =>
      Promise.resolve({
        check: () => Promise.resolve(null),
        download: () => Promise.resolve(),
        install,
        ...offered,
      }),
    settings: app.features.settings,
    clock: hastyClock,
    emit,
    log: silentLog,
    ...change,
  });
  return { updates, told: () => of('updates.changed'), install, app };
}
const ask = async (
  { handlers }: Updates,
  name: 'updates.get' | 'updates.check',
): Promise<UpdateState> => updateState.parse(await handlers[name](undefined));

describe('updates', () => {
  it('are off without a feed, and nobody is asked', async () => {
    const loadUpdater = vi.fn<UpdatesOptions['loadUpdater']>();
    const { updates, app } = make({}, { feed: { status: 'off', because: 'no-feed' }, loadUpdater });
    expect(await ask(updates, 'updates.check')).toEqual({
      status: 'off',
      because: 'no-feed',
      host: null,
    });
    updates.start();
    expect(loadUpdater).not.toHaveBeenCalled();
    await app.close();
  });

  it('are off while the app runs from its sources', async () => {
    const { updates, app } = make({}, { isInstalled: false });
    expect(await ask(updates, 'updates.check')).toMatchObject({ because: 'not-installed' });
    await app.close();
  });

  it('of which there is none are told with the time of the question', async () => {
    const { updates, told, app } = make();
    expect(await ask(updates, 'updates.check')).toMatchObject({
      status: 'waiting',
      didFail: false,
    });
    expect(told().map(({ status }) => status)).toEqual(['checking', 'waiting']);
    await app.close();
  });

  it('are downloaded, told as they come, and put in place only when the person says so', async () => {
    const { updates, told, install, app } = make({
      check: () => Promise.resolve('2.0.0'),
      download: (onProgress) => {
        for (const percent of [10.4, 10.9, 55, 100]) onProgress(percent);
        return Promise.resolve();
      },
    });
    expect(await ask(updates, 'updates.check')).toEqual({ status: 'ready', version: '2.0.0' });
    expect(told().map((state) => ('percent' in state ? state.percent : state.status))).toEqual([
      'checking',
      0,
      10,
      55,
      100,
      'ready',
    ]);
    expect(install).not.toHaveBeenCalled();
    await updates.handlers['updates.install'](undefined);
    expect(install).toHaveBeenCalledOnce();
    await app.close();
  });

  it('that are not there can’t be installed', async () => {
    const { updates, install, app } = make();
    const installing = Promise.resolve(updates.handlers['updates.install'](undefined));
    expect(await rejectionOf(installing)).toMatchObject({ code: 'conflict' });
    expect(install).not.toHaveBeenCalled();
    await app.close();
  });

  it.each(['check', 'download'] as const)(
    'that fail at the %s bother nobody: Settings says so',
    async (step) => {
      const { updates, app } = make({
        check: () => Promise.resolve('2.0.0'),
        [step]: () => Promise.reject(new Error('ERR_UPDATER_CHANNEL_FILE_NOT_FOUND')),
      });
      expect(await ask(updates, 'updates.check')).toMatchObject({
        status: 'waiting',
        didFail: true,
      });
      expect(app.told.of('notice.raised')).toEqual([]);
      expect(await ask(updates, 'updates.get')).toMatchObject({ didFail: true });
      await app.close();
    },
  );

  it('asked for twice are asked for once', async () => {
    const check = vi.fn<Updater['check']>(() => Promise.resolve(null));
    const { updates, app } = make({ check });
    await Promise.all([ask(updates, 'updates.check'), ask(updates, 'updates.check')]);
    expect(check).toHaveBeenCalledOnce();
    await app.close();
  });

  it('switched off are not looked for by themselves, also after the next start', async () => {
    const check = vi.fn<Updater['check']>(() => Promise.resolve(null));
    const { updates, app } = make({ check });
    expect(await updates.handlers['updates.setAutomatic']({ isOn: false })).toMatchObject({
      status: 'off',
      because: 'switched-off',
      host: 'u.example',
    });
    expect(app.features.settings.get().looksForUpdates).toBe(false);
    updates.start();
    await hastyClock.sleep(25_000);
    expect(check).not.toHaveBeenCalled();
    updates.close();
    await app.close();
  });

  it('are looked for some time after the start', async () => {
    const check = vi.fn<Updater['check']>(() => Promise.resolve(null));
    const { updates, app } = make({ check });
    updates.start();
    await vi.waitFor(() => expect(check).toHaveBeenCalled());
    updates.close();
    await app.close();
  });

  it('come from a feed that no call of the page’s can change', async () => {
    const app = createTestFeatures();
    const before = app.features.settings.get().updateFeed;
    // @ts-expect-error The contract has no such field.
    const change = app.call('app.setPreferences', { updateFeed: 'https://evil.example/' });
    await expect(change).rejects.toThrow(/updateFeed/u);
    expect(app.features.settings.get().updateFeed).toBe(before);
    await app.close();
  });
});
