import type { Operation } from './operation.ts';
import { accountOperations } from './operations/account.ts';
import { actionOperations } from './operations/actions.ts';
import { certificateOperations } from './operations/certificates.ts';
import { configOperations } from './operations/config.ts';
import { deviceOperations } from './operations/devices.ts';
import { passwordOperations } from './operations/password.ts';
import { registrationOperations } from './operations/registration.ts';
import { sessionOperations } from './operations/session.ts';

/** Every call of the portal: what the router mounts and the OpenAPI document describes. */
export const operations: readonly Operation[] = [
  ...sessionOperations,
  ...passwordOperations,
  ...configOperations,
  ...deviceOperations,
  ...actionOperations,
  ...accountOperations,
  ...registrationOperations,
  ...certificateOperations,
];
