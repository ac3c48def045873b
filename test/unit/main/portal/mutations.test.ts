import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { certificate, certificateType } from '../../../../preload/contract/certificates.ts';
import { command, commandPage, device } from '../../../../preload/contract/devices.ts';
import { account, portalOptions } from '../../../../preload/contract/session.ts';
import {
  patienceWithRuns,
  recordAnswers,
  survivesBrokenAnswers,
} from '../../../support/broken-answers.ts';
import type { BreakableCall, GoodAnswers } from '../../../support/broken-answers.ts';

const base = '/api/v1/ssp';
const order = { deviceId: '73544', idempotencyKey: 'k', message: 'hello' };
const upload = {
  typeId: '501',
  bytes: new Uint8Array(8),
  fileName: 'a.p12',
  password: 'x',
  idempotencyKey: 'k',
  signal: new AbortController().signal,
  onSent: () => undefined,
};

/** The calls by which a session begins and the lists come. */
const calls: Record<string, BreakableCall> = {
  facts: {
    answer: `GET ${base}/login/options`,
    ask: (door) => door.facts(),
    shape: portalOptions
      .omit({ address: true, browserHost: true })
      .extend({ browserPage: z.string().nullable() }),
  },
  account: {
    answer: `GET ${base}/account`,
    ask: (_door, inside) => inside.account(),
    shape: account,
  },
  allowance: {
    answer: `GET ${base}/config`,
    ask: (_door, inside) => inside.allowance(),
    shape: z.record(z.string(), z.union([z.number(), z.boolean(), z.null()])),
  },
  devices: {
    answer: `GET ${base}/device`,
    ask: (_door, inside) => inside.devices(),
    shape: z.array(device),
  },
  device: {
    answer: `GET ${base}/device/73541`,
    ask: (_door, inside) => inside.device('73541'),
    shape: device,
  },
  commands: {
    answer: `GET ${base}/device/73544/command`,
    ask: (_door, inside) => inside.commands('73544', 0),
    shape: commandPage,
  },
  command: {
    answer: `GET ${base}/command/90100`,
    ask: (_door, inside) => inside.command('90100'),
    shape: command,
  },
  lock: {
    answer: `PUT ${base}/device/lock`,
    ask: (_door, inside) => inside.lock(order),
    shape: z.array(command),
  },
  forceCheckIn: {
    answer: `PUT ${base}/device/forceCheckin`,
    ask: (_door, inside) => inside.forceCheckIn({ deviceIds: ['73544'], idempotencyKey: 'f' }),
    shape: z.array(command),
  },
  types: {
    answer: `GET ${base}/certificate/type`,
    ask: (_door, inside) => inside.certificateTypes(),
    shape: z.array(certificateType),
  },
  certificates: {
    answer: `GET ${base}/certificate`,
    ask: (_door, inside) => inside.certificates([]),
    shape: z.array(certificate),
  },
};

/** The portal takes no eight zero bytes; an upload is answered with a certificate, as it stands in the list. */
const uploadCall: BreakableCall = {
  answer: `POST ${base}/certificate`,
  ask: (_door, inside) => inside.uploadCertificate(upload),
  shape: z.strictObject({
    id: z.string().min(1).max(128),
    repushed: z.number().int().nonnegative().nullable(),
  }),
};

let good: GoodAnswers;
beforeAll(async () => {
  good = await recordAnswers(calls);
  const list = z
    .object({ result: z.object({ searchResults: z.array(z.unknown()) }) })
    .parse(JSON.parse(good.texts.get(`GET ${base}/certificate`) ?? ''));
  const [result] = list.result.searchResults;
  good.texts.set(uploadCall.answer, JSON.stringify({ errors: null, result }));
});

describe('answers that are broken in one to three places', () => {
  it.each(Object.entries({ ...calls, upload: uploadCall }))(
    'to %s become an error of the contract or a value of the contract, never nonsense',
    async (_name, call) => {
      await expect(survivesBrokenAnswers(call, good)).resolves.toBeUndefined();
    },
    patienceWithRuns,
  );
});
