import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Upload } from '../../preload/contract/certificates.ts';
import type { Fault } from '../portal/faults.ts';
import { gatewayError } from '../portal/faults.ts';
import { makeP12 } from '../support/p12.ts';
import type { P12File } from '../support/p12.ts';
import { patience } from '../support/patience.ts';
import { prepareBadDay } from './bad-day.ts';

/* security.md section 6: an upload on a bad line is there once, or not at all, and the person knows which. */

const { app, portal, line } = prepareBadDay();
let folder: string;
let file: P12File;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-bad-line-'));
  file = await makeP12({
    folder,
    password: 'correct horse',
    email: 'ines.declercq@haldenvoss.example',
  });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function upload(): Promise<Upload> {
  const { types } = await app().call('certificates.list', { refresh: true });
  const typeId = types.find(({ purpose }) => purpose === 'signing')?.id ?? '';
  const bytes = new Uint8Array(file.bytes);
  const { fileId } = await app().call('files.open', { name: file.name, bytes });
  const looked = await app().call('files.inspect', {
    fileId,
    password: 'correct horse',
    purpose: 'signing',
  });
  const acknowledged = looked.opened
    ? looked.inspection.checks.filter(({ level }) => level === 'warning').map(({ id }) => id)
    : [];
  const { id } = await app().call('certificates.upload', { fileId, typeId, acknowledged });
  const last = () =>
    app()
      .told.of('upload.changed')
      .findLast((one) => one.id === id);
  await expect.poll(() => last()?.state, patience).toMatch(/^(?:done|failed)$/u);
  const found = last();
  if (found === undefined) throw new Error('no upload');
  return found;
}

const uploadsAtPortal = (): number =>
  portal()
    .requests()
    .filter((request) => request === 'POST /api/v1/ssp/certificate').length;

describe('an upload', () => {
  it.each<[string, Fault, 'done' | 'failed', number]>([
    ['before the status', { kind: 'reset', when: 'before-status' }, 'done', 1],
    ['in the middle of the answer', { kind: 'reset', when: 'mid-body' }, 'done', 1],
    ['after the answer', { kind: 'reset', when: 'after-body' }, 'done', 1],
    ['in the middle of the file', { kind: 'reset', when: 'mid-upload' }, 'failed', 0],
    ['at a gateway', gatewayError(502), 'failed', 0],
    ['by an answer cut in half', { kind: 'body', change: 'truncated' }, 'done', 1],
  ])(
    'interrupted %s is sent once, and its end is told as it is',
    async (_when, fault, state, arrived) => {
      line().fault(fault, { call: 'uploadCertificate' });
      expect(await upload()).toMatchObject({ state });
      expect(line().count('uploadCertificate')).toBe(1);
      expect(uploadsAtPortal()).toBe(arrived);
      const { certificates } = await app().call('certificates.list', { refresh: true });
      expect(certificates.filter(({ fileName }) => fileName === file.name)).toHaveLength(arrived);
    },
  );
});
