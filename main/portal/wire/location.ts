import { z } from 'zod';
import type { DeviceLocation } from '../../../preload/contract/orders.ts';
import { anything, optionalNumber, optionalTime, token } from './text.ts';

const whyNot: Record<string, Extract<DeviceLocation, { found: false }>['why']> = {
  DISABLED: 'disabled',
  USER_DENIED: 'denied-on-device',
  NOT_SUPPORTED: 'not-supported',
  MASKED: 'masked',
};

const degrees = (limit: number) => optionalNumber(-limit, limit);
const metres = anything.transform((value): number | null =>
  typeof value === 'number' && value >= 0 && value <= 1e8 ? value : null,
);

/** `GET /ssp/device/{id}/location` (portal-api.md 7.3); a position off the globe is none. */
export const wireLocation = z.object({
  locateStatus: token,
  latitude: degrees(90),
  longitude: degrees(180),
  locationLastCapturedAt: optionalTime,
  accuracyMeters: metres,
  source: token,
});

/**
 * The position in the contract's words.
 *
 * @param now the portal's clock, epoch ms, for the age of the fix
 */
export function toLocation(wire: z.output<typeof wireLocation>, now: number): DeviceLocation {
  const { locateStatus, latitude, longitude, locationLastCapturedAt: capturedAt } = wire;
  const why = Object.hasOwn(whyNot, locateStatus) ? whyNot[locateStatus] : undefined;
  if (why !== undefined) return { found: false, why };
  if (locateStatus !== 'ENABLED') return { found: false, why: 'unknown' };
  if (latitude === null || longitude === null) return { found: false, why: 'no-fix' };
  return {
    found: true,
    latitude,
    longitude,
    accuracyMeters: wire.accuracyMeters,
    capturedAt,
    ageMs: capturedAt === null ? null : Math.max(0, Math.round(now - capturedAt)),
    source: wire.source === 'GPS' ? 'gps' : wire.source === 'NETWORK' ? 'network' : 'unknown',
  };
}
