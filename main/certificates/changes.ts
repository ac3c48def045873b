import { randomUUID } from 'node:crypto';
import type { Handlers } from '../../preload/contract.ts';
import type { Certificate, CertificateList } from '../../preload/contract/certificates.ts';
import type { Clock } from '../clock.ts';
import { failure } from '../failure.ts';
import type { HeldFiles } from '../files/files.ts';
import type { Log } from '../log.ts';
import { askAfter, isAnswerLost } from '../lost-answer.ts';
import { demand } from '../portal/capabilities.ts';
import type { ChangedCertificate } from '../portal/capabilities.ts';
import type { Portal } from '../portal/portal.ts';
import type { PasswordProof } from '../session/proof.ts';
import type { CurrentSession } from '../session/signed-in.ts';
import { typeOf } from './certificates.ts';
import type { Certificates } from './certificates.ts';
import { passForUpload, thumbprintOf } from './fit-for-upload.ts';

export type CertificateChangesOptions = {
  session: CurrentSession;
  proof: Pick<PasswordProof, 'demand'>;
  certificates: Certificates;
  files: HeldFiles;
  clock: Clock;
  log: Log;
};

type ChangeHandlers = Pick<
  Handlers,
  'certificates.edit' | 'certificates.clearPrivateKey' | 'certificates.delete'
>;
type EditInput = Parameters<ChangeHandlers['certificates.edit']>[0];
type Replacement = { bytes: Uint8Array; name: string; password: string; thumbprint: string | null };

/** Upload times are compared with the portal's own clock, which is known to the second, ms. */
const tolerance = 5_000;

function findIn(list: CertificateList, id: string): Certificate {
  const found = list.certificates.find((one) => one.id === id);
  if (found === undefined) throw failure('not-found', { reason: 'certificate' });
  return found;
}

/** Edit, Clear Private Key and Delete; each is sent once, and asked after when its answer is lost. */
export function createCertificateChanges(options: CertificateChangesOptions): ChangeHandlers {
  const { session, proof, certificates, files, clock, log } = options;
  const underWay = new Set<string>();

  /** One change of a certificate at a time; the list is read again after it, whatever came of it. */
  async function alone<T>(id: string, change: () => Promise<T>): Promise<T> {
    if (underWay.has(id)) throw failure('busy', { reason: 'certificate' });
    underWay.add(id);
    try {
      return await change();
    } finally {
      underWay.delete(id);
      certificates.list(true).catch((cause: unknown) => log.warn('list after change', { cause }));
    }
  }

  /** @param isDone looks at the certificate as it stands now; undefined when it is gone */
  async function orAsk(
    portal: Portal,
    list: CertificateList,
    id: string,
    send: () => Promise<ChangedCertificate>,
    isDone: (now: Certificate) => boolean,
  ): Promise<ChangedCertificate> {
    return send().catch(async (lost: unknown) => {
      if (!isAnswerLost(lost)) throw lost;
      const after = await askAfter(clock, async () => {
        const all = await portal.certificates(list.types);
        return all.find((one) => one.id === id && isDone(one)) ?? null;
      });
      if (after === null) throw lost;
      return { certificate: after, repushed: null };
    });
  }

  async function replacementOf(input: EditInput, list: CertificateList, typeId: string) {
    if (input.replacement === undefined) return null;
    const { fileId, acknowledged } = input.replacement;
    const held = files.get(fileId);
    const type = typeOf(list.types, typeId);
    const limit = certificates.maxFileBytes();
    const inspection = await passForUpload(files, held, type, acknowledged, limit);
    return {
      bytes: held.bytes,
      name: held.name,
      password: held.password ?? '',
      thumbprint: thumbprintOf(inspection),
    };
  }

  function isEdited(input: EditInput, file: Replacement | null, since: number) {
    const { typeId, description } = input;
    return (now: Certificate): boolean =>
      (typeId === undefined || now.typeId === typeId) &&
      (description === undefined || (now.description ?? '') === description) &&
      (file === null ||
        (now.thumbprintSha256 === file.thumbprint && now.uploadedAt >= since - tolerance));
  }

  async function edit(input: EditInput): Promise<ChangedCertificate> {
    const { portal, signal } = session.require();
    const calls = demand(portal, 'certificateChanges');
    const { certificateId: id, typeId, description } = input;
    const list = await certificates.fresh();
    const file = await replacementOf(input, list, typeId ?? findIn(list, id).typeId);
    const order = {
      id,
      idempotencyKey: randomUUID(),
      signal,
      ...(typeId === undefined ? {} : { typeId }),
      ...(description === undefined ? {} : { description }),
      ...(file === null ? {} : { file }),
    };
    const done = isEdited(input, file, portal.now());
    const changed = await orAsk(portal, list, id, () => calls.edit(order, list.types), done);
    if (input.replacement !== undefined) files.close(input.replacement.fileId);
    return changed;
  }

  async function clearPrivateKey(id: string): Promise<ChangedCertificate> {
    const signedIn = session.require();
    const { portal } = signedIn;
    const calls = demand(portal, 'certificateChanges');
    await proof.demand(signedIn);
    const list = await certificates.fresh();
    const send = () => calls.clearPrivateKey(id, list.types, randomUUID());
    return orAsk(portal, list, id, send, (now) => !now.hasPrivateKey);
  }

  async function remove(id: string): Promise<undefined> {
    const signedIn = session.require();
    const { portal } = signedIn;
    const calls = demand(portal, 'certificateChanges');
    await proof.demand(signedIn);
    try {
      await calls.remove(id, randomUUID());
    } catch (lost) {
      if (!isAnswerLost(lost)) throw lost;
      const isGone = await askAfter(clock, async () =>
        (await portal.certificates([])).some((one) => one.id === id) ? null : true,
      );
      if (isGone === null) throw lost;
    }
    return undefined;
  }

  return {
    'certificates.edit': (input) => alone(input.certificateId, () => edit(input)),
    'certificates.clearPrivateKey': ({ certificateId: id }) => alone(id, () => clearPrivateKey(id)),
    'certificates.delete': ({ certificateId: id }) => alone(id, () => remove(id)),
  };
}
