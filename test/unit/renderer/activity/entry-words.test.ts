import { afterEach, describe, expect, it } from 'vitest';
import { activityEntry } from '../../../../preload/contract/activity.ts';
import type { ActivityEntry } from '../../../../preload/contract/activity.ts';
import { didWords, stateWords } from '../../../../renderer/activity/entry-words.ts';
import { learn, speak, t } from '../../../../renderer/text/text.ts';
import { sampleEntry } from '../../../support/activity.ts';

const said = (change: Partial<ActivityEntry>): string => {
  const { of, params } = didWords(sampleEntry(change));
  return t(of, params).replaceAll(/<\/?b>/gu, '');
};
const ended = (change: Partial<ActivityEntry>): string => stateWords(sampleEntry(change)).words;

afterEach(() => speak(['en-GB']));

describe('the sentence of an entry', () => {
  it('says that something was done only when it was', () => {
    expect(said({ state: 'done' })).toBe('Locked Ines’s iPhone');
    for (const state of ['waiting', 'failed', 'cancelled', 'expired', 'unknown'] as const)
      expect(said({ state })).toBe('Lock Ines’s iPhone');
  });

  it('has words for everything that can be done, with a name and without one', () => {
    for (const action of activityEntry.shape.action.options) {
      for (const subjects of [['Pixel 10'], []]) {
        const words = said({ action, subjects });
        expect(words).toMatch(/^[A-Z][^{}<>]+$/u);
        expect(words).not.toContain('undefined');
      }
    }
  });

  it('counts several devices instead of naming one', () => {
    expect(said({ action: 'force-check-in', subjects: ['A', 'B'], count: 2 })).toBe(
      'Forced a check-in of 2 devices',
    );
  });

  it('counts them in the case that German wants', async () => {
    await learn('de');
    speak([], 'de');
    expect(said({ action: 'force-check-in', subjects: ['A', 'B', 'C'], count: 3 })).toBe(
      'Check-in von 3 Geräten erzwungen',
    );
  });

  it('takes a name as a name', () => {
    expect(said({ subjects: ["{count} 'x' #"] })).toBe("Locked {count} 'x' #");
  });
});

describe('how an entry ended', () => {
  it('is told with the time that a device took, where it was noticeable', () => {
    expect(ended({})).toBe('Done after 41 seconds');
    expect(ended({ endedAt: sampleEntry().at + 300 })).toBe('Done');
  });

  it('is waiting for the device, and not done', () => {
    expect(ended({ state: 'waiting', endedAt: null })).toBe('Waiting for the device');
    expect(ended({ action: 'add-certificate', state: 'waiting' })).toBe('On its way');
    expect(ended({ state: 'waiting', count: 3, done: 1 })).toBe('Waiting, 1 of 3 done');
  });

  it('says what an upload set going', () => {
    expect(ended({ action: 'add-certificate', repushed: 3 })).toBe('3 configurations pushed again');
    expect(ended({ action: 'add-certificate', endedAt: null, repushed: 0 })).toBe('Done');
  });

  it('tells the reason first, and IT’s codes beside it', () => {
    const error = { code: 'forbidden', reason: 'WipeDisabledByPolicy', reference: '7F3A' } as const;
    const words = stateWords(sampleEntry({ action: 'wipe', state: 'failed', error }));
    expect(words.words).not.toContain('WipeDisabledByPolicy');
    expect(words.detail).toContain('WipeDisabledByPolicy');
    expect(words.detail).toContain('7F3A');
    expect(words.tone).toBe('danger');
  });

  it('does not pretend to know', () => {
    expect(ended({ state: 'unknown', error: { code: 'outcome-unknown' } })).toBe(
      'Not known how it ended',
    );
  });
});
