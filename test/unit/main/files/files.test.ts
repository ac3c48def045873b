import { describe, expect, it } from 'vitest';
import { createFiles, digestOf } from '../../../../main/files/files.ts';
import type { FilesOptions, HeldFiles } from '../../../../main/files/files.ts';
import type { InspectionResult } from '../../../../preload/contract/inspection.ts';
import { failureOf, rejectionOf } from '../../../support/failures.ts';

const wrongPassword: InspectionResult = {
  opened: false,
  failure: { kind: 'wrong-password', format: 'pkcs12', detail: null },
};
const opened: InspectionResult = {
  opened: true,
  inspection: {
    format: 'pkcs12',
    size: 3,
    certificates: [],
    keys: [],
    chain: [],
    protection: { mac: null, layers: [], password: 'given' },
    otherBags: [],
    checks: [],
  },
};

type Order = Parameters<FilesOptions['inspector']['inspect']>[0];

function open(
  inspect: (order: Order) => Promise<InspectionResult> = () => Promise.resolve(opened),
): HeldFiles {
  return createFiles({
    inspector: { inspect },
    account: () => ({ email: 'jo@acme.example', knownFingerprints: ['aa'] }),
    now: () => 7,
  });
}

const bytes = (size = 3): Uint8Array<ArrayBuffer> => new Uint8Array(size).fill(1);
const hold = async (files: HeldFiles, name = 'a.p12', size = 3): Promise<string> =>
  (await files.handlers['files.open']({ name, bytes: bytes(size) })).fileId;

describe('a file that main holds', () => {
  it('is a copy of its own: what the page does with its bytes does not matter', async () => {
    const files = open();
    const given = bytes();
    const { fileId } = await files.handlers['files.open']({ name: 'a.p12', bytes: given });
    given.fill(9);
    expect([...files.get(fileId).bytes]).toEqual([1, 1, 1]);
  });

  it.each([
    ['/home/jo/mail.p12', 'mail.p12'],
    ['C:\\Users\\jo\\mail.p12', 'mail.p12'],
    ['../../etc/passwd', 'passwd'],
    ['mail\u202epxe.p12', 'mailpxe.p12'],
    ['a\nb\u0000.p12', 'a b .p12'],
    ['..', '..'],
    ['\u202e', 'file'],
  ])('called %j is shown as %j', async (name, shown) => {
    const files = open();
    expect(await files.handlers['files.open']({ name, bytes: bytes() })).toMatchObject({
      name: shown,
    });
  });

  it('is overwritten with zeros when the page lets go of it', async () => {
    const files = open();
    const id = await hold(files);
    const held = files.get(id);
    await files.handlers['files.inspect']({ fileId: id, password: 'hello', purpose: 'signing' });
    expect(held.password).toBe('hello');
    await files.handlers['files.close']({ fileId: id });
    expect([...held.bytes]).toEqual([0, 0, 0]);
    expect(held.password).toBeUndefined();
    expect(held.results.size).toBe(0);
    expect(failureOf(() => files.get(id))).toEqual({ code: 'file-gone' });
    await files.handlers['files.close']({ fileId: id });
  });

  it('is one of thirty-two at most, and of 64 MiB in all', async () => {
    const many = open();
    for (let i = 0; i < 32; i += 1) await hold(many);
    expect(failureOf(() => many.handlers['files.open']({ name: 'x', bytes: bytes() }))).toEqual({
      code: 'busy',
      reason: 'files',
    });
    const large = open();
    for (let i = 0; i < 6; i += 1) await hold(large, 'a', 10_485_760);
    expect(
      failureOf(() => large.handlers['files.open']({ name: 'x', bytes: bytes(10_485_760) })),
    ).toEqual({ code: 'too-large', reason: 'files' });
    large.closeAll();
  });
});

