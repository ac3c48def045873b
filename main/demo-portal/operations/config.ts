import { sessionCall } from '../operation.ts';
import type { Operation } from '../operation.ts';
import { maxFileBytes } from '../portal.ts';
import { countRegistered, pinLength, pinLifetimeDays } from './registration.ts';
import { config } from '../schema/config.ts';
import { nothing } from '../schema/envelope.ts';
import { tellBranding } from './session.ts';

const showConfig = sessionCall(
  {
    name: 'config',
    method: 'GET',
    path: '/ssp/config',
    summary: 'What the administrators allow, and the rules that forms have to follow.',
    query: nothing,
    form: nothing,
    body: 'none',
    result: config,
    refusals: [],
    withExpiredPassword: true,
  },
  ({ portal, account, origin }) => {
    const isLocal = account.accountSource === 'LOCAL';
    return {
      allowedActions: account.allowedActions,
      accountEditable: { name: isLocal, email: isLocal, password: isLocal },
      passwordPolicy: portal.state.passwordPolicy,
      registration: {
        url: `${origin}/go`,
        pinEnabled: true,
        pinLength,
        pinLifetimeDays,
        qrEnabled: true,
        deviceLimit: account.deviceLimit,
        devicesUsed: countRegistered(portal, account),
      },
      certificates: { enabled: true, maxFileBytes, types: portal.state.types },
      wipeLimit: 1,
      privacy: {
        collectLocation: account.collectLocation,
        disableWipe: !account.allowedActions.includes('WIPE'),
      },
      branding: tellBranding(portal, origin),
    };
  },
);

/** The call of portal-api.md 7.2. */
export const configOperations: Operation[] = [showConfig];
