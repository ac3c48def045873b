import type { ContainerForm } from '../../preload/contract/saved-files.ts';

export type Strength = {
  readonly encryption: 'pbes2' | 'pbes1-3des';
  readonly mac: 'sha256' | 'pbmac1' | 'sha1';
  /** Of every derivation, the MAC's too: whoever guesses takes the cheapest one. */
  readonly iterations: number;
};

export const strengths: Readonly<Record<ContainerForm, Strength>> = {
  /** What current software writes by itself: AES-256-CBC, PBKDF2 with SHA-256, MAC with SHA-256. */
  modern: { encryption: 'pbes2', mac: 'sha256', iterations: 600_000 },
  /** The same with a MAC of RFC 9579, which only the newest software reads. */
  pbmac1: { encryption: 'pbes2', mac: 'pbmac1', iterations: 600_000 },
  /** For systems of before about 2019: triple DES and SHA-1, with more rounds than they wrote themselves. */
  legacy: { encryption: 'pbes1-3des', mac: 'sha1', iterations: 100_000 },
};
