import { describe, expect, it } from 'vitest';
import { uses } from '../../../../renderer/file-look/uses.ts';

const publicKey = { algorithm: 'RSA', bits: 3072, curve: null, fingerprint: '' };
const base = { publicKey, isCa: false, keyUsage: null, extendedKeyUsage: null };

describe('what a certificate does', () => {
  it('opens encrypted mail and does not sign, with keyEncipherment alone', () => {
    expect(uses({ ...base, keyUsage: ['keyEncipherment'] })).toEqual([
      { use: 'open-mail', does: true },
      { use: 'sign-mail', does: false },
    ]);
  });

  it('does both where the extension is absent', () => {
    expect(uses(base).every((found) => found.does)).toBe(true);
  });

  it('opens mail with keyAgreement on a curve, and never with Ed25519', () => {
    const curve = { ...publicKey, algorithm: 'EC', curve: 'P-256' };
    const opens = (asked: Parameters<typeof uses>[0]): boolean | undefined =>
      uses(asked).find((found) => found.use === 'open-mail')?.does;
    expect(opens({ ...base, publicKey: curve, keyUsage: ['keyAgreement'] })).toBe(true);
    expect(opens({ ...base, keyUsage: ['keyAgreement'] })).toBe(false);
    expect(opens({ ...base, publicKey: { ...publicKey, algorithm: 'Ed25519' } })).toBe(false);
  });

  it('is no mail certificate when it is made for servers only', () => {
    expect(uses({ ...base, extendedKeyUsage: ['serverAuth'] })).toEqual([
      { use: 'identify-server', does: true },
      { use: 'sign-mail', does: false },
      { use: 'open-mail', does: false },
    ]);
  });

  it('says of an authority only that it vouches for others', () => {
    expect(uses({ ...base, isCa: true })).toEqual([{ use: 'vouch', does: true }]);
  });

  it('judges a certificate that calls itself an authority by what it may really do', () => {
    const found = uses({ ...base, isCa: true, keyUsage: ['digitalSignature'] });
    expect(found[0]).toEqual({ use: 'sign-mail', does: true });
  });
});
