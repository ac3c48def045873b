import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { certificate, certificateType } from '../../../../main/demo-portal/schema/certificate.ts';
import { page } from '../../../../main/demo-portal/schema/envelope.ts';
import { makeP12 } from './p12-fixture.ts';
import { day, minute, openPortal } from './portal-fixture.ts';
import type { Answer, Fields, PortalFixture } from './portal-fixture.ts';

type Certificate = z.infer<typeof certificate>;

const types = { signing: 501, encryption: 502, vpn: 503, claims: 504 };
const file = makeP12();
const forVpn = makeP12({ extensions: ['extendedKeyUsage=clientAuth'] });

let portal: PortalFixture;
let token: string;
beforeEach(async () => {
  portal = await openPortal();
  token = await portal.signIn('ines');
});
afterEach(() => portal.close());

const post = (multipart: Fields): Promise<Answer> =>
  portal.ask('/certificate', { token, multipart });

const edit = (id: number, multipart: Fields): Promise<Answer> =>
  portal.ask(`/certificate/${id}`, { token, method: 'PUT', multipart });

async function list(query = ''): Promise<Certificate[]> {
  const { result } = await portal.ask(`/certificate${query}`, { token });
  return page(certificate).parse(result).searchResults;
}

async function upload(more: Fields = {}): Promise<Certificate> {
  const form = { typeId: types.signing, certificate: file, password: 'hello', ...more };
  return certificate.parse((await post(form)).result);
}

const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());

describe('the certificates at the start', () => {
  it('are the seven of the drawing, each in the state that it has there', async () => {
    const told = await list(
      encodeURI('?sortFields[0].name=expirationDate&sortFields[0].order=DESC'),
    );
    expect(
      told.map(({ certificateName, state, hasPrivateKey }) => [
        certificateName,
        state,
        hasPrivateKey,
      ]),
    ).toEqual([
      ['Signing Certificate, claims@', 'NOT_YET_VALID', true],
      ['Signing Certificate', 'VALID', true],
      ['VPN Certificate', 'VALID', true],
      ['Encryption Certificate', 'EXPIRING', true],
      ['Signing Certificate', 'EXPIRED', true],
      ['Encryption Certificate', 'EXPIRED', true],
      ['Encryption Certificate', 'EXPIRED', false],
    ]);
    const soon = told.find(({ state }) => state === 'EXPIRING');
    expect(Math.floor(((soon?.expirationDate ?? 0) - portal.now()) / day)).toBe(16);
  });

  it('can be searched, cut into pages and sorted', async () => {
    expect(await list('?q=device%20ca')).toHaveLength(1);
    expect(await list('?rows=2&start=6')).toHaveLength(1);
    const byIssuer = await list(encodeURI('?sortFields[0].name=issuedBy'));
    expect(byIssuer[0]?.issuedBy).toBe('Halden & Voss Device CA');
    const unknown = await portal.ask(encodeURI('/certificate?sortFields[0].name=key'), { token });
    expect(unknown.codes).toEqual(['Pattern']);
  });

  it('come in types that the administrators have set up', async () => {
    const { result } = await portal.ask('/certificate/type', { token });
    const told = z.array(certificateType).parse(result);
    expect(told.map(({ displayName }) => displayName)).toEqual([
      'Signing Certificate',
      'Encryption Certificate',
      'VPN Certificate',
      'Signing Certificate, claims@',
    ]);
  });
});

describe('an upload', () => {
  it('is kept byte for byte, described from what is in it, and pushes its configurations again', async () => {
    const before = portal.repushedConfigurations();
    const told = await upload({ description: 'New one' });
    expect(told).toMatchObject({
      certificateName: 'Signing Certificate',
      subject: 'CN=Ines Declercq,O=Halden',
      subjectEmail: ['ines.declercq@haldenvoss.example'],
      issuedBy: 'Ines Declercq',
      keyAlgorithm: 'EC',
      keySize: 256,
      fileName: 'upload.p12',
      description: 'New one',
      hasPrivateKey: true,
      state: 'VALID',
      repushedConfigurations: 3,
    });
    expect(portal.repushedConfigurations() - before).toBe(3);
    expect(portal.storedFile(told.id)).toEqual(await bytesOf(file));
    expect((await list()).map(({ id }) => id)).toContain(told.id);
  });

  it('is never told back: no key, no file, no password', async () => {
    const told = JSON.stringify([await upload(), await list()]);
    const base64 = Buffer.from(await bytesOf(file)).toString('base64');
    expect(told).not.toContain('hello');
    expect(told).not.toContain(base64.slice(40, 80));
  });

  it('of which something is missing says what', async () => {
    const answer = await post({ typeId: types.signing });
    expect(new Set(answer.fields)).toEqual(new Set(['certificate', 'password']));
    expect(answer.codes).toEqual(['NotBlank', 'NotBlank']);
    expect((await post({ typeId: 9, certificate: file, password: 'hello' })).fields).toEqual([
      'typeId',
    ]);
    const text = await post({ typeId: types.signing, certificate: 'text', password: 'hello' });
    expect([text.codes, text.fields]).toEqual([['Pattern'], ['certificate']]);
  });

  it('that is refused leaves nothing behind', async () => {
    const before = portal.repushedConfigurations();
    await post({ typeId: types.signing, certificate: file, password: 'wrong' });
    expect(await list()).toHaveLength(7);
    expect(portal.repushedConfigurations()).toBe(before);
  });

  it('of an expired certificate is taken for encryption alone, since old mail needs old keys', async () => {
    const old = makeP12({ days: 3 });
    portal.pass(5 * day);
    token = await portal.signIn('ines');
    const form = { certificate: old, password: 'hello' };
    expect((await post({ typeId: types.signing, ...form })).codes).toEqual(['CertificateExpired']);
    expect((await post({ typeId: types.encryption, ...form })).status).toBe(200);
  });

  it('for a shared mailbox of the person is taken', async () => {
    const shared = makeP12({ email: 'Claims@haldenvoss.example' });
    expect(await upload({ certificate: shared })).toMatchObject({ state: 'VALID' });
  });
});

