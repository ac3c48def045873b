import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../../../preload/contract.ts';
import type { CertificateType, Upload } from '../../../../preload/contract/certificates.ts';
import { rejectionOf } from '../../../support/failures.ts';
import { makeP12 } from '../../../support/p12.ts';
import type { P12File } from '../../../support/p12.ts';
import { signInToPortal } from '../../../support/signed-in.ts';
import type { SignedInFeatures } from '../../../support/signed-in.ts';
import { patience } from '../../../support/patience.ts';

const email = 'ines.declercq@haldenvoss.example';
let folder: string;
let signing: P12File;
let another: P12File;
let stranger: P12File;
let keyless: P12File;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-uploads-'));
  const wish = { folder, password: 'correct horse', email };
  signing = await makeP12({ ...wish, fileName: 'signing.p12' });
  another = await makeP12({ ...wish, fileName: 'another.p12' });
  stranger = await makeP12({ ...wish, fileName: 'stranger.p12', email: 'eve@acme.example' });
  keyless = await makeP12({ ...wish, fileName: 'keyless.p12', withoutKey: true });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let app: SignedInFeatures;
beforeEach(async () => {
  app = await signInToPortal();
});
afterEach(() => app.close());

async function typeFor(purpose: CertificateType['purpose']): Promise<CertificateType> {
  const { types } = await app.call('certificates.list', { refresh: false });
  const type = types.find((one) => one.purpose === purpose);
  if (type === undefined) throw new Error(`no ${purpose} type`);
  return type;
}

async function hold(file: P12File): Promise<string> {
  const bytes = new Uint8Array(file.bytes);
  return (await app.call('files.open', { name: file.name, bytes })).fileId;
}

/** Opens the file as the dialog does, and gives what an upload of it needs. */
async function prepare(file: P12File, acknowledge = true): Promise<Input<'certificates.upload'>> {
  const type = await typeFor('signing');
  const fileId = await hold(file);
  const password = 'correct horse';
  const result = await app.call('files.inspect', { fileId, password, purpose: 'signing' });
  const checks = result.opened ? result.inspection.checks : [];
  const warnings = checks.filter(({ level }) => level === 'warning').map(({ id }) => id);
  return { fileId, typeId: type.id, acknowledged: acknowledge ? warnings : [] };
}

const ofUpload = (id: string): Upload[] =>
  app.told.of('upload.changed').filter((upload) => upload.id === id);
const stateOf = (id: string): string | undefined => ofUpload(id).at(-1)?.state;

