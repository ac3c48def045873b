import type { Operation } from './operation.ts';
import { actionOperations } from './operations/actions.ts';
import { certificateOperations } from './operations/certificates.ts';
import { configOperations } from './operations/config.ts';
import { deviceOperations } from './operations/devices.ts';
import { registrationOperations } from './operations/registration.ts';
import { sessionOperations } from './operations/session.ts';

/** Every call of the portal: what the router mounts and the OpenAPI document describes. */
export const operations: readonly Operation[] = [
  ...sessionOperations,
  ...configOperations,
  ...deviceOperations,
  ...actionOperations,
  ...registrationOperations,
  ...certificateOperations,
];
