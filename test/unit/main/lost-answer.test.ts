import { describe, expect, it } from 'vitest';
import { failure } from '../../../main/failure.ts';
import { askAfter, isAnswerLost } from '../../../main/lost-answer.ts';
import { rejectionOf } from '../../support/failures.ts';

const clock = { sleep: () => Promise.resolve() };

/** Answers, or fails, as the script says. */
function script(...steps: (string | null | Error)[]) {
  let asked = 0;
  const ask = (): Promise<string | null> => {
    const step = steps[asked] ?? null;
    asked += 1;
    return step instanceof Error ? Promise.reject(step) : Promise.resolve(step);
  };
  return { ask, asked: () => asked };
}

const away = failure('portal-unreachable');

describe('an answer', () => {
  it.each([
    [failure('timeout'), true],
    [failure('portal-unreachable'), true],
    [failure('portal-failed'), true],
    [failure('invalid-response'), true],
    [failure('too-large', { reason: 'answer' }), true],
    [failure('portal-unreachable', { reason: 'not-connected' }), false],
    [failure('offline'), false],
    [failure('tls-untrusted'), false],
    [failure('redirected'), false],
    [failure('too-large', { reason: 'FileTooLarge' }), false],
    [failure('conflict'), false],
    [failure('rate-limited'), false],
    [failure('signed-out'), false],
    [new TypeError('a bug'), false],
  ])('%s: lost %j', (cause, isLost) => {
    expect(isAnswerLost(cause)).toBe(isLost);
  });
});

describe('asking what became of a request', () => {
  it('ends as soon as something is found', async () => {
    const { ask, asked } = script(null, 'found');
    expect(await askAfter(clock, ask)).toBe('found');
    expect(asked()).toBe(2);
  });

  it('three times in vain means that it never arrived', async () => {
    const { ask, asked } = script(null, null, null, 'too late');
    expect(await askAfter(clock, ask)).toBeNull();
    expect(asked()).toBe(3);
  });

  it('that fails in between goes on', async () => {
    expect(await askAfter(clock, script(away, away, 'found').ask)).toBe('found');
    expect(await askAfter(clock, script(away, away, null).ask)).toBeNull();
  });

  it('that fails at the end leaves it unknown', async () => {
    expect(await rejectionOf(askAfter(clock, script(null, null, away).ask))).toEqual({
      code: 'outcome-unknown',
    });
  });

  it('is given up when nobody is signed in any more', async () => {
    const { ask, asked } = script(failure('signed-out'), 'found');
    expect(await rejectionOf(askAfter(clock, ask))).toEqual({ code: 'outcome-unknown' });
    expect(asked()).toBe(1);
  });
});
