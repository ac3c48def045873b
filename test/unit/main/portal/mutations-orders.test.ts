import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { demand } from '../../../../main/portal/capabilities.ts';
import {
  accountProfile,
  passwordPolicy,
  registration,
} from '../../../../preload/contract/account.ts';
import { changedCertificate } from '../../../../preload/contract/certificates.ts';
import { command } from '../../../../preload/contract/devices.ts';
import { deviceLocation, oneTimePin } from '../../../../preload/contract/orders.ts';
import { termsOfService } from '../../../../preload/contract/session.ts';
import {
  patienceWithRuns,
  recordAnswers,
  survivesBrokenAnswers,
} from '../../../support/broken-answers.ts';
import type { BreakableCall, GoodAnswers } from '../../../support/broken-answers.ts';

const base = '/api/v1/ssp';
const commands = z.array(command);
const mac = (key: string) => ({ deviceId: '73548', idempotencyKey: key });
const wipe = { confirmName: 'Spare Mac mini', preserveDataPlan: true, pin: '204060' };
const edit = { id: '8103', description: 'x', idempotencyKey: 'e', signal: AbortSignal.any([]) };
const count = z.number().int().nonnegative().nullable();
const time = z.number().int().min(-8.64e15).max(8.64e15).nullable();

/** Everything that goes out after the lists, in an order in which a real portal can do it. */
const calls: Record<string, BreakableCall> = {
  passwordPolicy: {
    answer: `GET ${base}/config`,
    ask: (_door, inside) => demand(inside, 'accountKeeping').passwordPolicy(),
    shape: passwordPolicy,
  },
  acceptTerms: {
    answer: `POST ${base}/session/terms`,
    ask: (_door, inside) => demand(inside, 'session').acceptTerms('2026-10'),
    shape: 'nothing',
  },
  terms: {
    answer: `GET ${base}/session`,
    ask: (_door, inside) => demand(inside, 'session').terms(),
    shape: z.strictObject({
      reauthUntil: time,
      inactivityMinutes: count,
      passwordExpired: z.boolean(),
      termsOfService: termsOfService.nullable(),
    }),
  },
  looks: {
    answer: `GET ${base}/login/options`,
    ask: async (_door, inside) => {
      const { tenantName, accentColor } = await demand(inside, 'looks')();
      return { tenantName, accentColor };
    },
    shape: z.strictObject({
      tenantName: z.string().max(512).nullable(),
      accentColor: z
        .string()
        .regex(/^#[0-9a-f]{6}$/u)
        .nullable(),
    }),
  },
  unlock: {
    answer: `PUT ${base}/device/unlock`,
    ask: (_door, inside) =>
      demand(inside, 'orders').unlock({ deviceId: '73545', idempotencyKey: 'u' }),
    shape: commands,
  },
  wipe: {
    answer: `PUT ${base}/device/wipe`,
    ask: (_door, inside) => demand(inside, 'orders').wipe({ ...mac('w'), ...wipe }),
    shape: commands,
  },
  cancelWipe: {
    answer: `PUT ${base}/device/wipeCancel`,
    ask: (_door, inside) => demand(inside, 'orders').cancelWipe(mac('wc')),
    shape: commands,
  },
  retire: {
    answer: `PUT ${base}/device/retire`,
    ask: (_door, inside) => demand(inside, 'orders').retire(mac('r')),
    shape: commands,
  },
  cancelRetire: {
    answer: `PUT ${base}/device/retireCancel`,
    ask: (_door, inside) => demand(inside, 'orders').cancelRetire(mac('rc')),
    shape: commands,
  },
  setOwnership: {
    answer: `PUT ${base}/device/ownership`,
    ask: (_door, inside) =>
      demand(inside, 'orders').setOwnership({ ...mac('o'), ownership: 'user' }),
    shape: 'nothing',
  },
  location: {
    answer: `GET ${base}/device/73544/location`,
    ask: (_door, inside) => demand(inside, 'orders').location('73544'),
    shape: deviceLocation,
  },
  secureAppsPin: {
    answer: `POST ${base}/device/73544/secureAppsPin`,
    ask: (_door, inside) => demand(inside, 'orders').secureAppsPin('73544'),
    shape: oneTimePin,
  },
  profile: {
    answer: `GET ${base}/account`,
    ask: (_door, inside) => demand(inside, 'accountKeeping').profile(),
    shape: accountProfile,
  },
  rules: {
    answer: `GET ${base}/config`,
    ask: (_door, inside) => demand(inside, 'accountKeeping').profile(),
    shape: accountProfile,
  },
  changeAccount: {
    answer: `PUT ${base}/account`,
    ask: (_door, inside) =>
      demand(inside, 'accountKeeping').change({ displayName: 'Ines' }, 'account'),
    shape: 'nothing',
  },
  registration: {
    answer: `GET ${base}/registration`,
    ask: (_door, inside) => demand(inside, 'registration').offer(),
    shape: registration,
  },
  registrationRules: {
    answer: `GET ${base}/config`,
    ask: (_door, inside) => demand(inside, 'registration').offer(),
    shape: registration,
  },
  newPin: {
    answer: `POST ${base}/account/regpin`,
    ask: (_door, inside) => demand(inside, 'registration').newPin(),
    shape: oneTimePin,
  },
  edit: {
    answer: `PUT ${base}/certificate/8103`,
    ask: (_door, inside) => demand(inside, 'certificateChanges').edit(edit, []),
    shape: changedCertificate,
  },
  clearPrivateKey: {
    answer: `PUT ${base}/certificate/8103/clearPrivateKey`,
    ask: (_door, inside) => demand(inside, 'certificateChanges').clearPrivateKey('8103', [], 'c'),
    shape: changedCertificate,
  },
  remove: {
    answer: `DELETE ${base}/certificate/8103`,
    ask: (_door, inside) => demand(inside, 'certificateChanges').remove('8103', 'd'),
    shape: 'nothing',
  },
};

let good: GoodAnswers;
beforeAll(async () => {
  good = await recordAnswers(calls);
});

/** What the sign-in and a new proof are answered with; the token is a secret that only the client sees. */
const signIn: BreakableCall = {
  answer: `POST ${base}/login`,
  ask: async (door) => {
    const { token } = await door.signIn({ username: 'ines', password: 'x' });
    const inside = door.enter(token);
    return demand(inside, 'session').granted;
  },
  shape: z.strictObject({
    reauthUntil: time,
    inactivityMinutes: count,
    passwordExpired: z.boolean(),
    termsOfService: termsOfService.nullable(),
  }),
};
const reauth: BreakableCall = {
  answer: `POST ${base}/session/reauth`,
  ask: (_door, inside) => demand(inside, 'session').reauth('x'),
  shape: time,
};

describe('answers that are broken in one to three places', () => {
  it.each(Object.entries({ ...calls, signIn, reauth }))(
    'to %s become an error of the contract or a value of the contract, never nonsense',
    async (_name, call) => {
      const answer = { errors: null, result: { reauthUntil: 1_800_000_000_000 } };
      good.texts.set(reauth.answer, JSON.stringify(answer));
      await expect(survivesBrokenAnswers(call, good)).resolves.toBeUndefined();
    },
    patienceWithRuns,
  );
});
