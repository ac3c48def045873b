import type * as Keytar from 'keytar';
import type { Clock } from '../clock.ts';

/** The three calls of keytar that are used. Its call that lists entries is not: it crashes on a locked keyring. */
export type KeytarCalls = Pick<typeof Keytar, 'getPassword' | 'setPassword' | 'deletePassword'>;

/** What became of a call to the OS keychain. */
type KeychainState = 'ok' | 'locked' | 'unavailable';
type KeychainRead =
  | { state: 'ok'; secret: string | null }
  | { state: 'locked' }
  | { state: 'unavailable' };

/** The OS keychain: the only place where this app keeps a secret. Nothing here throws. */
export type Keychain = {
  /** Can a keychain be spoken to at all? Asks for an entry that is never there, and so never prompts. */
  isThere: () => Promise<boolean>;
  /**
   * @param expected true when an entry was written earlier: then the `null` that a locked keyring answers
   *   means `locked` and not "nothing stored"
   */
  read: (account: string, expected: boolean) => Promise<KeychainRead>;
  /** Writes and reads back; `ok` only when the same secret came out again. */
  write: (account: string, secret: string) => Promise<KeychainState>;
  /** `ok` when the entry is gone; `locked` when it may still be there. */
  remove: (account: string) => Promise<KeychainState>;
};

export type KeychainOptions = {
  /** Loads keytar; throws where its native part can't be loaded. */
  load: () => KeytarCalls;
  /** Name under which the entries stand in the keychain. */
  service: string;
  /** How long a person has to answer the keychain's prompt before the app goes on without, in ms. */
  limitMs: number;
  clock: Pick<Clock, 'sleep'>;
};

const lockedWords =
  /locked|dismissed|interaction is not allowed|user (?:name or passphrase|canceled)|-25308|-128\b|cancell?ed/iu;

const classify = (cause: unknown): 'locked' | 'unavailable' =>
  cause instanceof Error && lockedWords.test(cause.message) ? 'locked' : 'unavailable';

type Answer<T> = { state: 'ok'; value: T } | { state: 'locked' } | { state: 'unavailable' };

/**
 * Puts keytar behind a queue and a time limit.
 *
 * One call at a time: gnome-keyring breaks under parallel requests, and each call that waits for a prompt holds
 * one of libuv's four workers; with all four held, file access in the whole process stops. A call that has run
 * into the limit still holds its worker, so until it settles every further call is answered `locked` at once.
 */
export function createKeychain({ load, service, limitMs, clock }: KeychainOptions): Keychain {
  let queue: Promise<unknown> = Promise.resolve();
  let stuck: Promise<unknown> | null = null;
  let loaded: KeytarCalls | null = null;

  async function limited<T>(call: Promise<T>): Promise<Answer<T>> {
    const inTime = new AbortController();
    const settled = call.then(
      (value): Answer<T> => ({ state: 'ok', value }),
      (cause: unknown): Answer<T> => ({ state: classify(cause) }),
    );
    const limit = clock.sleep(limitMs, inTime.signal).then((): Answer<T> => {
      const hanging = settled.finally(() => {
        if (stuck === hanging) stuck = null;
      });
      stuck = hanging;
      return { state: 'locked' };
    });
    // The limit rejects when it is called off; by then the answer is there.
    const answer = await Promise.race([settled, limit.catch(() => settled)]);
    inTime.abort();
    return answer;
  }

  function ask<T>(call: (keytar: KeytarCalls) => Promise<T>): Promise<Answer<T>> {
    const turn = queue.then(async (): Promise<Answer<T>> => {
      if (stuck !== null) return { state: 'locked' };
      try {
        loaded ??= load();
        return await limited(call(loaded));
      } catch {
        return { state: 'unavailable' };
      }
    });
    queue = turn;
    return turn;
  }

  async function read(account: string, expected: boolean): Promise<KeychainRead> {
    const answer = await ask((keytar) => keytar.getPassword(service, account));
    if (answer.state !== 'ok') return answer;
    if (answer.value === null && expected) return { state: 'locked' };
    return { state: 'ok', secret: answer.value };
  }

  return {
    isThere: async () => (await read('no such entry', false)).state !== 'unavailable',
    read,
    write: async (account, secret) => {
      const written = await ask((keytar) => keytar.setPassword(service, account, secret));
      if (written.state !== 'ok') return written.state;
      const back = await read(account, true);
      if (back.state !== 'ok') return back.state;
      return back.secret === secret ? 'ok' : 'unavailable';
    },
    remove: async (account) => {
      const removed = await ask((keytar) => keytar.deletePassword(service, account));
      // `false` is what a locked keyring says, and what an empty one says: the caller knows which to expect.
      if (removed.state === 'ok' && !removed.value) return 'locked';
      return removed.state;
    },
  };
}
