import type { Handlers } from '../../preload/contract.ts';
import type { UpdateState } from '../../preload/contract/updates.ts';
import type { Clock } from '../clock.ts';
import { failure } from '../failure.ts';
import type { Emit } from '../ipc/connect.ts';
import type { Log } from '../log.ts';
import { cleanText } from '../portal/wire/text.ts';
import type { Settings } from '../settings.ts';
import type { Feed } from './feed.ts';
import type { Updater } from './updater.ts';

/** So long after the start that nobody waits for it. */
const firstCheckMs = 20_000;
const betweenChecksMs = 24 * 3_600_000;

export type UpdatesOptions = {
  feed: Feed;
  /** Only an installed app can put another in its place. */
  isInstalled: boolean;
  /** Made when it is needed: most apps have no feed. */
  loadUpdater: (url: string) => Promise<Updater>;
  settings: Settings;
  clock: Clock;
  emit: Emit;
  log: Log;
};

/** The app's own updates. Whatever goes wrong with them is seen in Settings and in the log, and nowhere else. */
export type Updates = {
  /** Looks by itself from now on, if it may; returns at once. */
  start: () => void;
  close: () => void;
  handlers: Pick<
    Handlers,
    'updates.get' | 'updates.check' | 'updates.install' | 'updates.setAutomatic'
  >;
};

/** Nothing is asked before `start`. */
export function createUpdates(options: UpdatesOptions): Updates {
  const { feed, isInstalled, loadUpdater, settings, clock, emit, log } = options;
  const host = feed.status === 'set' ? feed.host : null;
  const ended = new AbortController();
  let updater: Promise<Updater> | null = null;
  let isAtWork = false;
  let state = atRest();

  function atRest(): UpdateState {
    if (feed.status === 'off') return { status: 'off', because: feed.because, host };
    if (!isInstalled) return { status: 'off', because: 'not-installed', host };
    if (!settings.get().looksForUpdates) return { status: 'off', because: 'switched-off', host };
    return { status: 'waiting', host: feed.host, checkedAt: null, didFail: false };
  }

  function become(next: UpdateState): UpdateState {
    state = next;
    emit('updates.changed', next);
    return next;
  }

  async function ask(url: string, asked: string): Promise<UpdateState> {
    become({ status: 'checking', host: asked });
    updater ??= loadUpdater(url);
    const { check, download } = await updater;
    const found = await check();
    const checkedAt = clock.now();
    if (found === null)
      return become({ status: 'waiting', host: asked, checkedAt, didFail: false });
    const version = cleanText(found, 64);
    let percent = 0;
    become({ status: 'downloading', host: asked, version, percent });
    await download((done) => {
      const whole = Math.min(100, Math.max(0, Math.floor(done)));
      if (whole === percent) return;
      percent = whole;
      become({ status: 'downloading', host: asked, version, percent });
    });
    log.info('update ready', { version });
    return become({ status: 'ready', version });
  }

  /** Asks once. Never rejects; two at a time are one. */
  async function look(): Promise<UpdateState> {
    if (isAtWork || feed.status === 'off' || state.status === 'ready' || !isInstalled) return state;
    isAtWork = true;
    try {
      return await ask(feed.url, feed.host);
    } catch (cause) {
      log.warn('update failed', { cause });
      return become({
        status: 'waiting',
        host: feed.host,
        checkedAt: clock.now(),
        didFail: true,
      });
    } finally {
      isAtWork = false;
    }
  }

  async function lookAgainAndAgain(): Promise<void> {
    try {
      await clock.sleep(firstCheckMs, ended.signal);
      for (;;) {
        if (settings.get().looksForUpdates) await look();
        await clock.sleep(betweenChecksMs, ended.signal);
      }
    } catch (cause) {
      if (!ended.signal.aborted) throw cause;
    }
  }

  return {
    start: () => {
      if (feed.status === 'set' && isInstalled) void lookAgainAndAgain();
    },
    close: () => ended.abort(),
    handlers: {
      'updates.get': () => state,
      'updates.check': look,
      'updates.install': async () => {
        if (state.status !== 'ready' || updater === null) throw failure('conflict');
        (await updater).install();
        return undefined;
      },
      'updates.setAutomatic': ({ isOn }) => {
        settings.set({ looksForUpdates: isOn });
        if (isAtWork || state.status === 'ready') return state;
        return become(atRest());
      },
    },
  };
}
