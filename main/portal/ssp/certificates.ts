import { z } from 'zod';
import type { Exchange } from '../exchange.ts';
import type { Portal } from '../portal.ts';
import { toCertificate, wireCertificate, wireCertificateType } from '../wire/certificate.ts';
import { readAllPages } from '../all-pages.ts';

type CertificateCalls = Pick<Portal, 'certificateTypes' | 'certificates' | 'uploadCertificate'>;

const base = '/api/v1/ssp/certificate';
/** A megabyte over the slowest line that still works, in ms. */
const uploadDeadline = 300_000;

/** The portal may answer with a bare list or with a page of one. */
const typeList = z
  .union([z.array(z.unknown()), z.object({ searchResults: z.array(z.unknown()) })])
  .transform((list) =>
    (Array.isArray(list) ? list : list.searchResults)
      .slice(0, 256)
      .flatMap((item) => wireCertificateType.safeParse(item).data ?? []),
  );

/** The calls of portal-api.md 7.6. */
export function certificateCalls(exchange: Exchange): CertificateCalls {
  return {
    certificateTypes: () =>
      exchange.read(typeList, { path: `${base}/type`, route: '/ssp/certificate/type' }),
    certificates: async (types) => {
      const question = { path: base, route: '/ssp/certificate' };
      const certificates = await readAllPages(exchange, wireCertificate, question);
      return certificates.map((certificate) => toCertificate(certificate, types));
    },
    uploadCertificate: async (upload) => {
      const body = new FormData();
      body.set('typeId', upload.typeId);
      body.set('password', upload.password);
      if (upload.description !== undefined) body.set('description', upload.description);
      const file = new Blob([new Uint8Array(upload.bytes)], { type: 'application/x-pkcs12' });
      body.set('certificate', file, upload.fileName);
      const stored = await exchange.send(wireCertificate, {
        method: 'POST',
        path: base,
        route: '/ssp/certificate',
        body,
        idempotencyKey: upload.idempotencyKey,
        deadline: uploadDeadline,
        signal: upload.signal,
        onSent: upload.onSent,
      });
      return { id: stored.id, repushed: stored.repushedConfigurations };
    },
  };
}
