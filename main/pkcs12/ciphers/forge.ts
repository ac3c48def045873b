import cipher from 'node-forge/lib/cipher.js';
import 'node-forge/lib/des.js';
import rc2 from 'node-forge/lib/rc2.js';
import util from 'node-forge/lib/util.js';

function buffer(bytes: Uint8Array): ReturnType<typeof util.createBuffer> {
  return util.createBuffer(Buffer.from(bytes).toString('latin1'));
}

/** DES or triple DES in CBC mode over whole blocks, by node-forge; the padding is left in place. */
export function forgeDes(
  direction: 'decrypt' | 'encrypt',
  key: Uint8Array,
  iv: Uint8Array,
  blocks: Uint8Array,
): Uint8Array {
  const algorithm = key.length === 8 ? 'DES-CBC' : '3DES-CBC';
  const create = direction === 'decrypt' ? cipher.createDecipher : cipher.createCipher;
  const run = create(algorithm, buffer(key));
  run.start({ iv: buffer(iv) });
  // `finish` would take the padding off, and less strictly; `update` does every whole block.
  run.update(buffer(blocks));
  return Buffer.from(run.output.getBytes(), 'latin1');
}

/** RC2 (RFC 2268) in CBC mode over whole blocks, by node-forge; the padding is left in place. */
export function forgeRc2(
  key: Uint8Array,
  effectiveBits: number,
  iv: Uint8Array,
  blocks: Uint8Array,
): Uint8Array {
  const run = rc2.createDecryptionCipher(buffer(key), effectiveBits);
  // Block by block (ECB), for its own chaining copies all that it has read again for every block: minutes for a MB.
  run.start(null);
  run.update(buffer(blocks));
  const plain = Buffer.from(run.output.getBytes(), 'latin1');
  for (let index = 0; index < plain.length; index++) {
    plain[index] = (plain[index] ?? 0) ^ ((index < 8 ? iv[index] : blocks[index - 8]) ?? 0);
  }
  return plain;
}
