import { z } from 'zod';
import type { TenantLooks } from '../capabilities.ts';
import type { Exchange } from '../exchange.ts';
import type { Http } from '../http.ts';
import { anything, optionalText } from '../wire/text.ts';

const accent = anything.transform((value): string | null =>
  typeof value === 'string' && /^#[0-9a-f]{6}$/iu.test(value) ? value.toLowerCase() : null,
);
const none = { tenantName: null, accentColor: null, logoUrl: null };

const options = z.object({
  branding: z
    .object({ tenantName: optionalText(), accentColor: accent, logoUrl: anything })
    .catch(none),
});

/** The logo is fetched from the portal itself or not at all, and never with the session's secret, ms. */
const logoDeadline = 15_000;

/** Name, colour and logo of the tenant, out of `GET /ssp/login/options` (portal-api.md 7.1). */
export function readLooks(exchange: Exchange, http: Http, origin: string, signal?: AbortSignal) {
  return async (): Promise<TenantLooks> => {
    const { branding } = await exchange.read(options, {
      path: '/api/v1/ssp/login/options',
      route: '/ssp/login/options',
      query: { username: '' },
    });
    const { tenantName, accentColor, logoUrl } = branding;
    const url = typeof logoUrl === 'string' ? URL.parse(logoUrl, origin) : null;
    return {
      tenantName,
      accentColor,
      logo: async () => {
        if (url === null || url.origin !== origin) return null;
        const answer = await http({
          method: 'GET',
          origin,
          path: `${url.pathname}${url.search}`,
          binary: true,
          deadline: logoDeadline,
          ...(signal === undefined ? {} : { signal }),
        });
        return answer.status === 200 ? (answer.bytes ?? null) : null;
      },
    };
  };
}
