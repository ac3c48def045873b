import { z } from 'zod';
import type { Keychain } from '../keychain/keychain.ts';
import type { Log } from '../log.ts';
import type { Notices } from '../notices.ts';
import type { Settings, StoredSession } from '../settings.ts';

/** The secret of a session in the OS keychain, and the note in the settings that one is there. */
export type SessionSecret = {
  /** Whose session is stored; null when none is. */
  owner: () => StoredSession | null;
  /** `damaged`: something is there that is not ours to read. */
  read: () => Promise<
    { state: 'ok'; token: string } | { state: 'locked' | 'unavailable' | 'damaged' }
  >;
  write: (owner: StoredSession, token: string) => Promise<'ok' | 'locked' | 'unavailable'>;
  /** Takes the secret out; what can't be taken out is said, and tried again at the next start. */
  remove: () => Promise<void>;
  /** Tries again to take out what an earlier sign-out had to leave. */
  sweep: () => Promise<void>;
};

export type SessionSecretOptions = {
  keychain: Keychain;
  settings: Settings;
  notices: Notices;
  log: Log;
};

const entry = z.strictObject({ version: z.literal(1), token: z.string().min(1).max(4096) });

/**
 * The portal is part of the entry's name: whoever changes the address in the settings file does not get the
 * token of another portal sent there.
 */
const entryName = ({ origin, username }: StoredSession): string => `session ${origin} ${username}`;

/** Keeps the one stored session. */
export function openSessionSecret(options: SessionSecretOptions): SessionSecret {
  const { keychain, settings, notices, log } = options;

  function parse(secret: string): string | null {
    try {
      return entry.safeParse(JSON.parse(secret)).data?.token ?? null;
    } catch {
      return null;
    }
  }

  return {
    owner: () => settings.get().storedSession,
    read: async () => {
      const owner = settings.get().storedSession;
      if (owner === null) return { state: 'damaged' };
      const found = await keychain.read(entryName(owner), true);
      if (found.state !== 'ok') return found;
      const token = parse(found.secret ?? '');
      return token === null ? { state: 'damaged' } : { state: 'ok', token };
    },
    write: async (owner, token) => {
      const name = entryName(owner);
      const state = await keychain.write(name, JSON.stringify({ version: 1, token }));
      const leftInKeychain = settings.get().leftInKeychain.filter((left) => left !== name);
      if (state === 'ok') settings.set({ storedSession: owner, leftInKeychain });
      return state;
    },
    remove: async () => {
      const owner = settings.get().storedSession;
      if (owner === null) return;
      const name = entryName(owner);
      settings.set({ storedSession: null });
      if ((await keychain.remove(name)) === 'ok') return;
      log.warn('secret not removed');
      const { leftInKeychain } = settings.get();
      settings.set({ leftInKeychain: [...leftInKeychain, name].slice(-32) });
      notices.raise('secret-not-removed');
    },
    sweep: async () => {
      for (const name of settings.get().leftInKeychain) {
        const found = await keychain.read(name, false);
        // Nothing there: a locked keychain says the same, so the name stays until it is seen to be gone.
        if (found.state !== 'ok' || found.secret === null) continue;
        if ((await keychain.remove(name)) !== 'ok') continue;
        const { leftInKeychain } = settings.get();
        settings.set({ leftInKeychain: leftInKeychain.filter((left) => left !== name) });
      }
    },
  };
}
