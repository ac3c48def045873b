/** Ciphers that files name and nothing here decrypts, for the sentence that says so. */
const names: Readonly<Record<string, string>> = {
  '1.2.392.200011.61.1.1.1.2': 'Camellia-128-CBC',
  '1.2.392.200011.61.1.1.1.3': 'Camellia-192-CBC',
  '1.2.392.200011.61.1.1.1.4': 'Camellia-256-CBC',
  '1.2.410.200046.1.1.2': 'ARIA-128-CBC',
  '1.2.410.200046.1.1.7': 'ARIA-192-CBC',
  '1.2.410.200046.1.1.12': 'ARIA-256-CBC',
  '1.2.410.200004.1.4': 'SEED-CBC',
  '1.2.840.113533.7.66.10': 'CAST5-CBC',
  '1.2.840.113533.7.66.12': 'pbeWithMD5AndCAST5-CBC',
  '1.2.840.113549.3.9': 'RC5-CBC',
  '1.3.6.1.4.1.188.7.1.1.2': 'IDEA-CBC',
  '1.3.6.1.4.1.3029.1.2': 'Blowfish-CBC',
  '1.2.156.10197.1.104.2': 'SM4-CBC',
  '1.2.840.113549.1.5.1': 'pbeWithMD2AndDES-CBC',
  '1.2.840.113549.1.5.4': 'pbeWithMD2AndRC2-CBC',
  '1.2.643.2.2.21': 'GOST 28147-89',
  '1.2.643.7.1.1.5.1.1': 'GOST R 34.12-2015 Magma',
  '1.2.643.7.1.1.5.2.1': 'GOST R 34.12-2015 Kuznyechik',
  '2.16.840.1.101.3.4.1.7': 'AES-128-CCM',
  '2.16.840.1.101.3.4.1.27': 'AES-192-CCM',
  '2.16.840.1.101.3.4.1.47': 'AES-256-CCM',
};

/** What to call a cipher that is not known here: its name, or the OID. */
export function cipherLabel(oid: string): string {
  return names[oid] ?? oid;
}
