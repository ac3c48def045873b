import { z } from 'zod';
import { openFile, demandFitting, suits } from '../certificate-file.ts';
import { findCertificate, forgetKey, tellCertificate, validity } from '../certificate-rules.ts';
import { list } from '../listing.ts';
import { sessionCall } from '../operation.ts';
import type { Operation } from '../operation.ts';
import { takeId } from '../portal.ts';
import type { Portal } from '../portal.ts';
import { refuse, refuseField } from '../refusal.ts';
import * as schema from '../schema/certificate.ts';
import { done, nothing, page } from '../schema/envelope.ts';
import type { PortalCode } from '../schema/errors.ts';
import type { AccountRecord, CertificateRecord } from '../state.ts';

const day = 86_400_000;

const fileRefusals: PortalCode[] = [
  'Pkcs12Malformed',
  'Pkcs12WrongPassword',
  'Pkcs12UnsupportedAlgorithm',
  'Pkcs12NoPrivateKey',
  'Pkcs12MultipleKeys',
  'Pkcs12KeyMismatch',
  'CertificateExpired',
  'CertificateNotYetValid',
  'KeyUsageMismatch',
  'EmailMismatch',
  'FileTooLarge',
  'TypeInUse',
];

function findType(portal: Portal, id: number): schema.CertificateType {
  const type = portal.state.types.find((entry) => entry.id === id);
  if (type === undefined) throw refuseField('Pattern', 'typeId', 'is not one of the types');
  return type;
}

function demandFree(
  portal: Portal,
  account: AccountRecord,
  type: schema.CertificateType,
  except: number,
): void {
  if (type.multiple) return;
  const others = portal.state.certificates.filter(
    (record) =>
      record.accountId === account.id && record.typeId === type.id && record.id !== except,
  );
  if (others.some((record) => validity(record, portal.now()) !== 'EXPIRED')) {
    throw refuse('TypeInUse', `There is a valid “${type.displayName}” already.`);
  }
}

const bytesOf = async (file: File): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await file.arrayBuffer());

const keyDeletion = (type: schema.CertificateType, now: number): number | null =>
  type.deletePrivateKeyAfterDays === null ? null : now + type.deletePrivateKeyAfterDays * day;

function push(portal: Portal, type: schema.CertificateType): number {
  portal.state.repushedConfigurations += type.usedByConfigurations;
  return type.usedByConfigurations;
}

const listTypes = sessionCall(
  {
    name: 'certificateTypes',
    method: 'GET',
    path: '/ssp/certificate/type',
    summary: 'The certificate types that the administrators have set up.',
    query: nothing,
    form: nothing,
    body: 'none',
    result: z.array(schema.certificateType),
    refusals: [],
  },
  ({ portal }) => portal.state.types,
);

const listCertificates = sessionCall(
  {
    name: 'certificates',
    method: 'GET',
    path: '/ssp/certificate',
    summary: 'One’s own certificates.',
    query: schema.certificateQuery,
    form: nothing,
    body: 'none',
    result: page(schema.certificate),
    refusals: [],
  },
  ({ portal, account, query, now }) => {
    const own = portal.state.certificates.filter(({ accountId }) => accountId === account.id);
    const told = own.map((record) => tellCertificate(portal.state, record, now));
    return list(told, query, (entry) => [
      entry.certificateName,
      entry.issuedBy,
      entry.subject,
      entry.serialNumber,
      entry.description,
      entry.fileName,
      ...entry.subjectEmail,
    ]);
  },
);

