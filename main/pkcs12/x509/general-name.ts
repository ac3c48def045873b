import { readElements } from '../asn1/read.ts';
import { explicitOf, isUniversal, oidText, oidOf, tags } from '../asn1/values.ts';
import { textOf } from '../asn1/text.ts';
import { malformed } from '../errors.ts';
import { signatureName } from '../oids.ts';
import { nameOneLine } from './name-one-line.ts';
import { readName } from './name.ts';
import { opensslKeyPurposeName } from './key-purposes.ts';
import type { Element } from '../asn1/read.ts';

/** A GeneralName (RFC 5280 4.2.1.6): what kind it is, its value, and how openssl prints it. */
export type GeneralName = {
  readonly kind: 'email' | 'smtp-utf8-mailbox' | 'dns' | 'uri' | 'ip' | 'directory' | 'other';
  readonly value: string;
  /** `email:a@b`, `DNS:host`, `IP Address:192.0.2.1`, `othername: UPN:a@b` */
  readonly text: string;
};

const smtpUtf8Mailbox = '1.3.6.1.5.5.7.8.9';

const otherNameLabels: Readonly<Record<string, string>> = {
  '1.3.6.1.4.1.311.20.2.3': 'UPN',
  '1.3.6.1.5.5.7.8.3': 'Permanent Identifier',
  '1.3.6.1.5.5.7.8.5': 'XmppAddr',
  '1.3.6.1.5.5.7.8.7': 'SRVName',
  '1.3.6.1.5.5.7.8.8': 'NAIRealm',
  [smtpUtf8Mailbox]: 'SmtpUTF8Mailbox',
};

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads one GeneralName. Throws `malformed`. */
export function readGeneralName(element: Element): GeneralName {
  if (element.tagClass !== 2) throw malformed('GeneralName');
  switch (element.tagNumber) {
    case 0:
      return readOtherName(element);
    case 1:
      return labelled('email', 'email', octetText(element.content));
    case 2:
      return labelled('dns', 'DNS', octetText(element.content));
    case 3:
      return labelled('other', 'X400Name', '<unsupported>');
    case 4: {
      const [inner] = element.children;
      return labelled('directory', 'DirName', nameOneLine(readName(inner, 'GeneralName')));
    }
    case 5:
      return labelled('other', 'EdiPartyName', '<unsupported>');
    case 6:
      return labelled('uri', 'URI', octetText(element.content));
    case 7:
      return labelled('ip', 'IP Address', addressText(element.content));
    case 8: {
      const oid = oidText(element.content, 'GeneralName');
      return labelled('other', 'Registered ID', signatureName(opensslKeyPurposeName(oid)));
    }
    default:
      throw malformed('GeneralName');
  }
}

function labelled(kind: GeneralName['kind'], label: string, value: string): GeneralName {
  return { kind, value, text: `${label}:${value}` };
}

function readOtherName(element: Element): GeneralName {
  const [type, wrapped] = element.children;
  const oid = oidOf(type, 'otherName');
  const value = explicitOf(wrapped, 0, 'otherName');
  const label = `othername: ${otherNameLabels[oid] ?? oid}`;
  const isText = isUniversal(value, tags.utf8String) || isUniversal(value, tags.ia5String);
  if (!isText) return labelled('other', label, '<unsupported>');
  const kind = oid === smtpUtf8Mailbox ? 'smtp-utf8-mailbox' : 'other';
  return labelled(kind, label, textOf(value));
}

/** IA5String by the rules, but UTF-8 is met too. */
function octetText(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}

function addressText(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join('.');
  if (bytes.length !== 16) return `<invalid length=${bytes.length}>`;
  const groups = Array.from({ length: 8 }, (_, group) => {
    return Buffer.from(bytes)
      .readUInt16BE(group * 2)
      .toString(16)
      .toUpperCase();
  });
  return groups.join(':');
}

/** Reads GeneralNames from the content of a SEQUENCE OF GeneralName. Throws `malformed`. */
export function readGeneralNames(content: Uint8Array): GeneralName[] {
  return readElements(content).map(readGeneralName);
}
