/**
 * One password as the byte strings that programs have made of it, the standard's first. Whoever asked for
 * them overwrites them with {@link overwrite}.
 */
export type PasswordForms = {
  /** For the KDF of RFC 7292: BMPString with two zero bytes; for an empty password also no bytes at all. */
  readonly bmp: readonly Uint8Array[];
  /** For PBKDF2, scrypt and PKCS#5 v1: UTF-8 (RFC 8018), then what old tools put there. */
  readonly text: readonly Uint8Array[];
};

/** The forms of `password`, each byte string once. */
export function passwordForms(password: string): PasswordForms {
  const utf8 = Buffer.from(password, 'utf8');
  const utf16 = Buffer.from(password, 'utf16le').swap16();
  const terminated = Buffer.concat([utf16, new Uint8Array(2)]);
  // OpenSSL before 1.1.0 widened the bytes of the UTF-8 text, not its characters.
  const widened = Buffer.concat([
    Buffer.from(utf8.toString('latin1'), 'utf16le').swap16(),
    new Uint8Array(2),
  ]);
  const latin1 = Buffer.from(password, 'latin1');
  return {
    bmp: distinct([terminated, ...(password === '' ? [new Uint8Array(0)] : []), widened]),
    text: distinct([
      utf8,
      terminated,
      utf16,
      latin1,
      Buffer.concat([utf8, new Uint8Array(1)]),
      widened,
    ]),
  };
}

/** Fills the byte strings with zeros, as far as they are ours to fill. */
export function overwrite(forms: PasswordForms): void {
  for (const form of [...forms.bmp, ...forms.text]) form.fill(0);
}

function distinct(forms: readonly Uint8Array[]): Uint8Array[] {
  return forms.filter(
    (form, index) => forms.findIndex((other) => Buffer.compare(form, other) === 0) === index,
  );
}
