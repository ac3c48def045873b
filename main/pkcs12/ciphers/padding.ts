import { Pkcs12Error } from '../errors.ts';

/** Takes the padding of RFC 8018 6.1.1 off; throws `decryption-failed` where it is not whole. */
export function withoutPadding(blocks: Uint8Array, blockSize: number): Uint8Array {
  const count = blocks.at(-1) ?? 0;
  const end = blocks.length - count;
  const whole =
    count >= 1 &&
    count <= blockSize &&
    end >= 0 &&
    blocks.subarray(end).every((byte) => byte === count);
  if (!whole) throw new Pkcs12Error('decryption-failed', 'padding');
  return blocks.subarray(0, end);
}

/** The bytes with the padding of RFC 8018 6.1.1. */
export function withPadding(bytes: Uint8Array, blockSize: number): Uint8Array {
  const count = blockSize - (bytes.length % blockSize);
  return Buffer.concat([bytes, new Uint8Array(count).fill(count)]);
}
