/** One block of a PEM file (RFC 7468), its body decoded. */
export type PemBlock = {
  /** `CERTIFICATE`, `ENCRYPTED PRIVATE KEY` */
  readonly label: string;
  /** Lines of RFC 1421 before the body: `DEK-Info` and the like. */
  readonly headers: string;
  readonly bytes: Uint8Array;
};

const blockPattern =
  /-----BEGIN ([A-Z0-9 #]{1,64})-----\r?\n((?:[A-Za-z0-9-]{1,64}: [^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*)([^-]*)-----END \1-----/gu;

/** The blocks of a PEM file in their order; text around them, and blocks whose body is no base64, are left out. */
export function pemBlocks(bytes: Uint8Array): PemBlock[] {
  const text = Buffer.from(bytes).toString('latin1');
  const blocks: PemBlock[] = [];
  for (const [, label = '', headers = '', body = ''] of text.matchAll(blockPattern)) {
    const decoded = decodeBase64(Buffer.from(body, 'latin1'));
    if (decoded !== null) blocks.push({ label, headers, bytes: decoded });
  }
  return blocks;
}

/** Base64 text (RFC 4648 4, white space allowed) as bytes; null when it is something else. */
export function decodeBase64(bytes: Uint8Array): Uint8Array | null {
  const text = Buffer.from(bytes).toString('latin1').replaceAll(/\s+/gu, '');
  if (text.length === 0 || !/^[A-Za-z0-9+/]+={0,2}$/u.test(text)) return null;
  return Buffer.from(text, 'base64');
}

/** One block of a PEM file (RFC 7468) as ASCII: 64 letters a line, line feeds, the last one too. */
export function pemOf(label: string, der: Uint8Array): Uint8Array {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/gu) ?? [];
  const text = [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
