import { describe, expect, it } from 'vitest';
import { overwrite, passwordForms } from '../../../../main/pkcs12/passwords.ts';
import { toHex } from './support/bytes.ts';

describe('the byte strings that a password stands for', () => {
  it('is UTF-16 with two zero bytes for PKCS#12 and UTF-8 for PKCS#5', () => {
    const { bmp, text } = passwordForms('ü€');
    expect(toHex(bmp[0] ?? new Uint8Array(0))).toBe('00fc20ac0000');
    expect(toHex(text[0] ?? new Uint8Array(0))).toBe('c3bce282ac');
  });

  it('has one form for PKCS#12 when the password is ASCII', () => {
    expect(passwordForms('secret').bmp).toHaveLength(1);
  });

  it('is two zero bytes or nothing at all when it is empty', () => {
    expect(passwordForms('').bmp.map(toHex)).toEqual(['0000', '']);
  });

  it('also stands for what OpenSSL made of it before 1.1.0', () => {
    expect(passwordForms('ü').bmp.map(toHex)).toContain('00c300bc0000');
  });

  it('is gone after it was overwritten', () => {
    const forms = passwordForms('secret');
    overwrite(forms);
    for (const form of [...forms.bmp, ...forms.text])
      expect(form.every((byte) => byte === 0)).toBe(true);
  });
});
