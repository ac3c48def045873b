import { readElement } from './asn1/read.ts';
import { isUniversal, tags } from './asn1/values.ts';
import { Pkcs12Error } from './errors.ts';
import type { Encrypted, Encryption, KeyAndIv } from './encryption-types.ts';
import type { Limits } from './limits.ts';
import type { Mac } from './mac.ts';
import type { PasswordForms } from './passwords.ts';

/** An encrypted part, or why its scheme can't be handled. */
export type Part = Encrypted | Pkcs12Error;

/** Tries one password, in all its forms, on the parts of one file. */
export type Unlocker = {
  /** Checks what all parts cost together and starts the derivations that can run aside. */
  readonly begin: (parts: readonly Part[], mac: Mac | null) => void;
  /** Throws `wrong-password`, `password-required`, or `mac-invalid` where the password is right all the same. */
  readonly verify: (mac: Mac, content: Uint8Array) => Promise<void>;
  /** Starts the derivations of these parts, where they can run aside. */
  readonly prime: (parts: readonly Part[]) => void;
  /**
   * Decrypts a part and reads it. Throws what `parse` throws, `decryption-failed` once the password has proved
   * right elsewhere, and `wrong-password` (or `password-required`) before.
   */
  readonly decrypt: <T>(
    part: Part,
    parse: (plain: Uint8Array) => T,
  ) => Promise<{ value: T; facts: Encryption['facts'] }>;
  /** Overwrites the keys that were derived. */
  readonly end: () => void;
};

export type UnlockOptions = {
  readonly password: string | null;
  readonly acceleration: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly forms: PasswordForms;
  readonly limits: Limits;
};

/** As many parts as are decrypted on the chance that the password is right: enough for a usual file. */
const partsOnTrial = 3;

/** Makes the unlocker for one file and one password. */
export function createUnlocker(options: UnlockOptions): Unlocker {
  const { forms, acceleration, limits } = options;
  const started = new Map<Encrypted, Map<number, Promise<KeyAndIv>>>();
  let onTrial: readonly Encrypted[] = [];
  let proved = false;
  let totalCost = 0;
  let verifiedForm: number | null = null;
  const preferred = { bmp: 0, text: 0 };

  function spend(cost: number): void {
    totalCost += cost;
    if (totalCost > limits.maxTotalIterations) {
      throw new Pkcs12Error('iterations-too-high', String(totalCost));
    }
  }

  function keyOf(part: Encrypted, index: number): Promise<KeyAndIv> {
    const keys = started.get(part) ?? new Map<number, Promise<KeyAndIv>>();
    started.set(part, keys);
    const known = keys.get(index);
    if (known !== undefined) return known;
    const { encryption } = part;
    const password = forms[encryption.takes][index] ?? new Uint8Array(0);
    const key = encryption.derive(password, acceleration);
    // Whoever asks for the key gets the failure; a key that nobody asks for must not end the process.
    key.catch(() => null);
    keys.set(index, key);
    return key;
  }

  function prime(parts: readonly Part[]): void {
    if (!acceleration) return;
    for (const part of parts) {
      // What has no native derivation would only hold up what is next; scrypt's memory must not add up.
      if (
        part instanceof Pkcs12Error ||
        part.encryption.takes === 'bmp' ||
        part.encryption.cost === 0
      )
        continue;
      void keyOf(part, preferred.text);
    }
  }

  async function plainOf(part: Encrypted, index: number): Promise<Uint8Array> {
    if (options.signal?.aborted === true) throw new Pkcs12Error('cancelled');
    const { key, iv } = await keyOf(part, index);
    return part.encryption.cipher.decrypt({ key, iv, bytes: part.bytes, acceleration });
  }

  function refusal(): Pkcs12Error {
    return new Pkcs12Error(options.password === null ? 'password-required' : 'wrong-password');
  }

  async function opensOnTrial(): Promise<boolean> {
    for (const part of onTrial) {
      const plain = await attempt(() => plainOf(part, preferred[part.encryption.takes]));
      if (!(plain instanceof Pkcs12Error) && isWholeSequence(plain)) return true;
    }
    return false;
  }

  /** openssl takes a password for PBES2 as UTF-8 alone, and one form for the MAC and all of PBES1. */
  function opensslTakes(takes: 'bmp' | 'text', index: number): boolean {
    return index === (takes === 'text' ? 0 : (verifiedForm ?? index));
  }

  return {
    begin(parts, mac) {
      for (const part of parts) if (!(part instanceof Pkcs12Error)) spend(part.encryption.cost);
      if (mac !== null) spend(mac.cost);
      onTrial = parts.filter(isEncrypted).slice(0, partsOnTrial);
      // Without a password most files do not open, and asking for one should not take long.
      if (options.password !== null) prime(onTrial);
    },

    async verify(mac, content) {
      for (const [index, form] of forms[mac.takes].entries()) {
        if (options.signal?.aborted === true) throw new Pkcs12Error('cancelled');
        if (!(await mac.verify(form, content, acceleration))) continue;
        preferred[mac.takes] = index;
        if (mac.takes === 'bmp') verifiedForm = index;
        proved = true;
        return;
      }
      if (options.password !== null && (await opensOnTrial())) throw new Pkcs12Error('mac-invalid');
      throw refusal();
    },

    prime,

    async decrypt(part, parse) {
      if (part instanceof Pkcs12Error) throw part;
      const { takes, facts, cost } = part.encryption;
      if (!onTrial.includes(part)) spend(cost);
      const first = preferred[takes];
      const order = [first, ...[...forms[takes].keys()].filter((index) => index !== first)];
      let failure: Pkcs12Error | null = null;
      for (const index of order) {
        const plain = await attempt(() => plainOf(part, index));
        if (plain instanceof Pkcs12Error) {
          if (plain.kind === 'cancelled') throw plain;
          failure ??= plain;
          continue;
        }
        const value = await attempt(async () => parse(plain));
        if (!(value instanceof Pkcs12Error)) {
          preferred[takes] = index;
          proved = true;
          return {
            value,
            facts: opensslTakes(takes, index) ? facts : { ...facts, opensslName: null },
          };
        }
        if (isWholeSequence(plain)) throw value;
        failure ??= proved ? value : null;
      }
      throw proved ? (failure ?? new Pkcs12Error('decryption-failed')) : refusal();
    },

    end() {
      for (const keys of started.values()) {
        for (const key of keys.values()) {
          key.then((derived) => derived.key.fill(0)).catch(() => null);
        }
      }
    },
  };
}

function isEncrypted(part: Part): part is Encrypted {
  return !(part instanceof Pkcs12Error);
}

/** The value, or the `Pkcs12Error` that came instead; any other error is a bug and goes on. */
async function attempt<T>(work: () => Promise<T>): Promise<T | Pkcs12Error> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Pkcs12Error) return error;
    throw error;
  }
}

/** Whether the bytes are one SEQUENCE from end to end: what a wrong key does not give by chance. */
function isWholeSequence(plain: Uint8Array): boolean {
  try {
    const element = readElement(plain);
    return isUniversal(element, tags.sequence) && element.raw.length === plain.length;
  } catch {
    return false;
  }
}
