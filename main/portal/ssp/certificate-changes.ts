import { z } from 'zod';
import type { CertificateType } from '../../../preload/contract/certificates.ts';
import type { CertificateChanges, ChangedCertificate } from '../capabilities.ts';
import type { Exchange } from '../exchange.ts';
import { segment } from '../exchange.ts';
import { toCertificate, wireCertificate } from '../wire/certificate.ts';
import type { WireCertificate } from '../wire/certificate.ts';

const base = '/api/v1/ssp/certificate';
/** A megabyte over the slowest line that still works, in ms. */
const fileDeadline = 300_000;

const changed = (wire: WireCertificate, types: readonly CertificateType[]): ChangedCertificate => ({
  certificate: toCertificate(wire, types),
  repushed: wire.repushedConfigurations,
});

/** Edit, clear key and delete of portal-api.md 7.6. */
export function certificateChanges(exchange: Exchange): CertificateChanges {
  return {
    edit: async ({ id, typeId, description, file, idempotencyKey, signal }, types) => {
      const body = new FormData();
      if (typeId !== undefined) body.set('typeId', typeId);
      if (description !== undefined) body.set('description', description);
      if (file !== undefined) {
        body.set('password', file.password);
        const blob = new Blob([new Uint8Array(file.bytes)], { type: 'application/x-pkcs12' });
        body.set('certificate', blob, file.name);
      }
      const wire = await exchange.send(wireCertificate, {
        method: 'PUT',
        path: `${base}/${segment(id)}`,
        route: '/ssp/certificate/{id}',
        body,
        idempotencyKey,
        signal,
        ...(file === undefined ? {} : { deadline: fileDeadline }),
      });
      return changed(wire, types);
    },
    clearPrivateKey: async (id, types, idempotencyKey) => {
      const wire = await exchange.send(wireCertificate, {
        method: 'PUT',
        path: `${base}/${segment(id)}/clearPrivateKey`,
        route: '/ssp/certificate/{id}/clearPrivateKey',
        body: new URLSearchParams(),
        idempotencyKey,
      });
      return changed(wire, types);
    },
    remove: async (id, idempotencyKey) => {
      await exchange.send(z.unknown(), {
        method: 'DELETE',
        path: `${base}/${segment(id)}`,
        route: '/ssp/certificate/{id}',
        idempotencyKey,
      });
    },
  };
}
