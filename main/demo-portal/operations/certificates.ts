import { z } from 'zod';
import { suits } from '../certificate-file.ts';
import { findCertificate, forgetKey, tellCertificate } from '../certificate-rules.ts';
import {
  acceptFile,
  contentsOf,
  demandFree,
  findType,
  keyDeletion,
  pushAgain,
} from '../certificate-upload.ts';
import { list } from '../listing.ts';
import { sessionCall } from '../operation.ts';
import type { Operation } from '../operation.ts';
import { takeId } from '../portal.ts';
import { refuseField } from '../refusal.ts';
import * as schema from '../schema/certificate.ts';
import { done, nothing, page } from '../schema/envelope.ts';
import type { PortalCode } from '../schema/errors.ts';
import type { CertificateRecord } from '../state.ts';

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
  'ServiceUnavailable',
];

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
    const accepted = await acceptFile(portal, account, type, form.certificate, form.password);
    demandFree(portal, account, type, 0);
    const record: CertificateRecord = {
      ...contentsOf(accepted, form.certificate, type, now),
      id: takeId(portal.state),
      accountId: account.id,
      typeId: type.id,
      description: form.description || null,
    };
    portal.state.certificates.push(record);
    portal.files.set(record.id, accepted.bytes);
    const repushedConfigurations = pushAgain(portal, type);
    return { ...tellCertificate(portal.state, record, now), repushedConfigurations };
  },
);

/** The file and the password of an edit: both or neither. */
function replacementOf(
  form: z.infer<typeof schema.editForm>,
): { file: File; password: string } | null {
  const { certificate: file, password } = form;
  if (file === undefined && password === undefined) return null;
  if (password === undefined) throw refuseField('NotBlank', 'password', 'must not be blank');
  if (file === undefined) throw refuseField('NotBlank', 'certificate', 'must not be blank');
  return { file, password };
}

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
    const moves = type.id !== record.typeId;
    const given = replacementOf(form);
    const accepted = given && (await acceptFile(portal, account, type, given.file, given.password));
    // It may have been deleted while the file was being opened.
    findCertificate(portal, account, id);
    if (moves) demandFree(portal, account, type, record.id);
    let repushedConfigurations = 0;
    if (given !== null && accepted !== null) {
      Object.assign(record, contentsOf(accepted, given.file, type, now));
      portal.files.set(record.id, accepted.bytes);
      repushedConfigurations = pushAgain(portal, type);
    } else if (moves) {
      if (!suits(record, type)) {
        throw refuseField('KeyUsageMismatch', 'typeId', `is not meant for ${type.purpose}`);
      }
      const deletesAt = record.hasPrivateKey ? keyDeletion(type, record.uploadedOn) : null;
      record.privateKeyDeletesAt = deletesAt;
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
