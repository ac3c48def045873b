import { describe, expect, it } from 'vitest';
import type { KeptCommand } from '../../../../main/activity/journal.ts';
import { commandsOutcome, failedAt, uploadOutcome } from '../../../../main/activity/outcome.ts';

const at = 1_795_000_000_000;
const command = (state: KeptCommand['state'], portalCode: string | null = null): KeptCommand => ({
  id: `c-${state}`,
  deviceId: 'd1',
  requestedAt: at,
  state,
  portalCode,
});

describe('how orders ended together', () => {
  it('is not told before the last one has', () => {
    const outcome = commandsOutcome([command('done'), command('waiting')], at);
    expect(outcome).toMatchObject({ state: 'waiting', endedAt: null, done: 1 });
    expect(outcome.commands).toHaveLength(2);
  });

  it('is done only when all are', () => {
    expect(commandsOutcome([command('done'), command('done')], at)).toMatchObject({
      state: 'done',
      endedAt: at,
      done: 2,
      commands: [],
    });
  });

  it('tells the worst, with the portal’s own word for it', () => {
    const commands = [command('done'), command('expired', 'LATE'), command('failed', 'REFUSED')];
    expect(commandsOutcome(commands, at)).toMatchObject({
      state: 'failed',
      done: 1,
      portalCode: 'REFUSED',
    });
  });

  it('is not known of an order that came back without a command', () => {
    expect(commandsOutcome([], at)).toMatchObject({ state: 'unknown' });
  });
});

describe('what went wrong', () => {
  it.each(['reauth-required', 'cancelled', 'invalid-input', 'busy'] as const)(
    'leaves no entry where nothing was done: %s',
    (code) => expect(failedAt(at, { code })).toBeNull(),
  );

  it('is not called failed where nobody knows', () => {
    expect(failedAt(at, { code: 'outcome-unknown' })).toMatchObject({ state: 'unknown' });
  });

  it('keeps the code and what IT asks for, and no address', () => {
    const error = {
      code: 'redirected',
      host: 'evil.example',
      reference: 'A1',
      reason: 'R',
    } as const;
    expect(failedAt(at, error)?.error).toEqual({
      code: 'redirected',
      reference: 'A1',
      reason: 'R',
    });
  });
});

describe('an upload', () => {
  it('that goes on has no outcome yet', () => {
    for (const state of ['waiting', 'sending', 'checking'] as const)
      expect(uploadOutcome({ state, error: null, repushed: null }, at)).toBeNull();
  });

  it('that the person stopped is cancelled, and not a failure', () => {
    const stopped = { state: 'cancelled', error: null, repushed: null } as const;
    expect(uploadOutcome(stopped, at)).toMatchObject({ state: 'cancelled', error: null });
  });
});
