import { describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../../../main/clock.ts';
import { createKeychain } from '../../../../main/keychain/keychain.ts';
import type { Keychain, KeytarCalls } from '../../../../main/keychain/keychain.ts';

/** A keytar whose calls are answered by the test. */
function fakeKeytar(entries = new Map<string, string>()): KeytarCalls {
  return {
    getPassword: (_service, account) => Promise.resolve(entries.get(account) ?? null),
    setPassword: (_service, account, secret) => {
      entries.set(account, secret);
      return Promise.resolve();
    },
    deletePassword: (_service, account) => Promise.resolve(entries.delete(account)),
  };
}

const open = (keytar: KeytarCalls, limitMs = 5_000): Keychain =>
  createKeychain({ load: () => keytar, service: 'Latchkey', limitMs, clock: systemClock });

const refuse = (message: string) => () => Promise.reject(new Error(message));

describe('the keychain', () => {
  it('writes, reads back and removes', async () => {
    const keychain = open(fakeKeytar());
    expect(await keychain.write('a', 's3cret')).toBe('ok');
    expect(await keychain.read('a', true)).toEqual({ state: 'ok', secret: 's3cret' });
    expect(await keychain.remove('a')).toBe('ok');
    expect(await keychain.read('a', false)).toEqual({ state: 'ok', secret: null });
  });

  it('that answers nothing where something was stored is locked, not empty', async () => {
    expect(await open(fakeKeytar()).read('a', true)).toEqual({ state: 'locked' });
  });

  it('does not say that something is removed when it may still be there', async () => {
    expect(await open(fakeKeytar()).remove('a')).toBe('locked');
  });

  it.each([
    ['Cannot create an item in a locked collection', 'locked'],
    ['unlock prompt was dismissed', 'locked'],
    ['User interaction is not allowed.', 'locked'],
    ['The user name or passphrase you entered is not correct.', 'locked'],
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'unavailable'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'unavailable'],
    ['Element not found', 'unavailable'],
  ])('understands "%s"', async (message, state) => {
    const keytar = { ...fakeKeytar(), setPassword: refuse(message), getPassword: refuse(message) };
    const keychain = open(keytar);
    expect(await keychain.write('a', 'x')).toBe(state);
    expect(await keychain.read('a', false)).toEqual({ state });
  });

  it('whose native part can not be loaded is unavailable', async () => {
    const load = vi.fn<() => KeytarCalls>(() => {
      throw new Error('libsecret-1.so.0: cannot open shared object file');
    });
    const keychain = createKeychain({
      load,
      service: 'Latchkey',
      limitMs: 100,
      clock: systemClock,
    });
    expect(load).not.toHaveBeenCalled();
    expect(await keychain.isThere()).toBe(false);
    expect(await keychain.write('a', 'x')).toBe('unavailable');
  });

  it('that does not give back what was written is not trusted', async () => {
    const keytar = { ...fakeKeytar(), getPassword: () => Promise.resolve('something else') };
    expect(await open(keytar).write('a', 'x')).toBe('unavailable');
  });

  it('is asked one thing at a time', async () => {
    let open_ = 0;
    let most = 0;
    const getPassword = async (): Promise<string> => {
      open_ += 1;
      most = Math.max(most, open_);
      await new Promise((resolve) => setTimeout(resolve, 5));
      open_ -= 1;
      return 'x';
    };
    const keychain = open({ ...fakeKeytar(), getPassword });
    await Promise.all(Array.from({ length: 8 }, () => keychain.read('a', true)));
    expect(most).toBe(1);
  });

  it('that waits for a prompt for ever holds up one call, and no thread more', async () => {
    let answer: (secret: string | null) => void = () => undefined;
    const getPassword = vi.fn<KeytarCalls['getPassword']>(
      () =>
        new Promise<string | null>((resolve) => {
          answer = resolve;
        }),
    );
    const keychain = open({ ...fakeKeytar(), getPassword }, 300);
    const answers = await Promise.all([
      keychain.read('a', true),
      keychain.read('a', true),
      keychain.write('a', 'x'),
    ]);
    expect(answers).toEqual([{ state: 'locked' }, { state: 'locked' }, 'locked']);
    expect(getPassword).toHaveBeenCalledTimes(1);

    // The person answers the prompt at last.
    answer('s3cret');
    await new Promise((resolve) => setImmediate(resolve));
    const again = keychain.read('a', true);
    await vi.waitFor(() => expect(getPassword).toHaveBeenCalledTimes(2));
    answer('s3cret');
    expect(await again).toEqual({ state: 'ok', secret: 's3cret' });
  });
});
