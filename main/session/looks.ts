import type { Branding } from '../../preload/contract/session.ts';
import type { Log } from '../log.ts';
import type { TenantLooks } from '../portal/capabilities.ts';
import type { Standing } from './standing.ts';

const pngSignature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** The vendor's logo is 182 by 34 pixels (portal-api.md 6); this leaves room for high resolutions. */
const maxBytes = 65_536;
const maxWidth = 1_024;
const maxHeight = 512;

/**
 * A logo as a `data:` URL, if it is a PNG of a sane size (PNG 3rd edition, 5.2 and 11.2.2). Nothing else is looked at:
 * the page's sandbox decodes it.
 *
 * @returns null for anything that is not such a PNG
 */
export function readLogo(bytes: Uint8Array): string | null {
  if (bytes.length < 33 || bytes.length > maxBytes) return null;
  if (!pngSignature.every((byte, at) => bytes[at] === byte)) return null;
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (header.getUint32(8) !== 13 || header.getUint32(12) !== 0x49_48_44_52) return null;
  const width = header.getUint32(16);
  const height = header.getUint32(20);
  if (width < 1 || width > maxWidth || height < 1 || height > maxHeight) return null;
  return `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
}

async function readBranding({ accentColor, logo }: TenantLooks): Promise<Branding> {
  const bytes = await logo().catch(() => null);
  return { accentColor, logo: bytes === null ? null : readLogo(bytes) };
}

/** Fetches the tenant's looks after each sign-in, quietly; a portal without any, or a broken one, costs nothing. */
export function watchLooks(standing: Standing, log: Log): void {
  standing.onChange((signedIn) => {
    const { looks } = signedIn?.portal ?? {};
    if (signedIn === null || looks === undefined) return;
    const { portal } = signedIn;
    const take = async (): Promise<void> => {
      const found = await looks();
      const branding = await readBranding(found);
      const { tenantName } = found;
      if (standing.signedIn()?.portal !== portal) return;
      standing.amend({ branding, ...(tenantName === null ? {} : { tenantName }) });
    };
    take().catch((cause: unknown) => log.warn('looks', { cause }));
  });
}
