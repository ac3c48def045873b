import { describe, expect, it } from 'vitest';
import { commandState } from '../../../../preload/contract/devices.ts';
import type { Command, Device } from '../../../../preload/contract/devices.ts';
import { commandSteps, hasEnded } from '../../../../renderer/devices/command-steps.ts';
import { lock, minute, now, phone } from './samples.ts';

const told = (command: Partial<Command>, device: Partial<Device> = {}): string[] =>
  commandSteps({ ...lock, ...command }, { ...phone, ...device }).map(
    ({ look, name }) => `${look}: ${name}`,
  );
const sentAt = now - minute;
const completedAt = now;

describe('the timeline of a command', () => {
  it('calls an accepted command requested, never done', () => {
    expect(told({ state: 'queued' })).toEqual([
      'passed: Requested',
      'now: Waiting to be sent',
      'next: Done',
    ]);
  });

  it('waits for the device once the command is sent', () => {
    expect(told({ state: 'sent', sentAt })).toEqual([
      'passed: Requested',
      'passed: Sent',
      'now: Waiting for the iPhone',
      'next: Done',
    ]);
  });

  it('says of an offline device when it will get the command', () => {
    const steps = commandSteps(
      { ...lock, state: 'sent', sentAt },
      { ...phone, connectivity: 'offline' },
    );
    expect(steps.find(({ look }) => look === 'now')?.words).toBe(
      'It is offline. It gets this as soon as it next checks in.',
    );
  });

  it('says that a busy device asks again', () => {
    expect(told({ state: 'device-busy', sentAt })).toContain('now: Device busy');
  });

  it.each([
    ['done', 'passed: Done'],
    ['failed', 'bad: Failed'],
    ['cancelled', 'passed: Cancelled'],
    ['expired', 'passed: Expired'],
  ] as const)('ends with %s, and nothing is to come', (state, end) => {
    const steps = told({ state, sentAt, completedAt });
    expect(steps.at(-1)).toBe(end);
    expect(steps.filter((step) => /^(?:now|next)/u.test(step))).toEqual([]);
  });

  it('gives IT the portal’s own word for a failure', () => {
    const steps = commandSteps({ ...lock, state: 'failed', errorCode: 'NotEnrolled' }, phone);
    expect(steps.at(-1)?.words).toBe('The iPhone did not do it. For IT: NotEnrolled');
  });

  it('shows the message that was sent along, and who asked', () => {
    const [first] = commandSteps({ ...lock, message: 'Please call' }, phone);
    expect(first?.words).toBe('By you, with the message “Please call”');
    const [byIt] = commandSteps({ ...lock, requestedBy: 'admin' }, phone);
    expect(byIt?.words).toBe('By IT');
  });

  it.each(commandState.options)('has exactly one end or one place to be at, for %s', (state) => {
    const steps = commandSteps({ ...lock, state, sentAt, completedAt }, phone);
    const places = steps.filter(({ look }) => look === 'now').length;
    expect(places).toBe(hasEnded({ ...lock, state }) ? 0 : 1);
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
  });
});
