/** RC4 over `bytes`; the same to encrypt and to decrypt. Only for reading files of the 1990s. */
export function rc4(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (left: number, right: number): number => {
    const a = state[left] ?? 0;
    const b = state[right] ?? 0;
    state[left] = b;
    state[right] = a;
    return a + b;
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 0xff;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return bytes.map((byte) => {
    i = (i + 1) & 0xff;
    j = (j + (state[i] ?? 0)) & 0xff;
    return byte ^ (state[swap(i, j) & 0xff] ?? 0);
  });
}
