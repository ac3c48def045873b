import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectionFailureKind } from '../../../../preload/contract/inspection.ts';
import type { InspectionFailureKind } from '../../../../preload/contract/inspection.ts';
import type { PortalCode } from '../../../../main/demo-portal/schema/errors.ts';
import { openPortal } from './portal-fixture.ts';
import type { Answer } from './portal-fixture.ts';

const corpus = '/work/shared/pkcs12/files';
const isThere = existsSync(corpus);
if (!isThere) console.warn(`skipped: the corpus of real PKCS#12 files is not in ${corpus}`);

/** What the portal answers to a file, as Ines's new signing certificate. */
async function upload(name: string, password: string): Promise<Answer> {
  const portal = await openPortal();
  try {
    const certificate = new Blob([readFileSync(join(corpus, name))]);
    const token = await portal.signIn('ines');
    return await portal.ask('/certificate', {
      token,
      multipart: { typeId: 501, certificate, password },
    });
  } finally {
    await portal.close();
  }
}

const malformed = [
  'empty',
  'not-pkcs12',
  'malformed',
  'truncated',
  'nesting-too-deep',
  'mac-invalid',
];
const unsupported = ['iterations-too-high', 'timeout'];

function expected(kind: InspectionFailureKind): PortalCode {
  if (kind === 'too-large') return 'FileTooLarge';
  if (kind === 'wrong-password' || kind === 'password-required') return 'Pkcs12WrongPassword';
  if (kind.startsWith('unsupported') || unsupported.includes(kind)) {
    return 'Pkcs12UnsupportedAlgorithm';
  }
  if (kind === 'cancelled') return 'ServiceUnavailable';
  expect([...malformed, 'decryption-failed', 'crashed']).toContain(kind);
  return 'Pkcs12Malformed';
}

describe('a file that does not open', () => {
  it.each(inspectionFailureKind.options)(
    'because of %s gets the portal’s code for it',
    async (kind) => {
      const portal = await openPortal({
        inspect: () =>
          Promise.resolve({ opened: false, failure: { kind, format: 'pkcs12', detail: null } }),
      });
      const token = await portal.signIn('ines');
      const multipart = { typeId: 501, certificate: new Blob(['x']), password: 'hello' };
      const answer = await portal.ask('/certificate', { token, multipart });
      await portal.close();
      expect(answer.codes).toEqual([expected(kind)]);
    },
  );
});

describe.skipIf(!isThere)('a real file of the corpus', () => {
  it.each([
    ['b-two-keys.p12', 'secret', 'Pkcs12MultipleKeys'],
    ['b-mismatch.p12', 'secret', 'Pkcs12KeyMismatch'],
    ['b-signed-integrity.p12', 'secret', 'Pkcs12UnsupportedAlgorithm'],
    ['b-aes256-gcm.p12', 'wrong', 'Pkcs12WrongPassword'],
    ['b-mac-truncated.p12', 'secret', 'Pkcs12Malformed'],
    ['b-empty-authsafe.p12', 'secret', 'Pkcs12NoPrivateKey'],
  ])('%s with “%s” is refused with %s', async (name, password, code) => {
    expect((await upload(name, password)).codes).toEqual([code]);
  });
});
