import { describe, expect, it } from 'vitest';
import { dueReminders, mergeTold } from '../../../../main/certificates/reminders.ts';
import type { ToldReminder } from '../../../../main/certificates/reminders.ts';
import type { Certificate } from '../../../../preload/contract/certificates.ts';
import { countEnding, headline } from '../../../../renderer/certificates/headline.ts';
import { sampleCertificate } from '../../renderer/certificates/sample.ts';

const dayMs = 86_400_000;
const end = new Date(2027, 2, 1, 12).getTime();
const ending = sampleCertificate({ id: 'c-1', expiresAt: end });

/** What is told of on each day before the end, when the app looks once a day. */
function toldDayByDay(certificates: readonly Certificate[], from: number): string[] {
  let told: ToldReminder[] = [];
  const said: string[] = [];
  for (let day = from; day > -3; day -= 1) {
    const now = end - day * dayMs;
    const found = dueReminders(certificates, now, told);
    for (const { kind, certificate } of found.due) said.push(`${day}: ${kind} ${certificate.id}`);
    told = mergeTold(told, found.told, now);
  }
  return said;
}

describe('a certificate that ends', () => {
  it('is told of 30, 14, 7 and 1 days before, once each', () => {
    expect(toldDayByDay([ending], 40)).toEqual([
      '30: expires c-1',
      '14: expires c-1',
      '7: expires c-1',
      '1: expires c-1',
    ]);
  });

  it('is told of once when the app has not run for weeks', () => {
    expect(toldDayByDay([ending], 5)).toEqual(['5: expires c-1', '1: expires c-1']);
  });

  it('is not told of when it has ended', () => {
    expect(dueReminders([ending], end + 1, []).due).toEqual([]);
  });

  it('is not told of when another one follows it for the same address', () => {
    const next = sampleCertificate({ id: 'c-2', expiresAt: end + 300 * dayMs });
    expect(dueReminders([ending, next], end - dayMs, []).due).toEqual([]);
    const forOther = { ...next, emails: ['someone@else.example'] };
    expect(dueReminders([ending, forOther], end - dayMs, []).due).toHaveLength(1);
    const ofOtherType = { ...next, typeId: 't-encryption' };
    expect(dueReminders([ending, ofOtherType], end - dayMs, []).due).toHaveLength(1);
    const forAnybody = { ...next, emails: [] };
    expect(dueReminders([ending, forAnybody], end - dayMs, []).due).toEqual([]);
  });

  it('is not told of when its key was cleared, which is no successor either: as the headline has it', () => {
    const now = end - dayMs;
    const cleared = { ...ending, hasPrivateKey: false };
    expect(dueReminders([cleared], now, []).due).toEqual([]);
    expect(headline([cleared], now)).toBeNull();
    expect(headline([cleared], end + dayMs), 'nor when it has ended').toBeNull();
    const clearedNext = { ...cleared, id: 'c-2', expiresAt: end + 300 * dayMs };
    expect(dueReminders([ending, clearedNext], now, []).due).toHaveLength(1);
    expect(headline([ending, clearedNext], now)).toMatchObject({ kind: 'ending', more: 0 });
    expect(countEnding([ending, cleared, clearedNext], now)).toBe(1);
  });

  it('is told of anew when another file with another end has taken its place', () => {
    const told: ToldReminder[] = [{ kind: 'expires', certificateId: 'c-1', at: end, days: 1 }];
    expect(dueReminders([ending], end - 1000, told).due).toEqual([]);
    const replaced = { ...ending, expiresAt: end + dayMs };
    expect(dueReminders([replaced], end - 1000, told).due).toHaveLength(1);
  });
});

describe('a key that the server deletes', () => {
  const deleting = { ...ending, expiresAt: end + 300 * dayMs, keyDeletesAt: end };

  it('is told of at the same distances, apart from the certificate', () => {
    expect(toldDayByDay([deleting], 3)).toEqual(['3: key-deleted c-1', '1: key-deleted c-1']);
  });

  it('is not told of when it is gone already', () => {
    expect(dueReminders([{ ...deleting, hasPrivateKey: false }], end - dayMs, []).due).toEqual([]);
  });
});

describe('what was told', () => {
  it('is forgotten when its day is over, so that the file does not grow', () => {
    const told: ToldReminder[] = [{ kind: 'expires', certificateId: 'c-1', at: end, days: 1 }];
    expect(mergeTold(told, [], end)).toEqual([]);
    expect(mergeTold(told, [], end - 1)).toEqual(told);
  });

  it('names the nearest end first', () => {
    const sooner = sampleCertificate({ id: 'c-2', typeId: 't-2', expiresAt: end - 2 * dayMs });
    const { due } = dueReminders([ending, sooner], end - 5 * dayMs, []);
    expect(due.map(({ certificate }) => certificate.id)).toEqual(['c-2', 'c-1']);
  });
});