const upload = sessionCall(
  {
    name: 'uploadCertificate',
    method: 'POST',
    path: '/ssp/certificate',
    summary: 'Add a certificate. The configurations that use its type are pushed again.',
    query: nothing,
    form: schema.uploadForm,
    body: 'multipart',
    result: schema.certificate,
    refusals: fileRefusals,
    idempotent: true,
  },
  async ({ portal, account, form, now }) => {
    const type = findType(portal, form.typeId);
    const bytes = await bytesOf(form.certificate);
    const content = await openFile(portal, bytes, form.password, type);
    demandFitting(content, type, account, now);
    demandFree(portal, account, type, 0);
    const record: CertificateRecord = {
      ...content,
      id: takeId(portal.state),
      accountId: account.id,
      typeId: type.id,
      uploadedOn: now,
      fileName: form.certificate.name.slice(0, 255) || null,
      description: form.description ?? null,
      hasPrivateKey: true,
      privateKeyDeletesAt: keyDeletion(type, now),
    };
    portal.state.certificates.push(record);
    portal.files.set(record.id, bytes);
    const repushedConfigurations = push(portal, type);
    return { ...tellCertificate(portal.state, record, now), repushedConfigurations };
  },
);

const edit = sessionCall(
  {
    name: 'editCertificate',
    method: 'PUT',
    path: '/ssp/certificate/{id}',
    summary: 'Change description or type, or replace the file; only a new file is pushed again.',
    query: nothing,
    form: schema.editForm,
    body: 'multipart',
    result: schema.certificate,
    refusals: ['NotFound', ...fileRefusals],
    idempotent: true,
  },
  async ({ portal, account, id, form, now }) => {
    const record = findCertificate(portal, account, id);
    const type = findType(portal, form.typeId ?? record.typeId);
    if (form.certificate !== undefined && form.password === undefined) {
      throw refuseField('NotBlank', 'password', 'must not be blank');
    }
    if (form.certificate === undefined && form.password !== undefined) {
      throw refuseField('NotBlank', 'certificate', 'must not be blank');
    }
    if (type.id !== record.typeId) demandFree(portal, account, type, record.id);
    let repushedConfigurations = 0;
    if (form.certificate !== undefined) {
      const bytes = await bytesOf(form.certificate);
      const content = await openFile(portal, bytes, form.password ?? '', type);
      demandFitting(content, type, account, now);
      // It may have been deleted while the file was being opened.
      findCertificate(portal, account, id);
      const fileName = form.certificate.name.slice(0, 255) || null;
      const privateKeyDeletesAt = keyDeletion(type, now);
      const key = { hasPrivateKey: true, privateKeyDeletesAt, uploadedOn: now, fileName };
      Object.assign(record, content, key);
      portal.files.set(record.id, bytes);
      repushedConfigurations = push(portal, type);
    } else if (type.id !== record.typeId && !suits(record, type)) {
      throw refuseField(
        'KeyUsageMismatch',
        'typeId',
        `the certificate is not meant for ${type.purpose}`,
      );
    }
    record.typeId = type.id;
    if (form.description !== undefined) record.description = form.description || null;
    return { ...tellCertificate(portal.state, record, now), repushedConfigurations };
  },
);

const clearKey = sessionCall(
  {
    name: 'clearPrivateKey',
    method: 'PUT',
    path: '/ssp/certificate/{id}/clearPrivateKey',
    summary: 'Forget the private key; the details stay. Pushes nothing again.',
    query: nothing,
    form: nothing,
    body: 'form',
    result: schema.certificate,
    refusals: ['NotFound'],
    access: 'proof',
    idempotent: true,
  },
  ({ portal, account, id, now }) => {
    const record = findCertificate(portal, account, id);
    forgetKey(portal, record);
    return tellCertificate(portal.state, record, now);
  },
);

const remove = sessionCall(
  {
    name: 'deleteCertificate',
    method: 'DELETE',
    path: '/ssp/certificate/{id}',
    summary: 'Delete a certificate with its details. Pushes nothing again.',
    query: nothing,
    form: nothing,
    body: 'none',
    result: done,
    refusals: ['NotFound'],
    access: 'proof',
    idempotent: true,
  },
  ({ portal, account, id }) => {
    const record = findCertificate(portal, account, id);
    forgetKey(portal, record);
    portal.state.certificates = portal.state.certificates.filter((other) => other !== record);
    return 1 as const;
  },
);

/** The calls of portal-api.md 7.6. */
export const certificateOperations: Operation[] = [
  listTypes,
  listCertificates,
  upload,
  edit,
  clearKey,
  remove,
];