describe('a private key', () => {
  it('is deleted by the portal after the days that its type sets, details staying', async () => {
    const vpn = (await list()).find(({ typeId }) => typeId === types.vpn);
    expect(vpn?.privateKeyDeletesAt).toBe(portal.now() + 1.2 * day);
    await portal.ask(`/certificate/${vpn?.id}`, { token, method: 'DELETE' });
    const told = await upload({ typeId: types.vpn, certificate: forVpn });
    expect(told.privateKeyDeletesAt).toBe(portal.now() + 2 * day);
    const before = portal.repushedConfigurations();
    portal.pass(2 * day);
    token = await portal.signIn('ines');
    const after = (await list()).find(({ id }) => id === told.id);
    expect(after).toMatchObject({ hasPrivateKey: false, privateKeyDeletesAt: null });
    expect(after?.subject).toBe(told.subject);
    expect(portal.storedFile(told.id)).toBeNull();
    expect(portal.repushedConfigurations()).toBe(before);
  });

  it('can be cleared by the person: the details stay, nothing is pushed again', async () => {
    const told = await upload();
    const before = portal.repushedConfigurations();
    const path = `/certificate/${told.id}/clearPrivateKey`;
    const answer = await portal.ask(path, { token, method: 'PUT', form: {} });
    expect(certificate.parse(answer.result)).toMatchObject({ hasPrivateKey: false, id: told.id });
    expect(portal.storedFile(told.id)).toBeNull();
    expect(portal.repushedConfigurations()).toBe(before);
  });
});

describe('editing a certificate', () => {
  it('changes the description without pushing anything', async () => {
    const told = await upload();
    const before = portal.repushedConfigurations();
    const { result } = await edit(told.id, { description: 'At the office' });
    expect(result).toMatchObject({ description: 'At the office', repushedConfigurations: 0 });
    expect((await edit(told.id, { description: '' })).result).toMatchObject({ description: null });
    expect(portal.repushedConfigurations()).toBe(before);
  });

  it('replaces the file under the same id and pushes again', async () => {
    const told = await upload();
    const other = makeP12({ password: 'second' });
    const { result } = await edit(told.id, { certificate: other, password: 'second' });
    const replaced = certificate.parse(result);
    expect(replaced).toMatchObject({ id: told.id, repushedConfigurations: 3 });
    expect(replaced.thumbprintSha256).not.toBe(told.thumbprintSha256);
    expect(portal.storedFile(told.id)).toEqual(await bytesOf(other));
  });

  it('keeps the old file when the new one does not open', async () => {
    const told = await upload();
    const answer = await edit(told.id, { certificate: forVpn, password: 'wrong' });
    expect(answer.codes).toEqual(['Pkcs12WrongPassword']);
    expect(portal.storedFile(told.id)).toEqual(await bytesOf(file));
  });

  it('asks for file and password together', async () => {
    const told = await upload();
    expect((await edit(told.id, { certificate: file })).fields).toEqual(['password']);
    expect((await edit(told.id, { password: 'hello' })).fields).toEqual(['certificate']);
  });

  it('moves it to a type that suits it, and to no other', async () => {
    const told = await upload({
      certificate: makeP12({ extensions: ['keyUsage=digitalSignature,keyAgreement'] }),
    });
    expect((await edit(told.id, { typeId: types.encryption })).result).toMatchObject({
      certificateName: 'Encryption Certificate',
    });
    const signing = await upload({
      certificate: makeP12({ extensions: ['keyUsage=digitalSignature'] }),
    });
    const answer = await edit(signing.id, { typeId: types.encryption });
    expect([answer.codes, answer.fields]).toEqual([['KeyUsageMismatch'], ['typeId']]);
    expect((await edit(signing.id, { typeId: types.claims })).codes).toEqual(['TypeInUse']);
  });
});

describe('deleting a certificate', () => {
  it('removes it with its details and pushes nothing again', async () => {
    const told = await upload();
    const before = portal.repushedConfigurations();
    const gone = { token, method: 'DELETE' };
    expect((await portal.ask(`/certificate/${told.id}`, gone)).result).toBe(1);
    expect((await portal.ask(`/certificate/${told.id}`, gone)).codes).toEqual(['NotFound']);
    expect(portal.storedFile(told.id)).toBeNull();
    expect(portal.repushedConfigurations()).toBe(before);
  });

  it('and clearing ask for a fresh proof of the password', async () => {
    const told = await upload();
    portal.pass(6 * minute);
    for (const [path, method] of [
      [`/certificate/${told.id}`, 'DELETE'],
      [`/certificate/${told.id}/clearPrivateKey`, 'PUT'],
    ] as const) {
      expect((await portal.ask(path, { token, method })).codes).toEqual(['ReauthRequired']);
    }
  });
});