describe('several files that are to be added', () => {
  const queued = { isQueued: true };

  it('are told of again when the page begins anew, and nobody else’s are taken for them', async () => {
    const files = open();
    const id = await hold(files, 'alone.p12');
    const { fileId } = await files.handlers['files.open']({
      name: 'one.p12',
      bytes: bytes(4),
      ...queued,
    });
    expect(files.all()).toEqual([
      { fileId: id, name: 'alone.p12', size: 3, isQueued: false },
      { fileId, name: 'one.p12', size: 4, isQueued: true },
    ]);
  });

  it('hold no file twice, whatever it is called', async () => {
    const files = open();
    await files.handlers['files.open']({ name: 'one.p12', bytes: bytes(4), ...queued });
    expect(
      failureOf(() =>
        files.handlers['files.open']({ name: 'copy.p12', bytes: bytes(4), ...queued }),
      ),
    ).toEqual({ code: 'conflict', reason: 'same-file' });
  });

  it('can be tried with the password that opened another, which the page need not have', async () => {
    const asked: (string | null)[] = [];
    const files = open((order) => {
      asked.push(order.password);
      return Promise.resolve(opened);
    });
    const [first, second] = [await hold(files), await hold(files, 'b.p12', 5)];
    const purpose = 'look';
    await files.handlers['files.inspectWith']({ fileId: second, passwordOf: first, purpose });
    await files.handlers['files.inspect']({ fileId: first, password: 'river', purpose });
    await files.handlers['files.inspectWith']({ fileId: second, passwordOf: first, purpose });
    expect(asked).toEqual([null, 'river', 'river']);
  });
});

describe('looking inside', () => {
  it('is done with the account of whoever is signed in', async () => {
    const orders: Order[] = [];
    const files = open((order) => {
      orders.push(order);
      return Promise.resolve(opened);
    });
    const fileId = await hold(files);
    await files.handlers['files.inspect']({ fileId, password: null, purpose: 'look' });
    await files.handlers['files.inspect']({ fileId, password: null, purpose: 'signing' });
    expect(orders).toMatchObject([
      { email: 'jo@acme.example', knownFingerprints: ['aa'], now: 7, accept: 'any' },
      { purpose: 'signing', accept: 'pkcs12' },
    ]);
  });

  it('with a wrong password forgets that another one fitted', async () => {
    let answer: InspectionResult = opened;
    const files = open(() => Promise.resolve(answer));
    const fileId = await hold(files);
    await files.handlers['files.inspect']({ fileId, password: 'right', purpose: 'signing' });
    answer = wrongPassword;
    await files.handlers['files.inspect']({ fileId, password: 'wrong', purpose: 'signing' });
    const held = files.get(fileId);
    expect(held.password).toBeUndefined();
    expect(await rejectionOf(files.inspectAgain(held, 'signing'))).toEqual({
      code: 'checks-failed',
      reason: 'not-opened',
    });
  });

  it('gives up on an earlier password when a later one comes', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const answers: ((result: InspectionResult) => void)[] = [];
    const files = open(({ signal }) => {
      signals.push(signal);
      return new Promise((resolve) => {
        answers.push(resolve);
      });
    });
    const fileId = await hold(files);
    const inspect = async (password: string): Promise<InspectionResult> =>
      files.handlers['files.inspect']({ fileId, password, purpose: 'signing' });
    const first = rejectionOf(inspect('wrong'));
    const second = inspect('right');
    expect(signals[0]?.aborted).toBe(true);
    answers[1]?.(opened);
    answers[0]?.(wrongPassword);
    expect(await first).toEqual({ code: 'cancelled' });
    expect(await second).toEqual(opened);
    expect(files.get(fileId).password).toBe('right');
  });

  it('at a file that is closed meanwhile ends in file-gone', async () => {
    let answer: (result: InspectionResult) => void = () => undefined;
    const files = open(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const fileId = await hold(files);
    const inspecting = rejectionOf(
      Promise.resolve(files.handlers['files.inspect']({ fileId, password: 'x', purpose: 'look' })),
    );
    files.close(fileId);
    answer(opened);
    expect((await inspecting).code).toBe('file-gone');
  });

  it('names a file by its content', () => {
    expect(digestOf(new Uint8Array(0))).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });
});
