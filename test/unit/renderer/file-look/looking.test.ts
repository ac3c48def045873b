import { describe, expect, it } from 'vitest';
import type { CallName } from '../../../../preload/contract.ts';
import type { InspectionResult } from '../../../../preload/contract/inspection.ts';
import { createFileLook } from '../../../../renderer/file-look/looking.ts';
import type { Call } from '../../../../renderer/file-look/looking.ts';
import { fakeBridge } from './fake-bridge.ts';
import { openedWith } from './sample.ts';

const fileId = '6a1f0f6e-8f3c-4c7b-9a51-0d1f6b3f2a10';
const wrong: InspectionResult = {
  opened: false,
  failure: { kind: 'wrong-password', format: 'pkcs12', detail: null },
};

/** A main that answers `files.inspect` when the test lets it, in the order that the test wants. */
function fakeMain() {
  const asked: { name: CallName; input: unknown }[] = [];
  const waiting: ((result: InspectionResult) => void)[] = [];
  const bridge = fakeBridge({
    'files.open': (input) =>
      Promise.resolve({ fileId, name: input.name, size: input.bytes.byteLength }),
    'files.close': () => Promise.resolve(undefined),
    'files.inspect': () => new Promise((resolve) => waiting.push(resolve)),
  });
  const call: Call = (name, input) => {
    asked.push({ name, input });
    return bridge(name, input);
  };
  const answerNext = async (result: InspectionResult, place = 0): Promise<void> => {
    await settle();
    waiting.splice(place, 1)[0]?.(result);
    await settle();
  };
  return { call, asked, answerNext };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
const p12 = (name = 'mail.p12'): File => new File([new Uint8Array([0x30, 0x80])], name);
const without = { password: null, purpose: 'signing' as const };

describe('looking at a file', () => {
  it('hands the bytes to main once and keeps only the name', async () => {
    const main = fakeMain();
    const { store, open } = createFileLook(main.call);
    void open(p12(), 100, () => without);
    await main.answerNext(openedWith());
    expect(main.asked.map(({ name }) => name)).toEqual(['files.open', 'files.inspect']);
    const state = store.getState();
    expect(state).toMatchObject({ status: 'held', busy: false, answer: { kind: 'opened' } });
    expect(JSON.stringify(state)).not.toContain('bytes');
  });

  it('keeps no password in its state', async () => {
    const main = fakeMain();
    const { store, open, look } = createFileLook(main.call);
    void open(p12(), 100, () => without);
    await main.answerNext(wrong);
    void look({ password: 'planted-secret', purpose: 'signing' });
    await settle();
    expect(JSON.stringify(store.getState())).not.toContain('planted-secret');
    await main.answerNext(wrong);
    expect(JSON.stringify(store.getState())).not.toContain('planted-secret');
  });

  it('shows the answer to the last password, even when an earlier one answers later', async () => {
    const main = fakeMain();
    const { store, open, look } = createFileLook(main.call);
    void open(p12(), 100, () => without);
    await main.answerNext(wrong);
    void look({ password: 'early', purpose: 'signing' });
    void look({ password: 'late', purpose: 'signing' });
    await main.answerNext(openedWith(), 1);
    await main.answerNext(wrong, 0);
    expect(store.getState()).toMatchObject({ busy: false, answer: { kind: 'opened' } });
  });

  it('no longer blames the password as soon as the person edits it', async () => {
    const main = fakeMain();
    const { store, open, retract } = createFileLook(main.call);
    void open(p12(), 100, () => ({ password: 'x', purpose: 'signing' }));
    await main.answerNext(wrong);
    expect(store.getState()).toMatchObject({ answer: { kind: 'failed', withPassword: true } });
    retract();
    expect(store.getState()).toMatchObject({ answer: { kind: 'failed', withPassword: false } });
  });

  it('does not read a file that is too large', async () => {
    const main = fakeMain();
    const { store, open } = createFileLook(main.call);
    await open(new File([new Uint8Array(101)], 'big.p12'), 100, () => without);
    expect(main.asked).toEqual([]);
    expect(store.getState()).toEqual({
      status: 'refused',
      refusal: { kind: 'too-large', name: 'big.p12', size: 101, limit: 100 },
    });
  });

  it('says so when the file can’t be read', async () => {
    const file = p12('gone.p12');
    file.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    const { store, open } = createFileLook(fakeMain().call);
    await open(file, 100, () => without);
    expect(store.getState()).toEqual({
      status: 'refused',
      refusal: { kind: 'unreadable', name: 'gone.p12' },
    });
  });

  it('lets main forget the first file when a second one takes its place', async () => {
    const main = fakeMain();
    const { store, open, close } = createFileLook(main.call);
    void open(p12('first.p12'), 100, () => without);
    await main.answerNext(openedWith());
    void open(p12('second.p12'), 100, () => without);
    await main.answerNext(openedWith());
    expect(main.asked.filter(({ name }) => name === 'files.close')).toHaveLength(1);
    expect(store.getState()).toMatchObject({ file: { name: 'second.p12' } });
    close();
    expect(main.asked.filter(({ name }) => name === 'files.close')).toHaveLength(2);
    expect(store.getState()).toEqual({ status: 'idle' });
  });
});
