import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Certificate } from '../../../../preload/contract/certificates.ts';
import type { Fault } from '../../../portal/faults.ts';
import { rejectionOf } from '../../../support/failures.ts';
import { makeP12 } from '../../../support/p12.ts';
import type { P12File } from '../../../support/p12.ts';
import { patience } from '../../../support/patience.ts';
import { signInToPortal } from '../../../support/signed-in.ts';
import type { SignedInFeatures } from '../../../support/signed-in.ts';

const signingType = '501';
const encryptionType = '502';
const signing = '8103';
const encryption = '8101';
const lostOnTheWay: Fault = { kind: 'reset', when: 'mid-upload' };
const lostAnswer: Fault = { kind: 'reset', when: 'before-status' };
/** The portal never sees the request. */
const unavailable: Fault = { kind: 'answer', status: 503, body: 'no' };
const oldProof: Fault = { kind: 'clock', skewMs: 360_000 };

let folder: string;
let fresh: P12File;
let keyless: P12File;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-changes-'));
  const wish = { folder, password: 'correct horse', email: 'ines.declercq@haldenvoss.example' };
  fresh = await makeP12({ ...wish, fileName: 'fresh.p12' });
  keyless = await makeP12({ ...wish, fileName: 'keyless.p12', withoutKey: true });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let app: SignedInFeatures;
beforeEach(async () => {
  app = await signInToPortal();
});
afterEach(() => app.close());

const list = async (): Promise<Certificate[]> =>
  (await app.call('certificates.list', { refresh: true })).certificates;
const find = async (id: string) => (await list()).find((one) => one.id === id);
const told = (id: string) =>
  app.told
    .of('certificates.changed')
    .at(-1)
    ?.certificates.find((one) => one.id === id);

/** Opens a file as the dialog does. */
async function replacementBy(file: P12File) {
  const bytes = new Uint8Array(file.bytes);
  const { fileId } = await app.call('files.open', { name: file.name, bytes });
  const input = { fileId, password: 'correct horse', purpose: 'signing' as const };
  const result = await app.call('files.inspect', input);
  const checks = result.opened ? result.inspection.checks : [];
  const warnings = checks.filter(({ level }) => level === 'warning').map(({ id }) => id);
  return { fileId, acknowledged: warnings };
}

describe('Edit Certificate', () => {
  it('changes the description, and pushes nothing again', async () => {
    const input = { certificateId: signing, description: 'For the office' };
    const { certificate, repushed } = await app.call('certificates.edit', input);
    expect(certificate).toMatchObject({ id: signing, description: 'For the office' });
    expect(repushed).toBe(0);
    await expect.poll(() => told(signing)?.description, patience).toBe('For the office');
  });

  it('takes a description away', async () => {
    const input = { certificateId: signing, description: '' };
    expect((await app.call('certificates.edit', input)).certificate.description).toBeNull();
  });

  it('to a type that it is not made for is refused by the portal', async () => {
    const input = { certificateId: signing, typeId: encryptionType };
    expect(await rejectionOf(app.call('certificates.edit', input))).toMatchObject({
      code: 'refused',
      reason: 'KeyUsageMismatch',
      field: 'typeId',
    });
  });

  it('puts another file in its place, and says how many configurations went out again', async () => {
    await list();
    const replacement = await replacementBy(fresh);
    const before = await find(signing);
    const input = { certificateId: signing, replacement };
    const { certificate, repushed } = await app.call('certificates.edit', input);
    expect(repushed).toBe(3);
    expect(certificate).toMatchObject({ id: signing, fileName: 'fresh.p12', hasPrivateKey: true });
    expect(certificate.thumbprintSha256).not.toBe(before?.thumbprintSha256);
    // The file has done its work: its bytes and its password are gone.
    expect((await rejectionOf(app.call('certificates.edit', input))).code).toBe('file-gone');
  });

  it('lets no file pass that has not been opened, or that a check stands against', async () => {
    const bytes = new Uint8Array(fresh.bytes);
    const { fileId } = await app.call('files.open', { name: fresh.name, bytes });
    const unopened = { certificateId: signing, replacement: { fileId, acknowledged: [] } };
    expect(await rejectionOf(app.call('certificates.edit', unopened))).toEqual({
      code: 'checks-failed',
      reason: 'not-opened',
    });
    const replacement = await replacementBy(keyless);
    const input = { certificateId: signing, replacement };
    expect((await rejectionOf(app.call('certificates.edit', input))).code).toBe('checks-failed');
    expect(app.line.count('editCertificate')).toBe(0);
  });

  it('whose answer is lost is asked after, and not sent again', async () => {
    await list();
    app.line.fault(lostAnswer, { call: 'editCertificate' });
    const replacement = await replacementBy(fresh);
    const input = { certificateId: signing, description: 'new', replacement };
    const { certificate, repushed } = await app.call('certificates.edit', input);
    expect(certificate).toMatchObject({ description: 'new', fileName: 'fresh.p12' });
    // What the portal did not say nobody knows.
    expect(repushed).toBeNull();
    expect(app.line.count('editCertificate')).toBe(1);
  });

  it('that did not arrive keeps the file', async () => {
    await list();
    app.line.fault(lostOnTheWay, { call: 'editCertificate' });
    const replacement = await replacementBy(fresh);
    const input = { certificateId: signing, replacement };
    expect((await rejectionOf(app.call('certificates.edit', input))).code).toBe(
      'portal-unreachable',
    );
    await app.call('certificates.edit', input);
  });

  it('goes one at a time', async () => {
    await list();
    const input = { certificateId: signing, description: 'a' };
    const both = await Promise.allSettled([
      app.call('certificates.edit', input),
      app.call('certificates.edit', input),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(app.line.count('editCertificate')).toBe(1);
  });

  it('of one that is gone says so', async () => {
    const input = { certificateId: '1', typeId: signingType };
    expect((await rejectionOf(app.call('certificates.edit', input))).code).toBe('not-found');
  });
});

describe.each([
  ['certificates.clearPrivateKey', 'clearPrivateKey'],
  ['certificates.delete', 'deleteCertificate'],
] as const)('%s', (name, call) => {
  const run = () => app.call(name, { certificateId: encryption });
  const isDone = async () => {
    const found = await find(encryption);
    return call === 'deleteCertificate' ? found === undefined : found?.hasPrivateKey === false;
  };

  it('does it, pushes nothing again, and the list says so', async () => {
    const before = app.portal.repushedConfigurations();
    const answer = await run();
    expect(answer === undefined || answer.repushed === null).toBe(true);
    expect(await isDone()).toBe(true);
    expect(app.portal.repushedConfigurations()).toBe(before);
    expect(app.line.count(call)).toBe(1);
  });

  it('is not sent on an old proof', async () => {
    app.line.fault(oldProof, { times: 99 });
    await list();
    expect((await rejectionOf(run())).code).toBe('reauth-required');
    expect(app.line.count(call)).toBe(0);
    app.line.clear();
    expect(await isDone()).toBe(false);
  });

  it('whose answer is lost is asked after', async () => {
    app.line.fault(lostAnswer, { call });
    await run();
    expect(app.line.count(call)).toBe(1);
    expect(await isDone()).toBe(true);
  });

  it('that did not arrive says so, and one that nobody can ask after says that', async () => {
    await list();
    app.line.fault(unavailable, { call });
    expect((await rejectionOf(run())).code).toBe('portal-failed');
    app.line.fault(unavailable, { call });
    app.line.fault(lostAnswer, { call: 'certificates', times: 99 });
    expect((await rejectionOf(run())).code).toBe('outcome-unknown');
  });
});
