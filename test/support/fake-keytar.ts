import type { KeytarCalls } from '../../main/keychain/keychain.ts';

/** A keychain whose state the test sets. */
export type FakeKeytar = KeytarCalls & {
  entries: Map<string, string>;
  state: 'unlocked' | 'locked' | 'none';
};

/** Behaves as keytar does on Linux in each state (security.md 1.2). */
export function createFakeKeytar(): FakeKeytar {
  const reachable = (): void => {
    if (fake.state === 'none') throw new Error('Cannot autolaunch D-Bus without X11 $DISPLAY');
  };
  const fake: FakeKeytar = {
    entries: new Map(),
    state: 'unlocked',
    getPassword: async (_service, account) => {
      reachable();
      return fake.state === 'locked' ? null : (fake.entries.get(account) ?? null);
    },
    setPassword: async (_service, account, secret) => {
      reachable();
      if (fake.state === 'locked') throw new Error('Cannot create an item in a locked collection');
      fake.entries.set(account, secret);
    },
    deletePassword: async (_service, account) => {
      reachable();
      return fake.state === 'locked' ? false : fake.entries.delete(account);
    },
  };
  return fake;
}
