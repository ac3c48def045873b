import { afterEach, describe, expect, it } from 'vitest';
import type { CertificateType, Upload } from '../../../../../preload/contract/certificates.ts';
import { itemStatus, sumUp } from '../../../../../renderer/certificates/queue/item-status.ts';
import { itemWords, sumWords } from '../../../../../renderer/certificates/queue/item-words.ts';
import type { QueueItem } from '../../../../../renderer/certificates/queue/queue.store.ts';
import { learn, speak } from '../../../../../renderer/text/text.ts';
import { openedWith, sampleCheck, sampleInspected } from '../../file-look/sample.ts';

afterEach(() => speak(['en-GB']));

const fileId = '6a1f0f6e-8f3c-4c7b-9a51-0d1f6b3f2a10';
const type: CertificateType = {
  id: 't-signing',
  name: 'Signing Certificate',
  purpose: 'signing',
  multiple: true,
  deletesKeyAfterDays: null,
  usedByConfigurations: 2,
};
const found = openedWith({
  certificates: [sampleInspected({})],
  chain: [0],
  checks: [sampleCheck({ id: 'chain', variant: 'short', params: { issuer: 'Root' } })],
});
const item: QueueItem = {
  key: 1,
  name: 'mail.p12',
  size: 4800,
  fileId,
  looking: {
    status: 'held',
    busy: false,
    file: { fileId, name: 'mail.p12', size: 4800 },
    answer: found.opened
      ? { kind: 'opened', inspection: found.inspection, at: 0 }
      : { kind: 'none' },
  },
  typeId: type.id,
  isTypeChosen: false,
  acknowledged: ['chain'],
  problem: null,
};
const upload = (state: Upload['state'], error: Upload['error'] = null): Upload => ({
  id: '0b8f7d52-52f2-4a9e-9b7e-3f1d5c1a2b3c',
  fileId,
  isQueued: true,
  fileName: 'mail.p12',
  typeId: type.id,
  state,
  sentBytes: 0,
  totalBytes: 4800,
  certificateId: null,
  repushed: null,
  error,
});
const kindOf = (one: QueueItem, uploads: readonly Upload[] = []): string => {
  const status = itemStatus(one, uploads, [type]);
  return status.kind === 'here' ? status.status.kind : status.kind;
};

describe('a file of the queue', () => {
  it('is ready once its warnings were read and its type is known', () => {
    expect(kindOf(item)).toBe('ready');
    expect(kindOf({ ...item, acknowledged: [] })).toBe('warnings');
    expect(kindOf({ ...item, typeId: null })).toBe('no-type');
  });

  it('is being opened before main has it', () => {
    expect(kindOf({ ...item, fileId: null, looking: { status: 'idle' } })).toBe('busy');
  });

  it('is where its latest upload is', () => {
    const failed = upload('failed', { code: 'timeout' });
    expect(kindOf(item, [failed])).toBe('not-uploaded');
    expect(kindOf(item, [failed, upload('waiting')])).toBe('on-its-way');
    expect(kindOf(item, [failed, upload('done')])).toBe('uploaded');
    expect(kindOf(item, [upload('cancelled')])).toBe('ready');
  });

  it('keeps the reason why it did not even go on its way', () => {
    const status = itemStatus({ ...item, problem: { code: 'offline' } }, [], [type]);
    expect(status).toMatchObject({ kind: 'not-uploaded', problem: { code: 'offline' } });
    expect(itemWords(status).tone).toBe('danger');
  });
});

describe('the whole queue', () => {
  it('is told in one sentence, every file once', () => {
    const locked: QueueItem = {
      ...item,
      looking: {
        status: 'held',
        busy: false,
        file: { fileId, name: 'mail.p12', size: 4800 },
        answer: {
          kind: 'failed',
          failure: { kind: 'password-required', format: 'pkcs12', detail: null },
          withPassword: false,
        },
      },
    };
    const done = itemStatus(item, [upload('done')], [type]);
    const statuses = [done, done, done, done, itemStatus(locked, [], [type])];
    expect(sumWords(sumUp(statuses))).toBe('4 uploaded, 1 needs its password.');
  });

  it.each([
    ['de', '4 hochgeladen, 2 bereit, 1 braucht ihr Passwort.'],
    ['fr', '4 envoyés, 2 prêts, 1 attend son mot de passe.'],
    ['es', '4 subidos, 2 listos, 1 necesita su contraseña.'],
    ['ja', 'アップロード済み 4 件、準備完了 2 件、パスワード待ち 1 件。'],
  ] as const)('is parted by the comma of %s', async (language, sentence) => {
    await learn(language);
    speak([], language);
    const none = sumUp([]);
    expect(
      sumWords({ ...none, uploaded: 4, ready: 2, needPassword: 1 }).replaceAll(/\s/gu, ' '),
    ).toBe(sentence);
  });

  it('without a file asks for some', () => {
    expect(sumWords(sumUp([]))).toBe('Choose the files that IT sent you.');
  });
});