describe('an upload', () => {
  it('reaches the portal byte for byte, and stands in My Certificates afterwards', async () => {
    const input = await prepare(signing);
    const { id } = await app.call('certificates.upload', { ...input, description: 'for mail' });
    await expect.poll(() => stateOf(id), patience).toBe('done');
    const done = ofUpload(id).at(-1);
    expect(Buffer.from(app.portal.newestFile() ?? []).equals(signing.bytes)).toBe(true);
    const type = await typeFor('signing');
    expect(done).toMatchObject({ repushed: type.usedByConfigurations, error: null });
    expect(done?.sentBytes).toBe(done?.totalBytes);
    await expect
      .poll(
        () =>
          app.told
            .of('certificates.changed')
            .at(-1)
            ?.certificates.map((one) => one.id),
        patience,
      )
      .toContain(done?.certificateId);
    // The file has done its work: its bytes and its password are gone.
    expect(await rejectionOf(app.call('certificates.upload', input))).toEqual({
      code: 'file-gone',
    });
    expect((await app.call('app.snapshot', undefined)).uploads).toMatchObject([
      { id, state: 'done' },
    ]);
    await app.call('certificates.dismissUpload', { uploadId: id });
    expect((await app.call('app.snapshot', undefined)).uploads).toEqual([]);
  });

  it('whose end nobody can tell says so', async () => {
    const input = await prepare(signing);
    app.line.fault({ kind: 'reset', when: 'before-status' }, { times: 99 });
    const { id } = await app.call('certificates.upload', input);
    await expect.poll(() => stateOf(id), patience).toBe('failed');
    expect(ofUpload(id).at(-1)?.error).toEqual({ code: 'outcome-unknown' });
  });

  it('that the portal refuses keeps the file, and tells the portal’s reason', async () => {
    const input = await prepare(signing);
    const globalErrors = [{ code: 'Pkcs12WrongPassword', message: '' }];
    const body = { errors: { globalErrors, fieldErrors: null }, result: null };
    app.line.fault({ kind: 'answer', status: 400, body }, { call: 'uploadCertificate' });
    const { id } = await app.call('certificates.upload', input);
    await expect.poll(() => stateOf(id), patience).toBe('failed');
    expect(ofUpload(id).at(-1)?.error).toEqual({ code: 'refused', reason: 'Pkcs12WrongPassword' });
    const again = await app.call('certificates.upload', input);
    await expect.poll(() => stateOf(again.id), patience).toBe('done');
  });

  it('of a file that is under way already is not begun twice', async () => {
    const input = await prepare(signing);
    const [first, second] = await Promise.allSettled([
      app.call('certificates.upload', input),
      app.call('certificates.upload', input),
    ]);
    expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected']);
    await expect.poll(() => app.told.of('upload.changed').at(-1)?.state, patience).toBe('done');
    expect(app.line.count('uploadCertificate')).toBe(1);
  });

  it('that is cancelled is asked after, so that what is said is true', async () => {
    const input = await prepare(signing);
    const { id } = await app.call('certificates.upload', input);
    await app.call('certificates.cancelUpload', { uploadId: id });
    await expect.poll(() => stateOf(id), patience).toMatch(/^(?:cancelled|done)$/u);
    const isThere = app.portal.newestFile() !== null;
    expect(stateOf(id)).toBe(isThere ? 'done' : 'cancelled');
  });

  it('waits for the one before it, and is sent after it', async () => {
    const [first, second] = [await prepare(signing), await prepare(another)];
    const one = await app.call('certificates.upload', first);
    const other = await app.call('certificates.upload', second);
    expect([one.state, other.state]).toEqual(['sending', 'waiting']);
    await expect.poll(() => stateOf(other.id), patience).toBe('done');
    const order = app.told.of('upload.changed').map(({ id, state }) => `${id} ${state}`);
    expect(order.indexOf(`${other.id} sending`)).toBeGreaterThan(order.indexOf(`${one.id} done`));
  });

  it('is not sent at all when it is cancelled before its turn', async () => {
    const [first, second] = [await prepare(signing), await prepare(another)];
    const one = await app.call('certificates.upload', first);
    const other = await app.call('certificates.upload', second);
    await app.call('certificates.cancelUpload', { uploadId: other.id });
    expect(stateOf(other.id)).toBe('cancelled');
    await expect.poll(() => stateOf(one.id), patience).toBe('done');
    expect(app.line.count('uploadCertificate')).toBe(1);
    // It is still there, and can be sent after all.
    const again = await app.call('certificates.upload', second);
    await expect.poll(() => stateOf(again.id), patience).toBe('done');
  });

  it('goes on after one that failed', async () => {
    const [first, second] = [await prepare(signing), await prepare(another)];
    const body = {
      errors: { globalErrors: [{ code: 'EmailMismatch', message: '' }], fieldErrors: null },
    };
    app.line.fault({ kind: 'answer', status: 400, body }, { call: 'uploadCertificate', times: 1 });
    const one = await app.call('certificates.upload', first);
    const other = await app.call('certificates.upload', second);
    await expect.poll(() => stateOf(other.id), patience).toBe('done');
    expect(stateOf(one.id)).toBe('failed');
  });

  it('ends with the session', async () => {
    const input = await prepare(signing);
    await app.call('certificates.upload', input);
    await app.call('session.signOut', undefined);
    expect((await app.call('app.snapshot', undefined)).uploads).toEqual([]);
  });
});

describe('a file that is not fit', () => {
  it('because nobody has opened it is not uploaded', async () => {
    const type = await typeFor('signing');
    const fileId = await hold(signing);
    const input = { fileId, typeId: type.id, acknowledged: [] };
    expect(await rejectionOf(app.call('certificates.upload', input))).toEqual({
      code: 'checks-failed',
      reason: 'not-opened',
    });
    await app.call('files.inspect', { fileId, password: 'wrong', purpose: 'signing' });
    expect((await rejectionOf(app.call('certificates.upload', input))).code).toBe('checks-failed');
    expect(app.line.count('uploadCertificate')).toBe(0);
  });

  it('because an error stands among its checks is not uploaded, whatever is acknowledged', async () => {
    const input = await prepare(keyless);
    const error = await rejectionOf(
      app.call('certificates.upload', { ...input, acknowledged: ['private-key', 'key-present'] }),
    );
    expect(error.code).toBe('checks-failed');
    expect(app.line.count('uploadCertificate')).toBe(0);
  });

  it('because a warning has not been acknowledged is not uploaded', async () => {
    const input = await prepare(stranger, false);
    const error = await rejectionOf(app.call('certificates.upload', input));
    expect(error.code).toBe('checks-failed');
    expect(app.line.count('uploadCertificate')).toBe(0);
  });

  it('for the type that is chosen is looked at again for that type', async () => {
    const input = await prepare(signing);
    const encryption = await typeFor('encryption');
    const error = await rejectionOf(
      app.call('certificates.upload', { ...input, typeId: encryption.id }),
    );
    expect(error.code).toBe('checks-failed');
    expect(error.reason).toBe('encryption-use');
  });

  it('because its type is gone is not uploaded', async () => {
    const input = await prepare(signing);
    const error = await rejectionOf(app.call('certificates.upload', { ...input, typeId: '999' }));
    expect(error).toEqual({ code: 'not-found', reason: 'certificate-type' });
  });
});
