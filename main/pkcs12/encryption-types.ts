import type { Cipher } from './ciphers/cipher.ts';
import type { LayerFacts } from './types.ts';

/** What a derivation makes for a cipher. */
export type KeyAndIv = { readonly key: Uint8Array; readonly iv: Uint8Array };

/** A password-based encryption scheme, read from its AlgorithmIdentifier and within the limits. */
export type Encryption = {
  readonly facts: Omit<LayerFacts, 'part'>;
  /** Which of the password's forms it takes. */
  readonly takes: 'bmp' | 'text';
  /** Hash iterations that a derivation costs; 0 for scrypt, which has its own limit. */
  readonly cost: number;
  readonly cipher: Cipher;
  readonly derive: (password: Uint8Array, acceleration: boolean) => Promise<KeyAndIv>;
};

/** An encrypted part of the file. */
export type Encrypted = { readonly encryption: Encryption; readonly bytes: Uint8Array };
