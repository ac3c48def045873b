import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createKeyring, keyringMissing } from '../../../support/keyring.ts';
import type { Keyring } from '../../../support/keyring.ts';

const missing = keyringMissing();
if (missing !== null) console.warn(`skipped: the keychain on a real gnome-keyring (${missing})`);

describe.skipIf(missing !== null)('the keychain on a real gnome-keyring', () => {
  let keyring: Keyring;
  beforeAll(() => {
    keyring = createKeyring();
  });
  afterAll(() => keyring.dispose());

  it('keeps a secret from one run to the next', async () => {
    const first = await keyring.steps('unlocked', [
      { do: 'isThere' },
      { do: 'read', account: 'session', expected: false },
      { do: 'write', account: 'session', secret: 's3cret ü' },
    ]);
    expect(first).toEqual([true, { state: 'ok', secret: null }, 'ok']);
    const second = await keyring.steps('unlocked', [
      { do: 'read', account: 'session', expected: true },
    ]);
    expect(second).toEqual([{ state: 'ok', secret: 's3cret ü' }]);
  });

  it('that is locked does not say that nothing is stored, and loses nothing', async () => {
    const answers = await keyring.steps('locked', [
      { do: 'isThere' },
      { do: 'read', account: 'session', expected: true },
      { do: 'write', account: 'other', secret: 'x' },
      { do: 'remove', account: 'session' },
    ]);
    expect(answers).toEqual([true, { state: 'locked' }, 'locked', 'locked']);
    const after = await keyring.steps('unlocked', [
      { do: 'read', account: 'session', expected: true },
    ]);
    expect(after).toEqual([{ state: 'ok', secret: 's3cret ü' }]);
  });

  it('takes a secret out for good', async () => {
    const answers = await keyring.steps('unlocked', [
      { do: 'remove', account: 'session' },
      { do: 'read', account: 'session', expected: false },
    ]);
    expect(answers).toEqual(['ok', { state: 'ok', secret: null }]);
  });

  it.each(['no-secret-service', 'no-bus'] as const)('is unavailable with %s', async (mode) => {
    const answers = await keyring.steps(mode, [
      { do: 'isThere' },
      { do: 'write', account: 'session', secret: 'x' },
      { do: 'read', account: 'session', expected: true },
    ]);
    expect(answers).toEqual([false, 'unavailable', { state: 'unavailable' }]);
  });
});
