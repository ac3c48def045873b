import { describe, expect, it } from 'vitest';
import { cancelButton, orderQuestion } from '../../../main/order-question.ts';

describe('the question before a wipe or a retirement', () => {
  it.each(['wipe', 'retire'] as const)('names the device, and %s is no default', (kind) => {
    const question = orderQuestion({ kind, deviceName: 'Pixel 10', platform: 'android' });
    expect(question.message).toContain('\u2068Pixel 10\u2069');
    expect(question.detail).not.toMatch(/[{}]/u);
    expect(question.buttons?.[cancelButton]).toBe('Cancel');
    expect([question.defaultId, question.cancelId]).toEqual([cancelButton, cancelButton]);
  });

  it('takes nothing in a name for a pattern', () => {
    const question = orderQuestion({ kind: 'wipe', deviceName: '$& {device}', platform: 'ios' });
    expect(question.message).toBe('Wipe \u2068$& {device}\u2069?');
  });

  it('says that a Mac will ask for the PIN', () => {
    const mac = orderQuestion({ kind: 'wipe', deviceName: 'Mac', platform: 'macos' });
    const phone = orderQuestion({ kind: 'wipe', deviceName: 'Mac', platform: 'ios' });
    expect(mac.detail).toContain('PIN');
    expect(phone.detail).not.toContain('PIN');
  });
});
