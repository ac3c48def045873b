import { describe, expect, it } from 'vitest';
import type { CertificateType } from '../../../../../preload/contract/certificates.ts';
import type { Check, InspectionFailureKind } from '../../../../../preload/contract/inspection.ts';
import { uploadStatus } from '../../../../../renderer/certificates/add/upload-status.ts';
import type { Answer, Looking } from '../../../../../renderer/file-look/looking.ts';
import { sampleCheck, sampleInspection } from '../../file-look/sample.ts';

const type: CertificateType = {
  id: 't-signing',
  name: 'Signing Certificate',
  purpose: 'signing',
  multiple: true,
  deletesKeyAfterDays: null,
  usedByConfigurations: 2,
};
const file = { fileId: '6a1f0f6e-8f3c-4c7b-9a51-0d1f6b3f2a10', name: 'mail.p12', size: 4813 };

function held(answer: Answer, busy = false): Looking {
  return { status: 'held', file, busy, answer };
}
function opened(checks: Check[]): Looking {
  return held({ kind: 'opened', inspection: sampleInspection({ checks }), at: 0 });
}
function failed(kind: InspectionFailureKind, withPassword: boolean): Looking {
  return held({ kind: 'failed', failure: { kind, format: 'pkcs12', detail: null }, withPassword });
}
const status = (looking: Looking, read: string[] = [], chosen: CertificateType | null = type) =>
  uploadStatus(looking, chosen, read);

describe('what stands between a person and Upload', () => {
  it('is the file, as long as there is none', () => {
    expect(status({ status: 'idle' })).toEqual({ kind: 'no-file' });
  });

  it('is the password of a file that has one, before any was typed', () => {
    expect(status(failed('password-required', false))).toEqual({ kind: 'password' });
    expect(status(failed('wrong-password', true))).toEqual({ kind: 'failed' });
  });

  it('is a file that no password opens', () => {
    expect(status(failed('not-pkcs12', false))).toEqual({ kind: 'failed' });
    expect(
      status({ status: 'refused', refusal: { kind: 'unreadable', name: 'mail.p12' } }),
    ).toEqual({ kind: 'failed' });
  });

  it('is an error, even when all warnings were read', () => {
    const checks = [sampleCheck({ id: 'signing-use', level: 'error' }), sampleCheck()];
    expect(status(opened(checks), ['chain-complete'])).toEqual({ kind: 'errors', count: 1 });
  });

  it('is each warning that was not read', () => {
    const checks = [sampleCheck(), sampleCheck({ id: 'container-cipher' })];
    expect(status(opened(checks))).toEqual({ kind: 'warnings', count: 2 });
    expect(status(opened(checks), ['chain-complete'])).toEqual({ kind: 'warnings', count: 1 });
  });

  it('is the type, when the file is fit for some', () => {
    expect(status(opened([]), [], null)).toEqual({ kind: 'no-type' });
  });

  it('is a file without a private key, whatever the checks say', () => {
    const inspection = sampleInspection({ keys: [] });
    expect(status(held({ kind: 'opened', inspection, at: 0 }))).toEqual({ kind: 'unfit' });
  });

  it('is the look at the file, while it is looked at again', () => {
    expect(status(held({ kind: 'none' }, true))).toEqual({ kind: 'busy' });
  });

  it('is nothing once every warning was read; only those are told to the portal', () => {
    expect(status(opened([sampleCheck()]), ['chain-complete', 'from-another-file'])).toEqual({
      kind: 'ready',
      fileId: file.fileId,
      typeId: 't-signing',
      acknowledged: ['chain-complete'],
      repushes: 2,
    });
  });
});
