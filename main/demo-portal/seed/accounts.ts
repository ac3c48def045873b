import { action } from '../schema/device.ts';
import type { AccountRecord } from '../state.ts';
import { day } from './shapes.ts';

const everyone: Omit<AccountRecord, 'id' | 'username' | 'displayName' | 'emailAddress'> = {
  authType: 'PASSWORD',
  accountSource: 'LOCAL',
  firstName: null,
  lastName: null,
  mailboxes: [],
  pendingEmailAddress: null,
  pendingEmailRequestedAt: null,
  emailPin: null,
  resetPin: null,
  locale: 'en',
  password: null,
  passwordChosen: false,
  passwordExpiresAt: null,
  passwordHistory: [],
  pendingTerms: null,
  allowedActions: [...action.options],
  collectLocation: true,
  deviceLimit: 10,
};

/** Whom the demo is about; prefilled on the sign-in page. */
export function ines(now: number): AccountRecord {
  return {
    ...everyone,
    id: 10_542_407,
    username: 'ines.declercq@haldenvoss.example',
    displayName: 'Ines Declercq',
    firstName: 'Ines',
    lastName: 'Declercq',
    emailAddress: 'ines.declercq@haldenvoss.example',
    mailboxes: ['claims@haldenvoss.example'],
    pendingEmailAddress: 'i.declercq@haldenvoss.example',
    pendingEmailRequestedAt: now - 2 * day,
    passwordExpiresAt: now + 84 * day,
  };
}

/** From the company's directory: no password or e-mail change here, no locations, device limit reached. */
export function jonas(): AccountRecord {
  return {
    ...everyone,
    id: 10_542_411,
    username: 'jonas.verbeke@haldenvoss.example',
    accountSource: 'LDAP',
    displayName: 'Jonas Verbeke',
    firstName: 'Jonas',
    lastName: 'Verbeke',
    emailAddress: 'jonas.verbeke@haldenvoss.example',
    allowedActions: action.options.filter((name) => name !== 'WIPE' && name !== 'SET_OWNERSHIP'),
    collectLocation: false,
    deviceLimit: 2,
    locale: null,
  };
}

/** Back from long leave: her password has expired and the terms of service are new to her. */
export function sofie(now: number): AccountRecord {
  return {
    ...everyone,
    id: 10_542_419,
    username: 'sofie.maes@haldenvoss.example',
    displayName: 'Sofie Maes',
    emailAddress: 'sofie.maes@haldenvoss.example',
    passwordExpiresAt: now - 3 * day,
    pendingTerms: {
      version: '2026-10',
      title: 'Terms of service',
      text: 'Halden & Voss manages your device. You may end that at any time with Retire.',
    },
  };
}

/** Signs in through the company's identity provider. */
export function noor(): AccountRecord {
  return {
    ...everyone,
    id: 10_542_423,
    username: 'noor.haddad@haldenvoss.example',
    authType: 'SAML',
    accountSource: 'IDP',
    displayName: 'Noor Haddad',
    firstName: 'Noor',
    lastName: 'Haddad',
    emailAddress: 'noor.haddad@haldenvoss.example',
  };
}
