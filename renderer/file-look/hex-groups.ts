/**
 * Cuts hexadecimal digits into groups of `size` in capitals, so that two fingerprints can be compared by eye.
 * An odd first digit of a serial number gets its leading zero back. An empty text gives no group.
 */
export function hexGroups(hex: string, size: 2 | 4): string[] {
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return even.toUpperCase().match(new RegExp(`.{1,${String(size)}}`, 'gu')) ?? [];
}
