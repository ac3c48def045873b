import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { makeCodec } from './world/codec.ts';

const { encode, decode } = makeCodec();

describe('the codec of the stand-in', () => {
  it('keeps everything that structured clone keeps', () => {
    const value = {
      bytes: new Uint8Array([0, 255]),
      view: new DataView(new ArrayBuffer(2)),
      buffer: new ArrayBuffer(1),
      big: -1n,
      dates: [new Date(0), new Date(Number.NaN)],
      map: new Map<unknown, unknown>([[{ key: 1 }, new Set(['a'])]]),
      pattern: /x/u,
      odd: [undefined, null, Number.NaN, Number.NEGATIVE_INFINITY, -0, ''],
    };
    expect(decode(encode(value))).toEqual(structuredClone(value));
  });

  it('keeps aliases and cycles', () => {
    const shared = { name: 'shared' };
    const ring: { shared: object[]; self?: object } = { shared: [shared, shared] };
    ring.self = ring;
    const back = decode(encode(ring));
    expect(back).toEqual(ring);
    expect(back).toHaveProperty('self', back);
  });

  it('keeps name, message and cause of an error, and its class if it is a standard one', () => {
    const back = decode(encode(new RangeError('too far', { cause: 'a cause' })));
    expect(back).toBeInstanceOf(RangeError);
    expect(back).toMatchObject({ name: 'RangeError', message: 'too far', cause: 'a cause' });
  });

  it('takes a key of __proto__ as a key', () => {
    const back = decode(encode(JSON.parse('{"__proto__": {"polluted": 1}}')));
    expect(Object.keys(back ?? {})).toEqual(['__proto__']);
    expect(back).not.toHaveProperty('polluted');
  });

  it.each([Symbol('s'), () => 1, Promise.resolve(), new WeakMap()])('refuses %s', (value) => {
    expect(() => encode({ value })).toThrow('could not be cloned');
  });

  it('is one self-contained function, since its text is sent into the page', () => {
    const again: unknown = runInThisContext(`(${makeCodec.toString()})().encode([1])`);
    expect(again).toBe(encode([1]));
  });
});
