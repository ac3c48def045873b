import { describe, expect, it } from 'vitest';
import { isMasked, withoutMasks } from '../../../../../main/portal/admin-v1/masked.ts';

describe('a masked value', () => {
  it.each(['****', 'a***@acme.example', '+49******81', 'XXXX', 'xxx-xxx', '######', '••••'])(
    'is known by its mask: %j',
    (value) => {
      expect(isMasked(value)).toBe(true);
    },
  );

  it.each(['', 'iPhone X', 'XX', 'MacBook Pro *', 'xxl', 'F2LXK1ABCD', 12, null, 'C#'])(
    'is not %j',
    (value) => {
      expect(isMasked(value)).toBe(false);
    },
  );

  it('leaves a sign in the place of an identifier, and nothing elsewhere', () => {
    expect(withoutMasks({ serialNumber: '****', deviceName: '****', imei: '35', id: 1 })).toEqual({
      serialNumber: '•••••',
      deviceName: null,
      imei: '35',
      id: 1,
    });
  });
});
