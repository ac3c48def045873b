import { describe, expect, it } from 'vitest';
import { isWithinBudget } from '../../../../main/ipc/budget.ts';

describe('the budget of an input', () => {
  it('lets every honest input through, a whole file among them', () => {
    expect(isWithinBudget(undefined)).toBe(true);
    expect(isWithinBudget({ name: 'mail.p12', bytes: new Uint8Array(10_485_760) })).toBe(true);
    expect(isWithinBudget({ deviceIds: Array.from({ length: 200 }, String) })).toBe(true);
  });

  it('refuses a cyclic value without going round', () => {
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    expect(isWithinBudget(cyclic)).toBe(false);
  });

  it('refuses a value of too many parts, an array of a hundred million among them', () => {
    expect(isWithinBudget(Array.from({ length: 20_000 }, () => 0))).toBe(false);
    const sparse: unknown[] = [];
    sparse.length = 100_000_000;
    expect(isWithinBudget({ sparse })).toBe(false);
    expect(isWithinBudget(new Map([[1, 2]]))).toBe(false);
  });

  it.each([new Date(0), /x/u, new Error('x'), new Map(), new Set(), Object(1), new ArrayBuffer(1)])(
    'refuses %o, which a schema would take for an empty object',
    (value) => {
      expect(isWithinBudget(value)).toBe(false);
      expect(isWithinBudget({ inside: [value] })).toBe(false);
    },
  );

  it('takes an object without a prototype, and one with a key of that name', () => {
    expect(isWithinBudget(Object.create(null))).toBe(true);
    expect(isWithinBudget(JSON.parse('{"__proto__":{"a":1}}'))).toBe(true);
  });
});
