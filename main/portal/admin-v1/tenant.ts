import { z } from 'zod';
import type { Exchange } from '../exchange.ts';
import { wireId } from '../wire/text.ts';

/** `GET /api/v1/metadata/tenant` (portal-api.md 1.1). */
export const tenantQuestion = { path: '/api/v1/metadata/tenant', route: '/metadata/tenant' };

const tenant = z.object({ defaultDmPartitionId: wireId });

/**
 * Asks for the space that the device calls have to name. Only the default one is told of; what is in another space
 * does not show up.
 */
export async function readPartition(exchange: Exchange): Promise<string> {
  return (await exchange.read(tenant, tenantQuestion)).defaultDmPartitionId;
}
