import { describe, expect, it } from 'vitest';
import type { Command, Device } from '../../../../../preload/contract/devices.ts';
import type { LostStep, Progress } from '../../../../../renderer/devices/lost/lost.store.ts';
import { stepState } from '../../../../../renderer/devices/lost/step-state.ts';
import type { StepState } from '../../../../../renderer/devices/lost/step-state.ts';
import { day, lock, minute, now, phone } from '../samples.ts';

const nothing: Progress = { step: 'find', lookedAt: null, toldAt: null };

function state(
  step: LostStep,
  commands: readonly Command[] = [],
  device: Partial<Device> = {},
  progress: Partial<Progress> = {},
): StepState {
  return stepState(step, { ...phone, ...device }, commands, { ...nothing, ...progress }, now);
}
const done = { ...lock, state: 'done' as const, completedAt: now - 3 * minute };

describe('how the steps of the guide stand', () => {
  it('begins with when the device was last seen', () => {
    expect(state('find')).toEqual({ look: 'open', words: 'Last seen 4 min ago' });
    expect(state('find', [], { lastCheckIn: null }).words).toBe('It has never checked in');
    expect(state('find', [], {}, { lookedAt: now }).look).toBe('done');
  });

  it('calls a lock requested until the device has obeyed', () => {
    expect(state('lock').words).toBe('Not yet locked');
    expect(state('lock', [], { pending: [lock] }).look).toBe('waiting');
    expect(state('lock', [done])).toEqual({ look: 'done', words: 'Done 3 min ago' });
    expect(state('lock', [{ ...lock, state: 'failed' }]).look).toBe('bad');
  });

  it('counts no lock that was cancelled, ran out, or was opened again', () => {
    expect(state('lock', [{ ...lock, state: 'expired' }]).look).toBe('open');
    const unlocked = {
      ...done,
      id: 'c9',
      type: 'unlock' as const,
      requestedAt: lock.requestedAt + 1,
    };
    expect(state('lock', [done, unlocked]).look).toBe('open');
  });

  it('counts no lock of last week: it has been opened since', () => {
    const old = {
      ...lock,
      state: 'done' as const,
      requestedAt: now - 10 * day,
      completedAt: now - 10 * day,
    };
    expect(state('lock', [old])).toEqual({ look: 'open', words: 'Not yet locked' });
    expect(state('lock', [{ ...old, state: 'failed' }]).look).toBe('open');
  });

  it('says that lost mode holds it', () => {
    expect(state('lock', [], { lostMode: true })).toEqual({
      look: 'done',
      words: 'Lost mode is on',
    });
  });

  it('leaves wiping for the end', () => {
    expect(state('wipe').words).toBe('Only when nothing else helps');
    const wipe = { ...lock, type: 'wipe' as const };
    expect(state('wipe', [], { pending: [wipe] }).look).toBe('waiting');
  });

  it('takes the person’s word that IT knows', () => {
    expect(state('tell').look).toBe('open');
    expect(state('tell', [], {}, { toldAt: now - 60 * minute }).words).toBe(
      'You told them 1 hour ago',
    );
  });
});
