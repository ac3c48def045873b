import { beforeEach, describe, expect, it } from 'vitest';
import {
  dateAndTime,
  duration,
  fileSize,
  groupsOfFour,
  relativeTime,
  shortDate,
} from '../../../../renderer/text/format.ts';
import { formatLocale, speak } from '../../../../renderer/text/text.ts';

const now = new Date(2026, 10, 22, 13, 30).getTime();
const minute = 60_000;
const hour = 60 * minute;

beforeEach(() => speak(['en-GB']));

describe('how long ago', () => {
  it.each([
    ['Just now', 20_000],
    ['4 min ago', 4 * minute],
    ['59 min ago', 59 * minute + 59_000],
    ['1 hour ago', hour],
    ['13 hours ago', 13 * hour],
    ['Yesterday', 14 * hour],
    ['Yesterday', 37 * hour],
    ['20 Nov', 38 * hour],
  ])('%s', (words, past) => {
    expect(relativeTime(now - past, now)).toBe(words);
  });

  it('counts the future as now, because a clock may be off', () => {
    expect(relativeTime(now + hour, now)).toBe('Just now');
  });

  it('adds the year when it is another one', () => {
    expect(shortDate(new Date(2025, 9, 9).getTime(), now)).toBe('9 Oct 2025');
    expect(dateAndTime(new Date(2026, 9, 9, 8, 5).getTime(), now)).toBe('9 Oct, 08:05');
  });
});

describe('the locale', () => {
  it('is the system’s own English', () => {
    speak(['de-DE', 'en-US']);
    expect(formatLocale()).toBe('en-US');
    expect(shortDate(now, now)).toBe('Nov 22');
  });

  it('is plain English where the system speaks none', () => {
    speak(['ja-JP']);
    expect(formatLocale()).toBe('en');
  });
});

describe('numbers and sizes', () => {
  it('shows a size in the unit that fits', () => {
    expect([812, 2890, 1_230_000].map(fileSize)).toEqual(['812 bytes', '2.9 kB', '1.2 MB']);
  });

  it('shows a length of time in one unit', () => {
    expect([200, 9000, 4 * minute, 3 * hour].map(duration)).toEqual([
      '1 second',
      '9 seconds',
      '4 minutes',
      '3 hours',
    ]);
  });

  it('parts serial numbers into groups of four, however they were parted before', () => {
    expect(groupsOfFour('F2LXK9Q70D4M')).toBe('F2LX K9Q7 0D4M');
    expect(groupsOfFour('35-698211-044731-5')).toBe('3569 8211 0447 315');
    expect(groupsOfFour('')).toBe('');
  });
});
