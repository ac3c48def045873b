import { readElement } from './asn1/read.ts';
import { checkPrivateKeyInfo, shroudedKeyOf } from './bags.ts';
import { Pkcs12Error, malformed } from './errors.ts';
import { formatOf } from './format.ts';
import { defaultLimits } from './limits.ts';
import { overwrite, passwordForms } from './passwords.ts';
import { decryptTraditional, isTraditionallyEncrypted } from './pem-encryption.ts';
import { decodeBase64, pemBlocks } from './pem.ts';
import { certificatesOfPkcs7 } from './pkcs7.ts';
import { pkcs8OfTraditional } from './private-key-forms.ts';
import { openContainer } from './read.ts';
import { createUnlocker } from './unlock.ts';
import type { FileFormat } from '../../preload/contract/inspection.ts';
import type { PemBlock } from './pem.ts';
import type { OpenOptions } from './read.ts';
import type { CertificateBag, KeyBag, LayerFacts, OpenedContainer } from './types.ts';

/**
 * Opens a file that was recognised as `format`: PKCS#12, PEM, a DER certificate, PKCS#7, a private key, or
 * base64 of one of these. The keys in the answer are copies; whoever opened overwrites them. Throws
 * `Pkcs12Error`, `not-pkcs12` for what none of this is.
 */
export async function openFile(
  bytes: Uint8Array,
  format: FileFormat,
  options: OpenOptions,
): Promise<OpenedContainer> {
  switch (format) {
    case 'pkcs12':
      return openContainer(bytes, options);
    case 'der-certificate':
      return loose({ certificates: [certificateBag(readElement(bytes).raw)] });
    case 'pkcs7':
      return openPkcs7(bytes);
    case 'pkcs8':
    case 'private-key':
      return openKey(bytes, options);
    case 'pem':
      return openPem(bytes, options);
    case 'base64': {
      const decoded = decodeBase64(bytes) ?? new Uint8Array(0);
      return openFile(decoded, formatOf(decoded), options);
    }
    default:
      throw new Pkcs12Error('not-pkcs12');
  }
}

function loose(parts: Partial<OpenedContainer>): OpenedContainer {
  return {
    certificates: [],
    keys: [],
    otherBags: [],
    mac: null,
    layers: [],
    passwordUsed: 'none',
    ...parts,
  };
}

function certificateBag(der: Uint8Array): CertificateBag {
  return { der, friendlyName: null, localKeyId: null };
}

function keyBag(pkcs8: Uint8Array): KeyBag {
  return { pkcs8, friendlyName: null, localKeyId: null, cspName: null };
}

function openPkcs7(bytes: Uint8Array): OpenedContainer {
  const { certificates, crls } = certificatesOfPkcs7(bytes);
  return loose({
    certificates: certificates.map(certificateBag),
    otherBags: Array.from({ length: Math.min(crls, 64) }, () => 'crl'),
  });
}

/** A private key by itself: PKCS#8, plain or encrypted, or a traditional form. */
async function openKey(bytes: Uint8Array, options: OpenOptions): Promise<OpenedContainer> {
  const element = readElement(bytes);
  const [first, second] = element.children;
  if (first?.tagNumber === 16) {
    const { key, layer } = await decryptedKey(bytes, options);
    return loose({ keys: [keyBag(key)], layers: [layer], passwordUsed: usedOf(options) });
  }
  if (second?.tagNumber !== 16) return loose({ keys: [keyBag(pkcs8OfTraditional(bytes))] });
  checkPrivateKeyInfo(element);
  return loose({ keys: [keyBag(new Uint8Array(element.raw))] });
}

async function decryptedKey(
  bytes: Uint8Array,
  options: OpenOptions,
): Promise<{ key: Uint8Array; layer: LayerFacts }> {
  const limits = options.limits ?? defaultLimits;
  const forms = passwordForms(options.password ?? '');
  const unlocker = createUnlocker({ ...options, limits, forms });
  try {
    const part = shroudedKeyOf(readElement(bytes), limits);
    unlocker.begin([part], null);
    const { value, facts } = await unlocker.decrypt(part, (plain) => {
      const element = readElement(plain);
      checkPrivateKeyInfo(element);
      return element.raw;
    });
    return { key: value, layer: { part: 'key', ...facts } };
  } finally {
    unlocker.end();
    overwrite(forms);
  }
}

async function openPem(bytes: Uint8Array, options: OpenOptions): Promise<OpenedContainer> {
  const blocks = pemBlocks(bytes);
  if (blocks.length === 0) throw malformed('PEM');
  const opened: OpenedContainer[] = [];
  for (const block of blocks.slice(0, defaultLimits.maxBags)) {
    switch (block.label) {
      case 'CERTIFICATE':
      case 'X509 CERTIFICATE':
      case 'TRUSTED CERTIFICATE':
        opened.push(loose({ certificates: [certificateBag(readElement(block.bytes).raw)] }));
        break;
      case 'PKCS7':
      case 'CMS':
        opened.push(openPkcs7(block.bytes));
        break;
      case 'PKCS12':
        opened.push(await openContainer(block.bytes, options));
        break;
      case 'PRIVATE KEY':
      case 'ENCRYPTED PRIVATE KEY':
      case 'RSA PRIVATE KEY':
      case 'EC PRIVATE KEY':
      case 'DSA PRIVATE KEY':
        opened.push(
          isTraditionallyEncrypted(block)
            ? await openTraditional(block, options)
            : await openKey(block.bytes, options),
        );
        break;
      default:
        opened.push(loose({ otherBags: [block.label.toLowerCase().replaceAll(' ', '-')] }));
    }
  }
  return merged(opened);
}

async function openTraditional(block: PemBlock, options: OpenOptions): Promise<OpenedContainer> {
  const password = Buffer.from(options.password ?? '', 'utf8');
  try {
    const { plain, layer } = await decryptTraditional(block, password, options.acceleration);
    const keys = [keyBag(pkcs8OfTraditional(plain))];
    return loose({ keys, layers: [layer], passwordUsed: usedOf(options) });
  } catch (error) {
    // There is no MAC: what a wrong password gives is no key, or no padding.
    const isGarbage = error instanceof Pkcs12Error && garbage.has(error.detail ?? error.kind);
    if (!isGarbage) throw error;
    throw new Pkcs12Error(options.password === null ? 'password-required' : 'wrong-password');
  } finally {
    password.fill(0);
  }
}

/** What reading a key says about bytes that were decrypted with the wrong password. */
const garbage: ReadonlySet<string> = new Set([
  'padding',
  'truncated',
  'length',
  'tag',
  'private key',
  'ECPrivateKey',
  'DSA private key',
]);

function usedOf({ password }: OpenOptions): OpenedContainer['passwordUsed'] {
  return (password ?? '') === '' ? 'empty' : 'given';
}

const passwordOrder = ['none', 'empty', 'given'] as const;

function merged(opened: readonly OpenedContainer[]): OpenedContainer {
  const used = opened.map(({ passwordUsed }) => passwordOrder.indexOf(passwordUsed));
  return {
    certificates: opened.flatMap((part) => part.certificates),
    keys: opened.flatMap((part) => part.keys),
    otherBags: opened.flatMap((part) => part.otherBags),
    mac: opened.find((part) => part.mac !== null)?.mac ?? null,
    layers: opened.flatMap((part) => part.layers),
    passwordUsed: passwordOrder[Math.max(0, ...used)] ?? 'none',
  };
}
