import { createRequire } from 'node:module';
import { z } from 'zod';
import type { KeytarCalls } from './keychain.ts';

const aFunction = (value: unknown): boolean => typeof value === 'function';
const keytarModule = z.object({
  getPassword: z.custom<KeytarCalls['getPassword']>(aFunction),
  setPassword: z.custom<KeytarCalls['setPassword']>(aFunction),
  deletePassword: z.custom<KeytarCalls['deletePassword']>(aFunction),
});

/**
 * Loads keytar when it is first needed, so that the app opens where its native part can't be loaded
 * (no libsecret, a foreign platform).
 *
 * @throws whatever the native loader says
 */
export function loadKeytar(): KeytarCalls {
  return keytarModule.parse(createRequire(import.meta.url)('keytar'));
}
