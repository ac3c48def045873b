import { attributeNames } from './attribute-names.ts';
import type { Name } from './name.ts';

const longest = 255;

/**
 * A name as `openssl x509 -text` shows it inside a subjectAltName (`X509_NAME_oneline`): `/C=DE/CN=Ada`, in the
 * order of the certificate, octets beyond printable ASCII as `\xC3`, cut after 255 characters as OpenSSL does.
 */
export function nameOneLine(name: Name): string {
  let text = '';
  let previous: number | null = null;
  for (const { type, value, rdn } of name.attributes) {
    const octets = [...value.content].map(octetText).join('');
    const part = `${previous === rdn ? '+' : '/'}${attributeNames[type] ?? type}=${octets}`;
    if (text.length + part.length > longest) break;
    text += part;
    previous = rdn;
  }
  return text;
}

function octetText(octet: number): string {
  if (octet === 0x2f || octet === 0x2b) return `\\${String.fromCharCode(octet)}`;
  if (octet >= 0x20 && octet <= 0x7e) return String.fromCharCode(octet);
  return `\\x${octet.toString(16).toUpperCase().padStart(2, '0')}`;
}
