import { runChecks } from './checks/run.ts';
import { Pkcs12Error } from './errors.ts';
import { formatOf } from './format.ts';
import { defaultLimits } from './limits.ts';
import { openFile } from './open-file.ts';
import { buildChain } from './x509/chain.ts';
import { describeCertificate } from './x509/describe.ts';
import { matchKeys } from './x509/keys.ts';
import type {
  FileFormat,
  Inspection,
  InspectionResult,
} from '../../preload/contract/inspection.ts';
import type { InspectRequest, OpenedContainer } from './types.ts';

/** What the contract allows at most (preload/contract/inspection.ts). */
const most = { certificates: 1024, keys: 256, layers: 512, otherBags: 512, line: 512 };

/**
 * Looks at one file: recognises it, opens it, describes what is in it and runs the checks. A file that does
 * not open is an answer; nothing is thrown but a bug. Decrypted keys are overwritten before it returns.
 */
export async function inspectFile(
  bytes: Uint8Array,
  request: InspectRequest,
): Promise<InspectionResult> {
  const format = bytes.length > defaultLimits.maxBytes ? 'unknown' : formatOf(bytes);
  try {
    const container = await openRecognised(bytes, format, request);
    try {
      return { opened: true, inspection: describe(bytes.length, format, container, request) };
    } finally {
      for (const key of container.keys) key.pkcs8.fill(0);
    }
  } catch (error) {
    if (!(error instanceof Pkcs12Error)) throw error;
    const { kind, detail } = error;
    return {
      opened: false,
      failure: { kind, format, detail: detail?.slice(0, most.line) ?? null },
    };
  }
}

/**
 * Opens a file of a recognised format, or says with `Pkcs12Error` why not; `not-pkcs12` where the request
 * takes PKCS#12 alone. Whoever opened overwrites the keys.
 */
export async function openRecognised(
  bytes: Uint8Array,
  format: FileFormat,
  request: InspectRequest,
): Promise<OpenedContainer> {
  if (bytes.length > defaultLimits.maxBytes) {
    throw new Pkcs12Error('too-large', String(defaultLimits.maxBytes));
  }
  if (format === 'empty') throw new Pkcs12Error('empty');
  // A broken structure may have been a PFX: its reader says where it breaks.
  const readAs = format === 'unknown' && bytes[0] === 0x30 ? 'pkcs12' : format;
  if (readAs !== 'pkcs12' && request.accept === 'pkcs12')
    throw new Pkcs12Error('not-pkcs12', format);
  const { password, acceleration, signal } = request;
  return openFile(bytes, readAs, { password, acceleration, signal });
}

/** Describes an opened file and runs the checks. Throws `malformed` where a certificate or key can't be read. */
export function describe(
  size: number,
  format: FileFormat,
  container: OpenedContainer,
  request: InspectRequest,
): Inspection {
  if (container.certificates.length > most.certificates || container.keys.length > most.keys) {
    throw new Pkcs12Error('too-large', 'SafeContents');
  }
  const keys = matchKeys(container.keys, container.certificates);
  const described = container.certificates.map((bag, index) =>
    describeCertificate(bag, index, request),
  );
  const { certificates, chain } = buildChain(described, container.certificates, keys, request);
  const { mac } = container;
  const inspection = {
    format,
    size,
    certificates,
    keys,
    chain,
    protection: {
      mac:
        mac === null
          ? null
          : { algorithm: mac.algorithm, kdf: mac.kdf, iterations: mac.iterations },
      layers: container.layers
        .slice(0, most.layers)
        .map(({ part, algorithm, kdf, iterations }) => ({ part, algorithm, kdf, iterations })),
      password: container.passwordUsed,
    },
    otherBags: container.otherBags.slice(0, most.otherBags).map((name) => name.slice(0, most.line)),
  };
  return {
    ...inspection,
    checks: runChecks({ inspection, container, password: request.password }, request),
  };
}
